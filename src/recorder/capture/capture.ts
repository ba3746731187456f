/**
 * What the visit asks of a capture, and the capture it gets.
 */
import type { Masking } from '../masking/masking';
import type { RecordedEvent } from '../recorded';
import { Page } from './page';

export interface CaptureSettings {
	masking: Masking;
	/** Takes what may leave the page. */
	onEvent: ( event: RecordedEvent ) => void;
	/** Called when something that was recorded open is closed now: what is queued must not leave. */
	onClosed: () => void;
	/** Called once after too many errors. */
	onBroken: () => void;
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
export function createCapture( { masking, onEvent, onClosed, onBroken }: CaptureSettings ): Capture {
	const { boundary, typed } = masking;
	const page = new Page( {
		gate: masking.pass,
		named: masking.named,
		masking,
		forget( isSnapshot ) {
			boundary.forget();
			typed.forget( isSnapshot );
		},
		meet: ( node ) => {
			if ( node.nodeType === 1 || node.nodeType === 9 || node.nodeType === 11 ) {
				masking.watchIn( node as Element );
			}
		},
		closes: ( element, changed ) => boundary.closedSince( element, changed ),
		onClosed,
		onEvent,
		onBroken,
		now: Date.now,
	} );
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
		pause() {
			page.paused = true;
		},
		hurry: ( milliseconds ) => page.hurry( milliseconds ),
		stop: () => page.stop(),
	};
}
