/**
 * The capture as the visit has it.
 */
import { watchScheme } from './display';
import { Page } from './page';
import { HURRY_MS, type CaptureSettings } from './settings';

export type { CaptureSettings };

export interface Capture {
	/** A full snapshot of the page, and what happens after it. The first call begins to watch the page. */
	snapshot: () => void;
	/** Nothing comes through until the next snapshot. */
	pause: () => void;
	/** Tells what is not told yet, within a bounded time: before the page is hidden or leaves. */
	hurry: () => void;
	/** Stops watching the page. */
	stop: () => void;
}

/** Captures the page the recorder runs in. */
export function createCapture( settings: CaptureSettings ): Capture {
	const page = new Page( settings );
	const endScheme = watchScheme( () => {
		// Sheets that are recorded already apply as they did: only a new snapshot is right.
		page.pause();
		settings.onLost();
	} );
	return {
		snapshot: () => page.snapshot(),
		pause: () => page.pause(),
		hurry: () => page.hurry( HURRY_MS ),
		stop: () => {
			endScheme();
			page.stop();
		},
	};
}
