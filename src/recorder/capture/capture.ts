/**
 * Runs rrweb with the strictest useful options and lets every event through the gate.
 */
import { record } from '@rrweb/record';
import { MASK } from '../../privacy';
import type { Gate } from '../masking/gate';
import type { Mirror, RecordedEvent } from '../recorded';
import { EVENT } from '../recorded';

/** Errors of rrweb or of the gate after which this page is not recorded any further. */
const MOST_ERRORS = 10;

/** Types and tags of what is typed or chosen; the values of buttons, options and bars are the page's own. */
const TYPED = /^(pass|text|select|color|date|email|month|number|range|search|tel|time|url|week)/;

export interface CaptureSettings {
	/** Elements that rrweb itself leaves out; the gate does not rely on it. */
	isBlocked: ( element: Element | ShadowRoot ) => boolean;
	inputs: boolean;
	gate: Gate;
	/** Takes what came through the gate. */
	onEvent: ( event: RecordedEvent ) => void;
	/** Called once after too many errors. */
	onBroken: () => void;
}

export interface Capture {
	start: () => void;
	/** A new full snapshot; until it is there nothing comes through. */
	snapshot: () => void;
	stop: () => void;
	/** While true, nothing comes through. */
	paused: boolean;
}

/** rrweb's map between nodes and ids. */
export const mirror = record.mirror as unknown as Mirror;

export function createCapture( settings: CaptureSettings ): Capture {
	let end: ( () => void ) | undefined;
	let errors = 0;

	const fail = () => {
		if ( ++errors === MOST_ERRORS ) {
			settings.onBroken();
		}
		return true;
	};
	const emit = ( event: RecordedEvent ) => {
		if ( capture.paused ) {
			return;
		}
		try {
			const passed = settings.gate( event );
			if ( passed && ! capture.paused ) {
				settings.onEvent( passed );
			} else if ( event.type === EVENT.fullSnapshot ) {
				fail();
			}
		} catch {
			fail();
		}
	};

	const capture: Capture = {
		paused: false,
		start() {
			try {
				end = record( {
					emit: emit as never,
					// The build makes rrweb ask this instead of a class and a selector, and of shadow roots too (tools/*-rrweb.mjs).
					blockSelector: settings.isBlocked as never,
					// Asked by type and by tag. The gate looks at all of them again.
					maskInputOptions: new Proxy( {}, { get: ( _, type ) => ( settings.inputs ? /^pass/ : TYPED ).test( type as string ) } ),
					maskInputFn: ( text ) => text && MASK,
					slimDOMOptions: { script: true, comment: true, headWhitespace: true },
					recordCanvas: false,
					inlineImages: false,
					collectFonts: false,
					recordCrossOriginIframes: false,
					// Half a card number is not recognisable: where inputs are recorded, only what is finished counts.
					sampling: { mousemove: 50, scroll: 150, input: settings.inputs ? 'last' : 'all' },
					errorHandler: fail,
				} );
				if ( ! end ) {
					settings.onBroken();
				}
			} catch {
				settings.onBroken();
			}
		},
		snapshot() {
			capture.paused = false;
			try {
				record.takeFullSnapshot();
			} catch {
				fail();
			}
		},
		stop() {
			capture.paused = true;
			try {
				end?.();
			} catch {}
			end = undefined;
		},
	};
	return capture;
}
