import { LIMITS } from './limits';

/** Two events never share a time, so that going to a time never loses one of them. */
const STEP = 0.01;

/** How far events may be out of order before the clock counts as set back, ms. */
const CLOCK_SLACK = 60_000;

/** A visitor who does nothing for this long is idle, ms. */
const IDLE_AFTER = 5_000;

/** How much of an idle time is kept before and after, ms. */
const IDLE_LEAD = 1_000;

/**
 * Joins the clocks of many pages to one time line: it starts at 0, never goes back, never jumps by
 * more than {@link LIMITS.pause}.
 */
export class Timeline {
	private lastRaw: number | null = null;
	private lastActive = 0;
	private newIdle: Array< [ number, number ] > = [];

	/** Time of the latest event, ms since the first. */
	public now = 0;

	/**
	 * Time of the next event on the one time line.
	 *
	 * @param raw Unix time in ms by the visitor's clock, as recorded.
	 * @return Its time, and whether the clock had to be corrected.
	 */
	public place( raw: number ): { time: number; corrected: boolean } {
		if ( this.lastRaw === null ) {
			this.lastRaw = raw;
			return { time: 0, corrected: false };
		}
		const passed = raw - this.lastRaw;
		const corrected = passed > LIMITS.pause || passed < -CLOCK_SLACK;
		// Events are often a little out of order (pointer moves come in batches); more means that the clock was changed.
		this.lastRaw = corrected ? raw : Math.max( raw, this.lastRaw );
		this.now += Math.min( LIMITS.pause, Math.max( STEP, passed ) );
		return { time: this.now, corrected };
	}

	/** The visitor did something now. */
	public active(): void {
		if ( this.now - this.lastActive > IDLE_AFTER ) {
			this.newIdle.push( [ this.lastActive + IDLE_LEAD, this.now - IDLE_LEAD ] );
		}
		this.lastActive = this.now;
	}

	/** Idle times that have become known since the last call. */
	public takeIdle(): Array< [ number, number ] > {
		const idle = this.newIdle;
		this.newIdle = [];
		return idle;
	}
}
