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
import { ELEMENT, firstChildOf, isConnected, nextSiblingOf, nodeTypeOf, parentOf, shadowRootOf } from '../../../privacy/natives';
import type { Reader } from './reader';
import type { Writer } from './writer';
import { toJson } from '../../tasks/json';

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
	/** An element that is recorded once more. */
	again: ( element: Element ) => void;
	/** An element that may be scrolled already. */
	box: ( element: Element ) => void;
	/** A node among whose children is one that is still recorded elsewhere: its children must be compared once more. */
	unsettled: ( parent: Node ) => void;
	/** A recorded node that was out of the page when its turn came. */
	stray: ( entry: Entry ) => void;
	/** How many fields that hold something have been met so far. */
	filled: () => number;
}

/** A work of small steps, of which many are made at a time: a generator yields one instead of yielding after each step. */
export interface Steps {
	/** Makes one step. False: there is none left. */
	step: () => boolean;
}

/** Elements inside a line of text and small ones, in which nobody scrolls: most of a page. */
const UNSCROLLED = new Set( 'a abbr b br button cite del em font h1 h2 h3 h4 h5 h6 head hr i img ins label link meta option p picture script small source span strong style sub sup td th time title tr u var video'.split( ' ' ) );

/**
 * Levels of nodes in one description. What is deeper is told by the next look, where descriptions are not nested: a
 * level is two of JSON, and the server reads 512 (plugin/schemas/event.json).
 */
const MOST_LEVELS = 200;

const FIELDS = new Set( [ 'input', 'textarea', 'select' ] );

export class Walk {
	private readonly levels: Level[] = [];
	private filled: number;

	/**
	 * @param into Where descriptions are listed, parents first, each without its children, as a mutation event has them;
	 *             or where they are written, nested as a snapshot has them: the list in which they stand must be open.
	 */
	public constructor( private readonly entries: Entries, private readonly reader: Reader, private readonly found: Found, private readonly into: Add[] | Writer ) {
		this.filled = found.filled();
	}

	/**
	 * Describes one node and enters it: its children are walked by step().
	 *
	 * @param before The recorded sibling after it; null for none.
	 * @param place  Its place among the recorded children of its parent.
	 * @return False when the node is not recorded.
	 */
	public enter( node: Node, parent: Entry | null, isShadow: boolean, before: Entry | null = null, place?: ( entry: Entry ) => void ): boolean {
		const read = this.reader.read( node, parent );
		if ( ! read ) {
			return false;
		}
		const { into } = this;
		const isDocument = parent === null || read.node.type === 0;
		const isAgain = this.entries.had( node );
		const entry = this.entries.add( node, parent, read.state, parent?.rootId ?? 0, isDocument && parent !== null );
		entry.hash = read.hash;
		entry.isLeaf = ! read.goesInside;
		const described = read.node as SerializedNode & { rootId?: number; isShadow?: true; isSVG?: true };
		described.id = entry.id;
		if ( entry.rootId && ! isDocument ) {
			described.rootId = entry.rootId;
		}
		if ( isShadow ) {
			described.isShadow = true;
		}
		if ( place ) {
			place( entry );
		} else {
			parent?.append( entry );
		}
		if ( ! Array.isArray( into ) ) {
			this.write( described, read.goesInside, into );
		} else if ( parent ) {
			if ( described.type === NODE.element ) {
				described.childNodes = [];
			}
			into.push( { entry, next: before, node: described } );
		}
		if ( described.type === NODE.element && ! ( read.state & BLOCKED ) ) {
			this.look( node as Element, described.tagName!, entry );
			// An element that a look meets for the first time came a moment ago: a later scroll is told by its event.
			if ( isAgain || ( ! Array.isArray( into ) && ! UNSCROLLED.has( described.tagName! ) && ! described.isSVG ) ) {
				this.found.box( node as Element );
			}
			if ( isAgain ) {
				this.found.again( node as Element );
			}
		}
		if ( read.goesInside && ! Array.isArray( into ) && this.levels.length >= MOST_LEVELS ) {
			this.levels.push( { entry, next: null, isShadow: false } );
			this.found.unsettled( node );
		} else if ( read.goesInside ) {
			this.levels.push( { entry, next: firstChildOf( node ), isShadow: false } );
			if ( ( described as { isShadowHost?: boolean } ).isShadowHost ) {
				this.enterShadow( node, entry );
			}
		}
		return true;
	}

	/** Writes a description; the list of children of one that is gone into stays open until its level ends. */
	private write( node: SerializedNode, goesInside: boolean, into: Writer ): void {
		const text = toJson( node );
		into.item( goesInside || node.type === NODE.element ? `${ text.slice( 0, -1 ) },"childNodes":[${ goesInside ? '' : ']}' }` : text, goesInside );
	}

	private look( element: Element, tag: string, entry: Entry ): void {
		if ( tag === 'iframe' ) {
			this.found.frame( entry );
		} else if ( FIELDS.has( tag ) ) {
			this.found.field( element );
		} else if ( tag === 'dialog' ) {
			this.found.dialog( element );
		}
	}

	/** Enters the shadow root of a recorded host; on top of its own children, for rrweb's format has them first. */
	public enterShadow( host: Node, entry: Entry ): void {
		const root = nodeTypeOf( host ) === ELEMENT ? shadowRootOf( host as Element ) : null;
		if ( root && ! entry.inner ) {
			entry.inner = this.entries.addShadow( root, entry );
			this.found.root( root );
			this.levels.push( { entry: entry.inner, next: firstChildOf( root ), isShadow: true } );
		}
	}

	/**
	 * Whether a field has been met on the way, in a shadow root or frame: texts that were read before may say what the
	 * field holds, so that all that was described must be read once more.
	 */
	public get isStale(): boolean {
		return this.filled !== this.found.filled();
	}

	/** Walks to the end, and reads once more what was listed where that is stale. */
	public *toEnd(): Generator<Steps | void> {
		yield this;
		while ( Array.isArray( this.into ) && this.isStale ) {
			this.filled = this.found.filled();
			for ( const { entry, node } of this.into ) {
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
			level.entry.settle();
			if ( ! Array.isArray( this.into ) && ! level.isShadow ) {
				this.into.close( '}' );
			}
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
				this.enter( node, level.entry, level.isShadow );
			} else if ( known.parent !== level.entry ) {
				this.found.unsettled( level.entry.node );
			}
		}
		return true;
	}
}
