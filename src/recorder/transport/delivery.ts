/**
 * Takes segments to the door: one at a time, in order, again after a failure, silent towards the page.
 */
import * as SEGMENT_LIMITS from '../../contracts/generated/segment/limits';
import { encodeSegment, gzip } from './segment';
import type { Identity } from '../session/identity';

/** Failures in a row after which this page gives up. */
const BREAKER = 5;
/** First and longest wait before trying again, ms; the wait is drawn evenly from 0 to it ("full jitter"). */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** Malformed segments after which this page gives up: the fault is in us, more would not help. */
const MALFORMED = 3;
/** Unsent bytes after which what waits is dropped and seen as a gap. */
const LONGEST_QUEUE_BYTES = 4 * 1024 * 1024;

interface Parcel {
	/** NDJSON as UTF-8, until the compressor answered; afterwards what it made of it. */
	body: Uint8Array<ArrayBuffer>;
	gzipped: boolean;
	pageEnd: boolean;
	/** Settles when the body has its final form. */
	ready: Promise<void>;
	isReady: boolean;
	/** What is dropped unsent leaves a hole in the sequence, so that the loss can be seen. */
	sequence: number;
	/** Whether it was tried: from then on its bytes stay as they are. */
	tried: boolean;
	sending: boolean;
	/** Recording the parcel belongs to. */
	key: Uint8Array;
}

export interface DeliverySettings {
	door: string;
	accountKey: string;
	identity: Pick<Identity, 'key' | 'take'>;
	/** Called once when nothing can be delivered any more from this page. */
	onRefused: () => void;
	/** Called when a segment is lost: only a new full snapshot makes what follows readable. */
	onLost: () => void;
	fetch?: typeof fetch;
	/** Evenly from 0 to 1. */
	random?: () => number;
}

export interface Delivery {
	/** Takes over a segment's NDJSON. */
	add: ( ndjson: string, pageEnd?: boolean ) => void;
	/** Sends at once, by requests that outlive the page, what fits the browser's budget for them. */
	flush: () => void;
	/** Drops what is not on its way. */
	purge: () => void;
	/** Whether anything waits. */
	readonly idle: boolean;
}

/** Seconds or a date, as HTTP allows. */
function retryAfterMs( response: Response ): number {
	const value = response.headers.get( 'Retry-After' );
	if ( ! value ) {
		return 0;
	}
	const ms = /^\d+$/.test( value ) ? Number( value ) * 1000 : Date.parse( value ) - Date.now();
	return ms > 0 ? ms : 0;
}

export function createDelivery( settings: DeliverySettings ): Delivery {
	const { identity } = settings;
	const random = settings.random ?? Math.random;
	let parcels: Parcel[] = [];
	let failures = 0;
	let malformed = 0;
	let refused = false;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	/** Bytes of requests that outlive the page, now on their way; browsers allow 64 KiB for all together. */
	let keepaliveBytes = 0;

	const refuse = () => {
		if ( ! refused ) {
			refused = true;
			parcels = [];
			clearTimeout( waiting );
			settings.onRefused();
		}
	};
	const forget = ( parcel: Parcel ) => {
		parcels = parcels.filter( ( other ) => other !== parcel );
	};

	async function post( parcel: Parcel ): Promise<void> {
		parcel.sending = parcel.tried = true;
		const segment = encodeSegment( {
			recordingKey: parcel.key,
			sequence: parcel.sequence,
			accountKey: settings.accountKey,
			body: parcel.body,
			gzip: parcel.gzipped,
			pageEnd: parcel.pageEnd,
		} );
		const keepalive = keepaliveBytes + segment.length <= SEGMENT_LIMITS.keepaliveBudgetBytes;
		let status = 0;
		let wait = 0;
		keepaliveBytes += keepalive ? segment.length : 0;
		try {
			const response = await ( settings.fetch ?? fetch )( settings.door, {
				method: 'POST',
				body: segment,
				headers: { 'Content-Type': SEGMENT_LIMITS.contentType },
				credentials: 'omit',
				cache: 'no-store',
				referrerPolicy: 'origin',
				keepalive,
			} );
			status = response.status;
			wait = retryAfterMs( response );
		} catch {}
		keepaliveBytes -= keepalive ? segment.length : 0;
		parcel.sending = false;
		settle( parcel, status, wait );
	}

	/** @param status HTTP status; 0 when no answer came. */
	function settle( parcel: Parcel, status: number, wait: number ): void {
		if ( refused ) {
			return;
		}
		if ( status === 204 ) {
			failures = 0;
			forget( parcel );
		} else if ( status === 403 || status === 410 ) {
			return refuse();
		} else if ( status === 400 || status === 413 ) {
			forget( parcel );
			if ( status === 400 && ++malformed >= MALFORMED ) {
				return refuse();
			}
			settings.onLost();
		} else {
			// Anything else, a page of HTML with status 200 included, means that the segment was not taken.
			if ( ++failures >= BREAKER ) {
				return refuse();
			}
			const longest = Math.min( LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures );
			clearTimeout( waiting );
			waiting = setTimeout(
				() => {
					waiting = undefined;
					void pump();
				},
				wait + longest * random(),
			);
			return;
		}
		void pump();
	}

	async function pump(): Promise<void> {
		const next = parcels[ 0 ];
		if ( ! next || waiting || parcels.some( ( parcel ) => parcel.sending ) ) {
			return;
		}
		if ( ! next.isReady ) {
			await next.ready;
			return pump();
		}
		await post( next );
	}

	const isTooMuch = () => parcels.reduce( ( sum, parcel ) => sum + parcel.body.length, 0 ) > LONGEST_QUEUE_BYTES;

	const purge = () => {
		parcels = parcels.filter( ( parcel ) => parcel.sending );
	};

	return {
		add( ndjson, pageEnd = false ) {
			if ( refused ) {
				return;
			}
			const parcel: Parcel = {
				body: new TextEncoder().encode( ndjson ),
				gzipped: false,
				pageEnd,
				ready: Promise.resolve(),
				isReady: false,
				sending: false,
				tried: false,
				key: identity.key,
				sequence: identity.take(),
			};
			parcel.ready = gzip( parcel.body ).then( ( compressed ) => {
				// A flush may have sent it as it was while the compressor worked.
				if ( compressed && ! parcel.tried ) {
					parcel.body = compressed;
					parcel.gzipped = true;
				}
				parcel.isReady = true;
			} );
			parcels.push( parcel );
			if ( isTooMuch() ) {
				purge();
				settings.onLost();
			}
			void pump();
		},
		flush() {
			let left = SEGMENT_LIMITS.keepaliveBudgetBytes - keepaliveBytes;
			for ( const parcel of parcels ) {
				const size = parcel.body.length + 256;
				if ( ! parcel.sending && size <= left ) {
					left -= size;
					void post( parcel );
				}
			}
		},
		purge,
		get idle() {
			return parcels.length === 0;
		},
	};
}
