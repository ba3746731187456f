/**
 * What the visit asks of a capture, and the capture it gets.
 */
import type { Masking } from '../masking/masking';
import type { RecordedEvent } from '../recorded';
import { Page } from './page';
import type { Pace } from './pace';

export interface CaptureSettings {
	masking: Masking;
	/** Takes what may leave the page. */
	onEvent: ( event: RecordedEvent ) => void;
	/** Called when something that was recorded open is closed now: what is queued must not leave. */
	onClosed: () => void;
	/** Called once after too many errors. */
	onBroken: () => void;
	/** Told of every error, after which the capture goes on or gives up by itself. */
	onError?: ( error: unknown ) => void;
	/** How often things are done, where that is another than usual: for tests. */
	pace?: Partial<Pace>;
}

export interface Capture {
	/** A full snapshot of the page, and what happens after it. The first call begins to watch the page. */
	snapshot: () => void;
	/** Nothing comes through until the next snapshot. */
	pause: () => void;
	/** Tells what is not told yet, within so many milliseconds: before the page is hidden or leaves. */
	hurry: ( milliseconds: number ) => void;
	/** Stops watching the page. */
	stop: () => void;
}

/** Captures the page the recorder runs in. */
export function createCapture( settings: CaptureSettings ): Capture {
	const page = new Page( settings );
	let isStarted = false;
	return {
		snapshot() {
			if ( isStarted ) {
				page.snapshot();
			} else {
				isStarted = true;
				page.start();
			}
		},
		pause: () => page.pause(),
		hurry: ( milliseconds ) => page.hurry( milliseconds ),
		stop: () => page.stop(),
	};
}
