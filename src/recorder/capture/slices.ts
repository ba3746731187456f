/**
 * Work in slices: between two slices the page has the main thread, so that no task of the recorder is long.
 */
import { task } from '../tasks/task';
import type { Steps } from './dom/walk';

/** Longest slice (ms). A step that takes long, such as a style sheet, still ends within 16 ms. */
export const SLICE_MS = 6;
/** How many steps are made between two looks at the clock. */
export const STEPS = 4;

export interface Work {
	/** Makes one small step. False when the work is done. */
	step: () => boolean;
	/** Called before each slice: the page may have changed since the last one. */
	resume: () => void;
	done: () => void;
	/** An error of a step; the work is over. */
	fail: ( error: unknown ) => void;
}

/** The steps of a generator, which is made with the first of them; steps that the generator yields are made before it goes on. */
export function stepsOf( make: () => Generator<Steps | void, void> ): Work[ 'step' ] {
	let work: Generator<Steps | void, void> | undefined;
	let steps: Steps | void;
	return () => {
		if ( steps?.step() ) {
			return true;
		}
		const next = ( work ??= make() ).next();
		steps = next.value;
		return ! next.done;
	};
}

export class Slices {
	/** A task of its own for the next slice, without the 4 ms that nested timers wait (HTML, timer nesting level). */
	private readonly channel = new MessageChannel();
	private work: Work | null = null;
	/** Whether a task for the next slice waits already: one that was asked for twice would halve what the page gets. */
	private isAsked = false;

	/** @param now A clock in milliseconds that never goes back. */
	public constructor( private readonly now: () => number, private readonly slice = SLICE_MS, private readonly steps = STEPS ) {
		this.channel.port1.onmessage = task( () => {
			this.isAsked = false;
			this.run( this.slice );
		} );
	}

	public get isBusy(): boolean {
		return this.work !== null;
	}

	/** Begins a work in the next task; a work that is under way is given up. */
	public begin( work: Work ): void {
		this.work = work;
		this.ask();
	}

	/** Goes on with the work now, for at most this long (ms): before the page leaves. */
	public hurry( milliseconds: number ): void {
		this.run( milliseconds );
	}

	public stop(): void {
		this.work = null;
		this.channel.port1.onmessage = null;
		this.channel.port1.close();
	}

	private ask(): void {
		if ( ! this.isAsked ) {
			this.isAsked = true;
			this.channel.port2.postMessage( 0 );
		}
	}

	private run( milliseconds: number ): void {
		const work = this.work;
		if ( ! work ) {
			return;
		}
		try {
			const end = this.now() + milliseconds;
			work.resume();
			do {
				for ( let step = 0; step < this.steps; step++ ) {
					if ( ! work.step() ) {
						this.work = null;
						work.done();
						return;
					}
				}
			} while ( this.now() < end );
			this.ask();
		} catch ( error ) {
			this.work = null;
			work.fail( error );
		}
	}
}
