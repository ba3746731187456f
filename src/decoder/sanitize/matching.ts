import { LIMITS } from '../limits';

/** What a browser files an element's rules by. */
export interface Matched {
	readonly tag: string;
	/** The `class` attribute. */
	classes: string;
	/** The `id` attribute. */
	name: string;
}

function keysOf( node: Matched ): string[] {
	const keys = node.classes === '' ? [] : [ ...new Set( node.classes.toLowerCase().split( /[ \t\n\f\r]+/ ) ) ].filter( ( one ) => one !== '' ).map( ( one ) => `.${ one }` );
	keys.push( node.tag );
	if ( node.name !== '' ) {
		keys.push( `#${ node.name.toLowerCase() }` );
	}
	return keys;
}

/**
 * How often a browser would have to hold a rule against an element to draw the page view once. Browsers look
 * only at rules whose last part names the element's tag, a class or the id; the others meet every element.
 */
export class MatchBudget {
	private readonly rules = new Map< string, number >();
	private readonly nodes = new Map< string, number >();
	private elements = 0;
	private everywhere = 0;
	private matches = 0;

	public clear(): void {
		this.rules.clear();
		this.nodes.clear();
		this.elements = this.everywhere = this.matches = 0;
	}

	/** A rule, by the keys of its selectors; false when it is one too many. */
	public addRule( keys: readonly string[] ): boolean {
		let matches = this.matches;
		let everywhere = this.everywhere;
		for ( const key of keys ) {
			matches += key === '' ? this.elements : ( this.nodes.get( key ) ?? 0 );
			everywhere += key === '' ? 1 : 0;
		}
		if ( matches > LIMITS.matches || everywhere > LIMITS.rulesForAll ) {
			return false;
		}
		this.matches = matches;
		this.everywhere = everywhere;
		keys.forEach( ( key ) => key !== '' && this.rules.set( key, ( this.rules.get( key ) ?? 0 ) + 1 ) );
		return true;
	}

	/** An element; false when it is one too many. */
	public addNode( node: Matched ): boolean {
		const keys = keysOf( node );
		const matches = this.matches + this.cost( keys );
		if ( matches > LIMITS.matches ) {
			return false;
		}
		this.matches = matches;
		this.elements++;
		keys.forEach( ( key ) => this.nodes.set( key, ( this.nodes.get( key ) ?? 0 ) + 1 ) );
		return true;
	}

	public removeNode( node: Matched ): void {
		const keys = keysOf( node );
		this.matches -= this.cost( keys );
		this.elements--;
		keys.forEach( ( key ) => this.nodes.set( key, ( this.nodes.get( key ) ?? 0 ) - 1 ) );
	}

	private cost( keys: readonly string[] ): number {
		return keys.reduce( ( sum, key ) => sum + ( this.rules.get( key ) ?? 0 ), this.everywhere );
	}
}
