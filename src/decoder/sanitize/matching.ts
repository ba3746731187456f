import { LIMITS } from '../limits';

/** What a browser files an element's rules by. */
export interface Matched {
	readonly tag: string;
	/** The `class` attribute. */
	classes: string;
	/** The `id` attribute. */
	name: string;
}

const classKeys = ( classes: string ): string[] =>
	classes === '' ? [] : [ ...new Set( classes.toLowerCase().split( /[ \t\n\f\r]+/ ) ) ].filter( ( one ) => one !== '' ).map( ( one ) => `.${ one }` );
const nameKeys = ( name: string ): string[] => ( name === '' ? [] : [ `#${ name.toLowerCase() }` ] );
const keysOf = ( node: Matched ): string[] => [ ...classKeys( node.classes ), node.tag, ...nameKeys( node.name ) ];

/**
 * Counts how often a browser would match a CSS rule against an element to draw the page view once. Browsers
 * look only at rules whose last compound selector names the element's tag, a class or the id; rules without
 * such a name are matched against every element.
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
		const matches = this.matches + this.everywhere + this.cost( keys );
		if ( matches > LIMITS.matches ) {
			return false;
		}
		this.matches = matches;
		this.elements++;
		this.count( keys, 1 );
		return true;
	}

	public removeNode( node: Matched ): void {
		const keys = keysOf( node );
		this.matches -= this.everywhere + this.cost( keys );
		this.elements--;
		this.count( keys, -1 );
	}

	/** Another `id` and `class` for an element; false, and nothing done, when the rules would be held against it too often. */
	public rename( node: Matched, name: string, classes: string ): boolean {
		const otherName = name !== node.name;
		const otherClasses = classes !== node.classes;
		const gone = [ ...( otherName ? nameKeys( node.name ) : [] ), ...( otherClasses ? classKeys( node.classes ) : [] ) ];
		const come = [ ...( otherName ? nameKeys( name ) : [] ), ...( otherClasses ? classKeys( classes ) : [] ) ];
		const matches = this.matches - this.cost( gone ) + this.cost( come );
		if ( matches > LIMITS.matches ) {
			return false;
		}
		this.matches = matches;
		this.count( gone, -1 );
		this.count( come, 1 );
		return true;
	}

	private count( keys: readonly string[], by: 1 | -1 ): void {
		for ( const key of keys ) {
			const now = ( this.nodes.get( key ) ?? 0 ) + by;
			if ( now === 0 ) {
				this.nodes.delete( key );
			} else {
				this.nodes.set( key, now );
			}
		}
	}

	private cost( keys: readonly string[] ): number {
		return keys.reduce( ( sum, key ) => sum + ( this.rules.get( key ) ?? 0 ), 0 );
	}
}
