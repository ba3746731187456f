/**
 * Timers that outlive a page which clears every timer. A timer that is late is run at the end of the next task of the
 * recorder, and a signal with a time limit, which no page can clear, sees to it that there is one.
 */
import { listen } from '../../privacy/natives';
import { atTaskEnd, task } from './task';

/** A timer this late (ms) has been cleared, or the page has kept the main thread that long. */
const LATE_MS = 500;
/** How often it is looked for late timers (ms). */
const WATCH_MS = 1000;

const waiting = new Set<Timer>();
let isWatching = false;
let isArmed = false;

export class Timer {
	private id: ReturnType<typeof setTimeout> | undefined;
	/** When the timer is due, Unix ms. */
	private due = 0;
	private work: ( () => void ) | null = null;

	public get isSet(): boolean {
		return this.work !== null;
	}

	/** Runs a work once after this long (ms), instead of what the timer was set for before. */
	public set( wait: number, work: () => void ): void {
		this.cancel();
		this.due = Date.now() + wait;
		this.work = work;
		this.id = setTimeout( this.run, wait );
		waiting.add( this );
		watch();
	}

	/** Runs a work again and again, each time so long (ms) after the last. */
	public every( wait: number, work: () => void ): void {
		this.set( wait, () => {
			this.every( wait, work );
			work();
		} );
	}

	public cancel(): void {
		clearTimeout( this.id );
		this.work = null;
		waiting.delete( this );
	}

	public isLate( now: number ): boolean {
		return now - this.due > LATE_MS;
	}

	public readonly run = task( () => {
		const { work } = this;
		this.cancel();
		work?.();
	} );
}

function runLate(): void {
	const now = Date.now();
	waiting.forEach( ( timer ) => timer.isLate( now ) && timer.run() );
}

function watch(): void {
	if ( isWatching && ! isArmed && waiting.size > 0 && 'timeout' in AbortSignal ) {
		isArmed = true;
		// A task looks for late timers at its end.
		listen( AbortSignal.timeout( WATCH_MS ), 'abort', task( () => {
			isArmed = false;
			watch();
		} ) );
	}
}

/** Begins to look for late timers, as long as any timer is set. */
export function watchTimers(): void {
	isWatching = true;
	atTaskEnd( runLate );
	watch();
}
