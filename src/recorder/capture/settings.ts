/** Settings of a capture, and how often the capture looks and compares. */
import type { Masking } from '../masking/masking';
import type { RecordedEvent } from '../recorded';
import { SLICE_MS, STEPS } from './slices';

export interface Pace {
	/** Longest slice (ms), and steps between two looks at the clock: see Slices. */
	slice: number;
	steps: number;
	/** Changes are told this long after the first of them (ms); with the walk no state shown for 250 ms is missing. */
	look: number;
	/** State that no observer tells is compared this often (ms): controls that scripts set, rules of sheets, documents of frames. */
	compare: number;
}

/** How long the page may be kept when it is hidden or leaves, to tell what is not told yet (ms). */
export const HURRY_MS = 30;

export const PACE: Pace = { slice: SLICE_MS, steps: STEPS, look: 100, compare: 250 };

/** Signs that a lower detail thins out are told this often (ms). */
export const SLOW_MS = 1000;

/** How much is told, in the numbers of DETAIL. */
export interface Detail {
	readonly level: number;
}

export interface CaptureSettings {
	masking: Masking;
	/** Takes what may leave the page. */
	onEvent: ( event: RecordedEvent ) => void;
	/** Called when something that was recorded open is closed now: what is queued must not leave. */
	onClosed: () => void;
	/** Called when an error lost what was recorded of the page: nothing comes through until the next snapshot. */
	onLost: () => void;
	/** Called when the page has been written anew: the listeners of its window are gone. */
	onRewritten?: () => void;
	/** Called once after too many errors. */
	onBroken: () => void;
	/** Told of every error, after which the capture goes on or gives up by itself. */
	onError?: ( error: unknown ) => void;
	/** How much is told, where that is not all: read whenever it matters. */
	detail?: Detail;
	/** How often things are done, where that is another than usual: for tests. */
	pace?: Partial<Pace>;
}
