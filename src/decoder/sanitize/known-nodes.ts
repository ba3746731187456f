/** What the stage will hold after the events seen so far: lets later events name only what exists. */
import { CloneBudget } from './clones';
import { MatchBudget } from './matching';

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
	/** In an SVG element that can be named by `use`, or one itself. */
	named: boolean;
	/** The `id` and `class` attributes on the stage; empty for none. */
	name: string;
	classes: string;
	readonly children: Set< number >;
	/** In a drawing, or a drawing itself. Only there the next two are counted. */
	readonly drawn: boolean;
	/** Nodes in it, itself among them, and how many of them are `use`. */
	size: number;
	uses: number;
}

type NewNode = Omit< KnownNode, 'children' | 'drawn' | 'size' | 'uses' | 'name' | 'classes' > & { name?: string; classes?: string };

export class KnownNodes {
	private readonly nodes = new Map< number, KnownNode >();
	/** Id of the page's own document. */
	public root = 0;
	public readonly clones = new CloneBudget();
	public readonly matches = new MatchBudget();

	public get size(): number {
		return this.nodes.size;
	}

	public get( id: unknown ): KnownNode | null {
		return typeof id === 'number' ? ( this.nodes.get( id ) ?? null ) : null;
	}

	public clear(): void {
		this.nodes.clear();
		this.clones.clear();
		this.matches.clear();
		this.root = 0;
	}

	/** False when the page cannot bear it: too much would be drawn again, or held against too many rules. */
	public add( id: number, node: NewNode ): boolean {
		const parent = this.nodes.get( node.parent );
		const drawn = node.svg || parent?.drawn === true;
		const known: KnownNode = { name: '', classes: '', ...node, children: new Set(), drawn, size: 1, uses: node.tag === 'use' ? 1 : 0 };
		const above = drawn ? [ known, ...this.drawnAbove( known ) ] : [];
		if ( ! this.clones.mayGrow( above ) || ( node.kind === 'element' && ! this.matches.addNode( known ) ) ) {
			return false;
		}
		this.clones.grow( above );
		for ( const one of above.slice( 1 ) ) {
			one.size++;
			one.uses += known.uses;
		}
		this.nodes.set( id, known );
		parent?.children.add( id );
		return true;
	}

	/** Forgets a node and all below it. */
	public remove( id: number ): void {
		const removed = this.nodes.get( id );
		if ( ! removed ) {
			return;
		}
		this.nodes.get( removed.parent )?.children.delete( id );
		for ( const above of removed.drawn ? this.drawnAbove( removed ) : [] ) {
			above.size -= removed.size;
			above.uses -= removed.uses;
			this.clones.shrink( above.name, removed.size );
		}
		const waiting = [ id ];
		for ( let next = waiting.pop(); next !== undefined; next = waiting.pop() ) {
			const node = this.nodes.get( next );
			if ( node ) {
				node.children.forEach( ( child ) => waiting.push( child ) );
				this.forget( node );
				this.nodes.delete( next );
			}
		}
	}

	/** The `id` or `class` on the stage changes; false when the page cannot bear it. */
	public rename( node: KnownNode, name: string, classes: string ): boolean {
		if ( ! this.matches.rename( node, name, classes ) ) {
			return false;
		}
		if ( node.drawn && ! this.clones.rename( node, name ) ) {
			this.matches.rename( { ...node, name, classes }, node.name, node.classes );
			return false;
		}
		Object.assign( node, { name, classes } );
		return true;
	}

	private forget( node: KnownNode ): void {
		if ( node.drawn ) {
			this.clones.shrink( node.name, node.size );
		}
		if ( node.kind === 'element' ) {
			this.matches.removeNode( node );
		}
	}

	/** What the node is drawn in, from the inside out. */
	private drawnAbove( node: KnownNode ): KnownNode[] {
		const above: KnownNode[] = [];
		for ( let at = this.nodes.get( node.parent ); at?.drawn; at = this.nodes.get( at.parent ) ) {
			above.push( at );
		}
		return above;
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
}
