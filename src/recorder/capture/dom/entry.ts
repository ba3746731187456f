/**
 * The page as recorded: one entry a node, in the shape of the tree that the replay holds.
 */

const NO_CHILDREN: Entry[] = [];

/** A recorded node. The tree of entries is the page as the events told it so far; a change of the page is found by comparing the two. */
export class Entry {
	/** Recorded children, in order. A shadow root and the document of a frame have entries of their own. */
	public children: Entry[] = NO_CHILDREN;
	/** Whether the entry has left the tree of entries. */
	public isGone = false;
	/** Hash of the style sheet, or of a text that has changed, as recorded last; 1 for a modal dialog; else 0. */
	public hash = 0;
	/** Whether nothing below the node is recorded: blocked, a frame, a field, an element of which only the place is kept. */
	public isLeaf = false;
	/** Entry of the shadow root of this element, or of the document in this frame. */
	public inner: Entry | null = null;

	/**
	 * @param id     Number of the node in the events; a shadow root bears the number of its host, as in rrweb's format.
	 * @param node   The node.
	 * @param parent Null for the page's document.
	 * @param state  How far the node may be shown (masking/element-states).
	 * @param rootId Number of the frame's document the node stands in; 0 in the page's own.
	 */
	public constructor( public readonly id: number, public readonly node: Node, public parent: Entry | null, public state: number, public readonly rootId: number ) {}

	public append( child: Entry ): void {
		if ( this.children === NO_CHILDREN ) {
			// A literal has room for one child, which most parents have; a push into an empty list makes room for 17.
			this.children = [ child ];
		} else {
			this.children.push( child );
		}
	}

	/** All children are there: lets go of the room for more. */
	public settle(): void {
		if ( this.children.length > 1 ) {
			this.children = this.children.slice();
		}
	}
}

/** FNV-1a over UTF-16 code units: a change of a text is told by its hash, so that no second copy of the page's text is held. */
export function hashOf( text: string ): number {
	let hash = 0x811c9dc5;
	for ( let at = 0; at < text.length; at++ ) {
		hash = Math.imul( hash ^ text.charCodeAt( at ), 0x01000193 );
	}
	// A number of 31 bits stands in its entry; a larger one is an object of its own.
	return ( hash >>> 2 ) | 1;
}

/** All entries of a page view. */
export class Entries {
	private readonly entries = new WeakMap<Node, Entry>();
	private last = 0;

	/** @param isRoot Whether the node is the document of a frame: what stands in it names it as its root. */
	public add( node: Node, parent: Entry | null, state: number, rootId: number, isRoot = false ): Entry {
		const id = ++this.last;
		return this.keep( node, new Entry( id, node, parent, state, isRoot ? id : rootId ) );
	}

	/** Enters the shadow root of a host, under the number of the host. */
	public addShadow( root: ShadowRoot, host: Entry ): Entry {
		return this.keep( root, new Entry( host.id, root, host, host.state, host.rootId ) );
	}

	/** The number given last: greater ones are of nodes that came later. */
	public get lastId(): number {
		return this.last;
	}

	private keep( node: Node, entry: Entry ): Entry {
		this.entries.set( node, entry );
		return entry;
	}

	/** Entry of a node that stands in the recorded tree. */
	public of( node: Node ): Entry | null {
		const entry = this.entries.get( node );
		return entry && ! entry.isGone ? entry : null;
	}

	/** Whether the node has been recorded at any time. */
	public had( node: Node ): boolean {
		return this.entries.has( node );
	}

	/**
	 * Takes an entry and all below it out of the tree. The entries are taken apart, so that a node which the page keeps
	 * does not keep its former neighbors.
	 */
	public remove( entry: Entry ): void {
		const waiting = [ entry ];
		for ( let at = waiting.pop(); at; at = waiting.pop() ) {
			if ( at.isGone ) {
				continue;
			}
			at.isGone = true;
			for ( const child of at.children ) {
				waiting.push( child );
			}
			if ( at.inner ) {
				waiting.push( at.inner );
			}
			if ( at.parent?.inner === at ) {
				at.parent.inner = null;
			}
			at.children = NO_CHILDREN;
			at.inner = null;
			at.parent = null;
		}
	}
}
