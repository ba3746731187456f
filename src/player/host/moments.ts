import type { PlayerState } from '../types';

/** What is known of the time line beside the state: where pages begin for sure, and where nobody did anything. */
export class Moments {
	private readonly idle: Array< readonly [ number, number ] > = [];
	/** Pages whose beginning the decoder has told; of the others the list knows it only roughly. */
	private readonly exact = new Set< number >();

	public learn( pageTimes: Record< number, number >, idle: ReadonlyArray< readonly [ number, number ] > ): void {
		Object.keys( pageTimes ).forEach( ( n ) => this.exact.add( Number( n ) ) );
		// One by one: a list may be longer than a call can take arguments.
		idle.forEach( ( time ) => this.idle.push( time ) );
	}

	public isExact( page: number ): boolean {
		return this.exact.has( page );
	}

	/** The page on the stage at this moment. */
	public pageAt( time: number, state: PlayerState ): number {
		let page = state.page;
		let best = -1;
		for ( const [ n, start ] of Object.entries( state.pageTimes ) ) {
			if ( start <= time + 1 && start > best ) {
				best = start;
				page = Number( n );
			}
		}
		return page;
	}

	/** The page that begins at this moment, to the millisecond, as far as that is known only roughly. */
	public pageBeginningAt( time: number, state: PlayerState ): number | null {
		const found = Object.entries( state.pageTimes ).find( ( [ n, start ] ) => ! this.exact.has( Number( n ) ) && Math.abs( start - time ) <= 1 );
		return found ? Number( found[ 0 ] ) : null;
	}

	/** From when to when nobody did anything, around this moment. */
	public idleAt( time: number ): readonly [ number, number ] | undefined {
		return this.idle.find( ( [ from, to ] ) => time >= from && time < to );
	}
}
