/**
 * Walks a part of the page in document order, one node a step, and describes what has not been recorded yet.
 *
 * The walk holds its place by sibling pointers, and the page may change between two steps. Whatever the walk misses or
 * sees twice then has a parent whose list of children changed, and the comparison of that parent (changes.ts) puts
 * right what was recorded of it.
 */
import { BLOCKED } from '../../../privacy';
import { NODE, type SerializedNode } from '../../recorded';
import type { Entries, Entry } from './entry';
import { firstChildOf, isConnected, nextSiblingOf, parentOf, shadowRootOf } from './natives';
import type { Reader } from './reader';

/** A described node and its places in the tree of entries; what is told of them is made of these at the end. */
export interface Add {
	entry: Entry;
	/** Recorded sibling after it; null for none. */
	next: Entry | null;
	node: SerializedNode;
}

interface Level {
	/** Entry whose children are walked. */
	entry: Entry;
	next: Node | null;
	/** Where nested descriptions go; null when descriptions are listed flat. */
	into: SerializedNode[] | null;
	isShadow: boolean;
}

export interface Found {
	/** Frames that were met: their documents are told by events of their own. */
	frame: ( entry: Entry ) => void;
	/** Shadow roots and documents that were met: their changes are observed from now on. */
	root: ( root: Node ) => void;
	/** Controls that were met: what they are set to is compared from now on. */
	field: ( field: Element ) => void;
	/** Dialogs that were met: whether they are modal is compared from now on. */
	dialog: ( dialog: Element ) => void;
	/** An element that is recorded once more, at another place. */
	again: ( element: Element ) => void;
	/** A box that is recorded with its scroll position. */
	scrolled: ( box: Element ) => void;
	/** A node among whose children is one that is still recorded elsewhere: its children must be compared once more. */
	unsettled: ( parent: Node ) => void;
	/** A recorded node that was out of the page when its turn came. */
	stray: ( entry: Entry ) => void;
	/** How many fields that hold something have been met so far. */
	filled: () => number;
}

const FIELDS = new Set( [ 'input', 'textarea', 'select' ] );

export class Walk {
	private readonly levels: Level[] = [];
	/** What was described, in order. */
	private readonly described: { entry: Entry; node: SerializedNode }[];
	private filled: number;

	/**
	 * @param adds Where descriptions are listed, parents first, each without its children, as a mutation event has them;
	 *             null: they are nested, as a snapshot has them.
	 */
	public constructor( private readonly entries: Entries, private readonly reader: Reader, private readonly found: Found, private readonly adds: Add[] | null ) {
		this.described = adds ?? [];
		this.filled = found.filled();
	}

	/**
	 * Describes one node and enters it: its children are walked by step().
	 *
	 * @param before The recorded sibling after it; null for none.
	 * @param place  Its place among the recorded children of its parent.
	 * @return The description, null when the node is not recorded.
	 */
	public enter( node: Node, parent: Entry | null, isShadow: boolean, into: SerializedNode[] | null, before: Entry | null = null, place?: ( entry: Entry ) => void ): SerializedNode | null {
		const read = this.reader.read( node, parent );
		if ( ! read ) {
			return null;
		}
		const isDocument = parent === null || read.node.type === 0;
		const isAgain = this.entries.had( node );
		const entry = this.entries.add( node, parent, read.state, parent?.rootId ?? 0, isDocument && parent !== null );
		entry.hash = read.hash;
		entry.isLeaf = ! read.goesInside;
		const described = read.node as SerializedNode & { rootId?: number; isShadow?: true };
		described.id = entry.id;
		if ( entry.rootId && ! isDocument ) {
			described.rootId = entry.rootId;
		}
		if ( isShadow ) {
			described.isShadow = true;
		}
		if ( parent ) {
			( place ?? ( ( child ) => parent.append( child ) ) )( entry );
		}
		into?.push( described );
		if ( ! this.adds ) {
			this.described.push( { entry, node: described } );
		} else if ( parent ) {
			this.adds.push( { entry, next: before, node: described } );
		}
		if ( described.type === NODE.element && ! ( read.state & BLOCKED ) ) {
			this.look( node as Element, described, entry );
			if ( isAgain ) {
				this.found.again( node as Element );
			}
		}
		if ( read.goesInside ) {
			this.levels.push( { entry, next: firstChildOf( node ), into: this.adds ? null : described.childNodes!, isShadow: false } );
			if ( ( described as { isShadowHost?: boolean } ).isShadowHost ) {
				this.enterShadow( node, entry, this.adds ? null : described.childNodes! );
			}
		}
		return described;
	}

	private look( element: Element, { tagName: tag = '', attributes }: SerializedNode, entry: Entry ): void {
		if ( tag === 'iframe' ) {
			this.found.frame( entry );
		} else if ( FIELDS.has( tag ) ) {
			this.found.field( element );
		} else if ( tag === 'dialog' ) {
			this.found.dialog( element );
		}
		if ( attributes!.rr_scrollTop || attributes!.rr_scrollLeft ) {
			this.found.scrolled( element );
		}
	}

	/** Enters the shadow root of a recorded host; on top of its own children, for rrweb's format has them first. */
	public enterShadow( host: Node, entry: Entry, into: SerializedNode[] | null ): void {
		const root = host.nodeType === 1 ? shadowRootOf( host as Element ) : null;
		if ( root && ! entry.inner ) {
			entry.inner = this.entries.addShadow( root, entry );
			this.found.root( root );
			this.levels.push( { entry: entry.inner, next: firstChildOf( root ), into, isShadow: true } );
		}
	}

	/**
	 * Walks to the end. A field may have been met on the way in a shadow root or frame, and texts that were read before may
	 * say what the field holds: then all that was described is read once more.
	 */
	public *toEnd(): Generator<void> {
		while ( this.step() ) {
			yield;
		}
		while ( this.filled !== this.found.filled() ) {
			this.filled = this.found.filled();
			for ( const { entry, node } of this.described ) {
				if ( ! entry.isGone ) {
					this.reader.readAgain( entry, node );
				}
				yield;
			}
		}
	}

	/** One step. False: the walk is at its end. */
	public step(): boolean {
		const level = this.levels[ this.levels.length - 1 ];
		if ( ! level ) {
			return false;
		}
		const node = level.next;
		if ( ! node || level.entry.isGone ) {
			this.levels.pop();
			return this.levels.length > 0;
		}
		level.next = nextSiblingOf( node );
		// A node that was taken out of the page, or that another place has by now, is not read here.
		if ( parentOf( node ) !== level.entry.node ) {
			return true;
		}
		if ( ! isConnected( node ) ) {
			this.found.stray( level.entry );
		} else {
			const known = this.entries.of( node );
			if ( ! known ) {
				this.enter( node, level.entry, level.isShadow, level.into );
			} else if ( known.parent !== level.entry ) {
				this.found.unsettled( level.entry.node );
			}
		}
		return true;
	}
}
