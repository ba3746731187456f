/**
 * Budget of what the recorder costs the page. Its tasks are measured over windows of visible time; where they take too much of
 * two windows in a row, less is told from then on, and where the least is still too much, the recording ends.
 */
import { visibilityOf } from '../../privacy/natives';
import { DETAIL, EVENT, type RecordedEvent } from '../recorded';
import { measure } from '../tasks/task';

/** A budget that one busy moment cannot exceed: 150 ms in a window. */
export const WINDOW_MS = 5000;
/** The project's promise: at most this share of the main thread's time. */
const MOST = 0.03;
const WINDOWS = 2;
/** At the lowest detail the recording ends above this share, after so many windows in a row. */
const HARM = 0.1;
const HARM_WINDOWS = 3;
/**
 * Not counted: a page's first seconds, in which it builds itself, and the making of full snapshots, which are few
 * (snapshot-allowance.ts) and made in slices of 6 ms. Measured on a busy desktop: 0.2 s for 7,000 nodes and 0.5 s for
 * 16,000, that is 4 % and 10 % of a window, on a phone several times as much; less detail would make none of it cheaper.
 */
export const SETTLING_MS = 10_000;
/** A snapshot that is not done after this long (ms) counts. */
export const LONGEST_SNAPSHOT_MS = 60_000;
/** The capture has a task every 250 ms: in a longer gap than this (ms) the page was blocked or suspended, and not free. */
const LONGEST_GAP_MS = 1000;

export class CostBudget {
	/** How much is told; never more again within the page view. */
	public level: number = DETAIL.full;
	/** The level that the recording says. */
	private marked: number = DETAIL.full;
	/** From when on tasks count, and from when on they do without a snapshot (ms, performance.now()). */
	private from = 0;
	private settled = 0;
	/** When the last task that counts ended; NaN where the time since then does not count. */
	private last = NaN;
	private spent = 0;
	private elapsed = 0;
	/** Windows in a row above the limit. */
	private exceeded = 0;

	/** @param onHarm Called where the lowest detail costs too much. */
	public constructor( private readonly onHarm: () => void ) {}

	/** Begins to measure, with a snapshot. */
	public start(): void {
		this.settled = performance.now() + SETTLING_MS;
		this.last = NaN;
		this.spent = this.elapsed = this.exceeded = 0;
		this.describing();
		measure( this.onTask );
	}

	public stop(): void {
		measure( undefined );
	}

	/** A full snapshot begins. */
	public describing(): void {
		this.from = performance.now() + LONGEST_SNAPSHOT_MS;
	}

	/** A full snapshot has been told; what was marked before may be lost. */
	public described(): void {
		this.from = Math.max( this.settled, performance.now() );
		this.marked = DETAIL.full;
	}

	/** The event that tells a lowered detail; null where the recording says the level already. */
	public mark( timestamp: number ): RecordedEvent | null {
		if ( this.marked === this.level ) {
			return null;
		}
		this.marked = this.level;
		return { type: EVENT.custom, timestamp, data: { tag: 'candid:detail', payload: { level: this.level } } };
	}

	private readonly onTask = ( begun: number, ended: number ): void => {
		if ( begun < this.from || visibilityOf( document ) !== 'visible' ) {
			this.last = NaN;
			return;
		}
		this.spent += ended - begun;
		this.elapsed += ended - begun + ( Math.min( LONGEST_GAP_MS, begun - this.last ) || 0 );
		this.last = ended;
		if ( this.elapsed >= WINDOW_MS ) {
			this.judge( this.spent / this.elapsed );
			this.spent = this.elapsed = 0;
		}
	};

	private judge( share: number ): void {
		const isLowest = this.level === DETAIL.fewerStyles;
		this.exceeded = share > ( isLowest ? HARM : MOST ) ? this.exceeded + 1 : 0;
		if ( this.exceeded === ( isLowest ? HARM_WINDOWS : WINDOWS ) ) {
			this.exceeded = 0;
			if ( isLowest ) {
				this.onHarm();
			} else {
				this.level++;
			}
		}
	}
}
