import type { PlayerState } from '../types';

type Span = readonly [ number, number ];

/** Knowledge of the time line beside the state: exact page beginnings, and idle times. */
export class Moments {
	/** In order: the decoder tells them as the recording goes on. */
	private readonly idle: Span[] = [];
	/** Page views whose beginning the decoder has told; the list knows the others only roughly. */
	private readonly exact = new Set< number >();

	public learn( pageTimes: Record< number, number >, idle: readonly Span[] ): void {
		Object.keys( pageTimes ).forEach( ( n ) => this.exact.add( Number( n ) ) );
		// One by one: a list may be longer than a call can take arguments.
		idle.forEach( ( time ) => this.idle.push( time ) );
	}

	public isExact( page: number ): boolean {
		return this.exact.has( page );
	}

	/** Of these beginnings the ones the decoder has told. */
	public exactOf( pageTimes: Readonly< Record< number, number > > ): Record< number, number > {
		return Object.fromEntries( Object.entries( pageTimes ).filter( ( [ n ] ) => this.exact.has( Number( n ) ) ) );
	}

	/** The page view on the stage at this moment. */
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

	/** The page view that begins at this moment, to the millisecond, if its beginning is known only roughly. */
	public pageBeginningAt( time: number, state: PlayerState ): number | null {
		const found = Object.entries( state.pageTimes ).find( ( [ n, start ] ) => ! this.exact.has( Number( n ) ) && Math.abs( start - time ) <= 1 );
		return found ? Number( found[ 0 ] ) : null;
	}

	/** The idle time around this moment. */
	public idleAt( time: number ): Span | undefined {
		let low = 0;
		let high = this.idle.length;
		while ( low < high ) {
			const middle = ( low + high ) >> 1;
			if ( ( this.idle[ middle ]?.[ 1 ] ?? 0 ) > time ) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}
		const found = this.idle[ low ];
		return found && found[ 0 ] <= time ? found : undefined;
	}
}
