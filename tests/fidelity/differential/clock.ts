/**
 * Time for the recorders, which stands still unless a program lets time pass: timers, messages and clocks of the page are
 * the program's, so that the same seed always gives the same slices, looks and comparisons. Import this module before
 * any recorder: a recorder may keep the timers that it finds when it is loaded.
 */
import { Random } from './random';

interface Due {
	at: number;
	run: () => void;
	/** Milliseconds between two runs; 0 for a timer that runs once. */
	every: number;
}

type Callback = ( ...given: unknown[] ) => void;

/** The browser's own, for what a program waits for: documents of frames, linked sheets, events of scrolling. */
export const real = { setTimeout: window.setTimeout.bind( window ), requestAnimationFrame: window.requestAnimationFrame.bind( window ), MessageChannel: window.MessageChannel };

/** Milliseconds of the first moment, so that timestamps look like those of a page. */
const BEGIN = Date.UTC( 2026, 0, 1 );
/** Milliseconds until a frame is drawn. */
const FRAME_MS = 16;
/** No program takes so long. */
const PROGRAM_MS = 1_000_000;

export class Clock {
	/** Says how long the work of a recorder takes; null: no time at all. */
	public random: Random | null = null;
	private now = 0;
	private last = 0;
	private programs = 0;
	/** In the order in which they were asked for. */
	private readonly due = new Map<number, Due>();

	public install(): void {
		const timer = ( every: boolean ) => ( run: Callback, wait = 0, ...given: unknown[] ) => this.ask( () => run( ...given ), Math.max( 1, wait ), every );
		const clear = ( id?: number ) => void this.due.delete( id ?? 0 );
		const message = ( run: () => void ) => this.ask( run, 0, false );
		class Channel {
			public port1 = { onmessage: null as ( ( event: object ) => void ) | null, close() {} };
			public port2 = { postMessage: ( data: unknown ) => void message( () => this.port1.onmessage?.( { data } ) ) };
		}
		Object.assign( window, { setTimeout: timer( false ), setInterval: timer( true ), clearTimeout: clear, clearInterval: clear, requestAnimationFrame: ( run: () => void ) => this.ask( run, FRAME_MS, false ), cancelAnimationFrame: clear, MessageChannel: Channel } );
		// No two events share a moment, so that a replay can stop between any two of them.
		Date.now = () => BEGIN + Math.floor( ++this.now );
		performance.now = () => ( this.now += this.random?.below( 4 ) ?? 0 );
	}

	/** Forgets what waits, and begins a program at a round time: what one program takes does not shift the next. */
	public reset(): void {
		this.due.clear();
		this.now = ++this.programs * PROGRAM_MS;
	}

	/** Runs what is due next, if anything is due until then; microtasks run after it, as after every task. */
	public async turn( until = this.now ): Promise<boolean> {
		let next = 0;
		for ( const [ id, { at } ] of this.due ) {
			next = at <= until && ( next === 0 || at < this.due.get( next )!.at ) ? id : next;
		}
		const due = this.due.get( next );
		if ( due ) {
			this.due.delete( next );
			this.now = Math.max( this.now, due.at );
			if ( due.every > 0 ) {
				this.due.set( next, { ...due, at: this.now + due.every } );
			}
			due.run();
		}
		await microtasks();
		return due !== undefined;
	}

	/** Lets so many milliseconds pass. */
	public async pass( milliseconds: number ): Promise<void> {
		const end = this.now + milliseconds;
		for ( let turns = 0; await this.turn( end ); turns++ ) {
			if ( turns > 5000 ) {
				throw new Error( 'The recorder never comes to rest.' );
			}
		}
		this.now = Math.max( this.now, end );
	}

	private ask( run: () => void, wait: number, isRepeated: boolean ): number {
		this.due.set( ++this.last, { at: this.now + wait, run, every: isRepeated ? wait : 0 } );
		return this.last;
	}
}

/** Observers of mutations run, and what they ask for. */
export async function microtasks(): Promise<void> {
	for ( let turn = 0; turn < 3; turn++ ) {
		await null;
	}
}

export const clock = new Clock();
clock.install();
