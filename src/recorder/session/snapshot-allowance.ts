/**
 * How many new full snapshots one page may take because something was lost or had to be dropped. A snapshot walks the
 * whole page: a loss that repeats itself (a door that refuses every upload, a page that protects itself again and
 * again) must not turn into a loop of them. Every such snapshot goes through this object.
 */

/** Both from the project's promise to visitors: a page costs at most this much extra work. */
export const MOST_A_MINUTE = 3;
export const MOST_A_PAGE = 8;
const MINUTE_MS = 60_000;

export class SnapshotAllowance {
	/** When each snapshot was taken, Unix ms. */
	private times: number[] = [];

	constructor( private readonly now: () => number = Date.now ) {}

	/** Milliseconds until the next snapshot is allowed: 0 at once, Infinity no more on this page. */
	wait(): number {
		const { length } = this.times;
		if ( length >= MOST_A_PAGE ) {
			return Infinity;
		}
		const earlier = this.times[ length - MOST_A_MINUTE ];
		// A clock that is set back must not stretch the wait.
		return earlier === undefined ? 0 : Math.min( MINUTE_MS, Math.max( 0, earlier + MINUTE_MS - this.now() ) );
	}

	/** Call for each snapshot that is taken. */
	spend(): void {
		this.times.push( this.now() );
	}
}
