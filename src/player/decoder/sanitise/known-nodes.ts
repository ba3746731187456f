/** What the stage will hold after the events seen so far: lets later events name only what exists. */

export type NodeKind = 'document' | 'doctype' | 'element' | 'text' | 'comment' | 'emptied';

export interface KnownNode {
	readonly kind: NodeKind;
	/** Lower-case tag as it comes onto the stage; empty for what is no element. */
	readonly tag: string;
	readonly svg: boolean;
	/** 0 for the root document. */
	readonly parent: number;
	/** Id of the document it is in; its own for a document. */
	readonly document: number;
	/** Nesting below the root document. */
	readonly depth: number;
	/** An SVG element that can be named by `use`. */
	named: boolean;
	readonly children: Set< number >;
}

export class KnownNodes {
	private readonly nodes = new Map< number, KnownNode >();
	/** Id of the page's own document. */
	public root = 0;

	public get size(): number {
		return this.nodes.size;
	}

	public get( id: unknown ): KnownNode | null {
		return typeof id === 'number' ? ( this.nodes.get( id ) ?? null ) : null;
	}

	public clear(): void {
		this.nodes.clear();
		this.root = 0;
	}

	public add( id: number, node: Omit< KnownNode, 'children' > ): void {
		this.nodes.set( id, { ...node, children: new Set() } );
		this.nodes.get( node.parent )?.children.add( id );
	}

	/** Forgets a node and all below it. */
	public remove( id: number ): void {
		const parent = this.nodes.get( id )?.parent;
		if ( parent !== undefined ) {
			this.nodes.get( parent )?.children.delete( id );
		}
		const waiting = [ id ];
		for ( let next = waiting.pop(); next !== undefined; next = waiting.pop() ) {
			const node = this.nodes.get( next );
			if ( node ) {
				waiting.push( ...node.children );
				this.nodes.delete( next );
			}
		}
	}

	/** Whether `id` is `ancestor` or below it. */
	public isWithin( id: number, ancestor: number ): boolean {
		for ( let at = id; at !== 0; at = this.nodes.get( at )?.parent ?? 0 ) {
			if ( at === ancestor ) {
				return true;
			}
		}
		return false;
	}

	/** Whether the node or one above it passes the test, up to the document. */
	public someAbove( id: number, test: ( node: KnownNode ) => boolean ): boolean {
		for ( let node = this.nodes.get( id ); node; node = this.nodes.get( node.parent ) ) {
			if ( test( node ) ) {
				return true;
			}
		}
		return false;
	}

	/** Whether the node or one below it passes the test. */
	public someBelow( id: number, test: ( node: KnownNode ) => boolean ): boolean {
		const waiting = [ id ];
		for ( let next = waiting.pop(); next !== undefined; next = waiting.pop() ) {
			const node = this.nodes.get( next );
			if ( node && test( node ) ) {
				return true;
			}
			waiting.push( ...( node?.children ?? [] ) );
		}
		return false;
	}
}
