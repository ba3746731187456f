/**
 * Compares the children that were recorded of a node with those it has now, one child a step. What left is told as
 * removed, what came is described; of children that changed places as few as possible are told anew.
 */
import type { Entries, Entry } from './entry';
import { FRAGMENT, firstChildOf, isConnected, nextSiblingOf, nodeTypeOf, parentOf } from '../../../privacy/natives';
import { longestRun } from './order';
import type { Walk } from './walk';

export interface Remove {
	parentId: number;
	id: number;
	isShadow?: true;
}

export class Comparison {
	/** Children now, in order. */
	private readonly nodes: Node[] = [];
	/** Whether the child at the same place stays as it is. */
	private stays: boolean[] = [];
	private at = -1;
	/** Recorded sibling after the child of the next step. */
	private before: Entry | null = null;
	/** Recorded children from right to left, as they will be. */
	private readonly reversed: Entry[] = [];

	/**
	 * @param entry   Whose children are compared.
	 * @param stale   Entries that must be told anew although their nodes stay: how far they may be shown has changed.
	 * @param removes Where removals are listed.
	 * @param stray   Told of the entry when its node is out of the page for a moment: what came among its children could not be read.
	 */
	public constructor( private readonly entry: Entry, private readonly entries: Entries, private readonly walk: Walk, stale: ReadonlySet<Entry>, removes: Remove[], private readonly stray: ( entry: Entry ) => void ) {
		const { children, node } = entry;
		const places = new Map<Entry, number>();
		children.forEach( ( child, place ) => places.set( child, place ) );
		const numbers: number[] = [];
		for ( let child = firstChildOf( node ); child; child = nextSiblingOf( child ) ) {
			const known = entries.of( child );
			this.nodes.push( child );
			numbers.push( known && known.parent === entry && ! stale.has( known ) ? places.get( known ) ?? -1 : -1 );
		}
		this.stays = longestRun( numbers );
		const staying = new Set<Entry>();
		this.nodes.forEach( ( child, place ) => {
			const known = entries.of( child );
			if ( known && this.stays[ place ] ) {
				staying.add( known );
			} else if ( known ) {
				// Moved, here or from elsewhere: the replay takes the node away and gets a new one.
				this.drop( known, removes );
			}
		} );
		for ( const child of children ) {
			if ( ! child.isGone && ! staying.has( child ) ) {
				this.drop( child, removes );
			}
		}
		this.at = this.nodes.length - 1;
	}

	private drop( entry: Entry, removes: Remove[] ): void {
		const { parent } = entry;
		if ( parent && ! entry.isGone ) {
			removes.push( isShadowRoot( parent ) ? { parentId: parent.id, id: entry.id, isShadow: true } : { parentId: parent.id, id: entry.id } );
		}
		this.entries.remove( entry );
	}

	/** One child, from right to left: the sibling after it has its number already. False: all are compared. */
	public step(): boolean {
		if ( this.entry.isGone ) {
			return false;
		}
		if ( this.at < 0 ) {
			this.entry.children = this.reversed.reverse();
			return false;
		}
		const node = this.nodes[ this.at ]!;
		const stays = this.stays[ this.at-- ];
		const known = this.entries.of( node );
		if ( stays && known ) {
			this.reversed.push( this.before = known );
		} else if ( ! known && parentOf( node ) === this.entry.node ) {
			if ( isConnected( node ) ) {
				this.walk.enter( node, this.entry, isShadowRoot( this.entry ), this.before, ( entry ) => {
					this.reversed.push( this.before = entry );
				} );
			} else {
				this.stray( this.entry );
			}
		}
		return true;
	}
}

/** Whether an entry is that of a shadow root. */
export function isShadowRoot( entry: Entry ): boolean {
	return nodeTypeOf( entry.node ) === FRAGMENT;
}
