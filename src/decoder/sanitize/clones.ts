import { LIMITS } from '../limits';

interface Named {
	name: string;
	size: number;
}

/**
 * Counts the nodes that SVG `use` draws again: for every id, the nodes below its element times the `use`
 * elements that refer to it. Either may come first.
 */
export class CloneBudget {
	private readonly uses = new Map< string, number >();
	private readonly sizes = new Map< string, number >();
	private nodes = 0;

	public clear(): void {
		this.uses.clear();
		this.sizes.clear();
		this.nodes = 0;
	}

	/** Another `use` of the name; false when it is one too many. */
	public use( name: string ): boolean {
		const nodes = this.nodes + ( this.sizes.get( name ) ?? 0 );
		if ( nodes > LIMITS.clonedNodes ) {
			return false;
		}
		this.nodes = nodes;
		this.uses.set( name, ( this.uses.get( name ) ?? 0 ) + 1 );
		return true;
	}

	/** Whether one more node fits into all of these. */
	public mayGrow( above: readonly Named[] ): boolean {
		return this.nodes + above.reduce( ( sum, one ) => sum + this.usesOf( one.name ), 0 ) <= LIMITS.clonedNodes;
	}

	public grow( above: readonly Named[] ): void {
		for ( const { name } of above ) {
			if ( name !== '' ) {
				this.nodes += this.usesOf( name );
				this.sizes.set( name, ( this.sizes.get( name ) ?? 0 ) + 1 );
			}
		}
	}

	public shrink( name: string, nodes: number ): void {
		if ( name !== '' ) {
			this.nodes -= this.usesOf( name ) * nodes;
			this.sizes.set( name, ( this.sizes.get( name ) ?? 0 ) - nodes );
		}
	}

	/** Gives all of a node to another name; false, and nothing done, when that would be too much. */
	public rename( node: Named, name: string ): boolean {
		const nodes = this.nodes - this.usesOf( node.name ) * node.size + this.usesOf( name ) * node.size;
		if ( nodes > LIMITS.clonedNodes ) {
			return false;
		}
		this.shrink( node.name, node.size );
		if ( name !== '' ) {
			this.nodes += this.usesOf( name ) * node.size;
			this.sizes.set( name, ( this.sizes.get( name ) ?? 0 ) + node.size );
		}
		return true;
	}

	private usesOf( name: string ): number {
		return name === '' ? 0 : ( this.uses.get( name ) ?? 0 );
	}
}
