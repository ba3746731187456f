/** How often the capture does things. */
import { SLICE_MS, STEPS } from './slices';

export interface Pace {
	/** Longest slice (ms), and steps between two looks at the clock: see Slices. */
	slice: number;
	steps: number;
	/** Changes are told this long after the first of them (ms); with the walk no state shown for 250 ms is missing. */
	look: number;
	/** What no observer tells is compared this often (ms): controls that scripts set, rules of sheets, documents of frames. */
	compare: number;
}

export const PACE: Pace = { slice: SLICE_MS, steps: STEPS, look: 100, compare: 250 };
