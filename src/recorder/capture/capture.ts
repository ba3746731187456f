/**
 * Runs rrweb with the strictest useful options and lets every event through the gate.
 */
import { record } from '@rrweb/record';
import { MASK } from '../../privacy';
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
	/** What may leave of an event; null for nothing. */
	pass: ( event: RecordedEvent ) => RecordedEvent | null;
	/** Takes what came through the gate. */
	onEvent: ( event: RecordedEvent ) => void;
	/** Called once after too many errors. */
	onBroken: () => void;
}

export interface Capture {
	/** A full snapshot of the page, and what happens after it. The first call begins to watch the page. */
	snapshot: () => void;
	/** Nothing comes through until the next snapshot. */
	pause: () => void;
	/** Stops watching the page. */
	stop: () => void;
}

/** rrweb's map between nodes and ids. */
export const mirror = record.mirror as unknown as Mirror;

export class RrwebCapture implements Capture {
	private end: ( () => void ) | undefined;
	private isPaused = true;
	private errors = 0;

	constructor( private readonly settings: CaptureSettings ) {}

	snapshot(): void {
		this.isPaused = false;
		if ( ! this.end ) {
			return this.start();
		}
		try {
			record.takeFullSnapshot();
		} catch {
			this.fail();
		}
	}

	pause(): void {
		this.isPaused = true;
	}

	stop(): void {
		this.pause();
		try {
			this.end?.();
		} catch {}
		this.end = undefined;
	}

	private start(): void {
		const { inputs, isBlocked, onBroken } = this.settings;
		try {
			this.end = record( {
				emit: this.emit as never,
				// The build makes rrweb ask this instead of a class and a selector, and of shadow roots too (tools/*-rrweb.mjs).
				blockSelector: isBlocked as never,
				// Asked by type and by tag. The gate looks at all of them again.
				maskInputOptions: new Proxy( {}, { get: ( _, type ) => ( inputs ? /^pass/ : TYPED ).test( type as string ) } ),
				maskInputFn: ( text ) => text && MASK,
				slimDOMOptions: { script: true, comment: true, headWhitespace: true },
				recordCanvas: false,
				inlineImages: false,
				collectFonts: false,
				recordCrossOriginIframes: false,
				// Half a card number is not recognisable: where inputs are recorded, only what is finished counts.
				sampling: { mousemove: 50, scroll: 150, input: inputs ? 'last' : 'all' },
				errorHandler: this.fail,
			} );
			if ( ! this.end ) {
				onBroken();
			}
		} catch {
			onBroken();
		}
	}

	private readonly emit = ( event: RecordedEvent ) => {
		if ( this.isPaused ) {
			return;
		}
		try {
			const passed = this.settings.pass( event );
			if ( passed && ! this.isPaused ) {
				this.settings.onEvent( passed );
			} else if ( event.type === EVENT.fullSnapshot ) {
				this.fail();
			}
		} catch {
			this.fail();
		}
	};

	/** Counts errors; true tells rrweb that the error has been dealt with. */
	private readonly fail = (): true => {
		if ( ++this.errors === MOST_ERRORS ) {
			this.settings.onBroken();
		}
		return true;
	};
}

export const createCapture = ( settings: CaptureSettings ): Capture => new RrwebCapture( settings );
