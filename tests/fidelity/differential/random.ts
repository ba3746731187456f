/** A seeded generator of random numbers (mulberry32): the same seed gives the same program. */
export class Random {
	private state: number;

	public constructor( seed: number ) {
		this.state = seed >>> 0;
	}

	/** A number from 0 to 1, 1 excluded. */
	public next(): number {
		this.state = ( this.state + 0x6d2b79f5 ) >>> 0;
		let mixed = this.state;
		mixed = Math.imul( mixed ^ ( mixed >>> 15 ), mixed | 1 );
		mixed ^= mixed + Math.imul( mixed ^ ( mixed >>> 7 ), mixed | 61 );
		return ( ( mixed ^ ( mixed >>> 14 ) ) >>> 0 ) / 4294967296;
	}

	/** A whole number from 0 to below `end`. */
	public below( end: number ): number {
		return Math.floor( this.next() * end );
	}

	public chance( probability: number ): boolean {
		return this.next() < probability;
	}

	public pick<T>( list: readonly T[] ): T {
		return list[ this.below( list.length ) ]!;
	}

	public shuffled<T>( list: readonly T[] ): T[] {
		const out = [ ...list ];
		for ( let at = out.length - 1; at > 0; at-- ) {
			const other = this.below( at + 1 );
			[ out[ at ], out[ other ] ] = [ out[ other ]!, out[ at ]! ];
		}
		return out;
	}

	/** Plain words, which no masking rule takes for a secret. */
	public words( most = 3 ): string {
		return Array.from( { length: 1 + this.below( most ) }, () => this.pick( WORDS ) ).join( ' ' );
	}
}

const WORDS = 'river stone meadow copper lantern harbor willow basket ribbon marble thunder pepper saddle garden orchard'.split( ' ' );
