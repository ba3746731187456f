/** What the capture of a page is given, and how often it does things. */
import type { RecordedEvent } from '../recorded';
import type { Masking } from './dom/reader';
import { SLICE_MS, STEPS } from './slices';

/** How often things are done, for tests that want them at other times. */
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
export interface PageSettings {
	gate: ( event: RecordedEvent ) => RecordedEvent | null;
	/** Nodes that the gate asks for by number: filled with the nodes of each event that the gate is given. */
	named: Map<number, Node>;
	masking: Masking;
	/** Told before each look: what was found out of the page may have changed. */
	forget: ( isSnapshot: boolean ) => void;
	meet: ( node: Node ) => void;
	closes: ( element: Element, changed: readonly string[] ) => boolean;
	/** What was recorded open is closed now: what waits must not leave, and a new snapshot is due. */
	onClosed: () => void;
	onEvent: ( event: RecordedEvent ) => void;
	onBroken: () => void;
	/** Told of every error of the recorder, which goes on or gives up by itself. */
	onError?: ( error: unknown ) => void;
	/** The page is not recorded any longer. */
	onStop?: () => void;
	now: () => number;
	pace?: Partial<Pace>;
}
