/**
 * Takes segments to the door: one at a time, in order, again after a failure, silent towards the page.
 */
import * as SEGMENT_LIMITS from '../../contracts/generated/segment/limits';
import type { Identity } from '../session/identity';
import { LONGEST_RETRY_AFTER_MS, retryAfterMs } from './retry-after';
import { encodeSegment, gzip, sizeOf, type Bytes } from './segment';

/** Failed attempts in a row after which this page gives up. */
const BREAKER = 5;
/** First and longest wait before trying again, ms; the wait is drawn evenly from 0 to it ("full jitter"). */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** Malformed segments after which this page gives up: the fault is the recorder's own, more would not help. */
const MALFORMED = 3;
/** Unsent bytes above which no further segment is taken. */
const LONGEST_QUEUE_BYTES = 4 * 1024 * 1024;
/** Header and account key of a segment, with room to spare (bytes). */
const HEADER_ROOM_BYTES = 256;

interface Parcel {
	/** NDJSON as UTF-8, in pieces; its gzip once the compressor has answered. */
	body: Bytes[];
	/** Bytes of the body. */
	size: number;
	gzipped: boolean;
	pageEnd: boolean;
	hasSnapshot: boolean;
	/** Settles when the body has its final form. */
	ready: Promise<void>;
	isReady: boolean;
	/** A parcel that is dropped unsent leaves a hole in the sequence, by which the loss is seen. */
	sequence: number;
	/** Whether it was tried: from then on its bytes stay as they are. */
	tried: boolean;
	sending: boolean;
	/** Whether it was purged while it was on its way: it is not sent a second time. */
	isPurged: boolean;
	/** Recording the parcel belongs to. */
	key: Uint8Array;
}

export interface DeliverySettings {
	door: string;
	accountKey: string;
	identity: Pick<Identity, 'key' | 'take'>;
	/** Called once when nothing can be delivered any more from this page. */
	onRefused: () => void;
	/**
	 * Called when a segment is lost: only a new full snapshot makes readable what follows.
	 *
	 * @param hadSnapshot Whether the lost segment held a full snapshot: the next one would fare the same.
	 */
	onLost: ( hadSnapshot: boolean ) => void;
	/** Called when a segment is dropped because too many bytes wait: whatever is captured now would be dropped too. */
	onFull: () => void;
	/** Called when, after onFull, everything that waited is gone. */
	onRoom: () => void;
	fetch?: typeof fetch;
	/** Evenly from 0 to 1. */
	random?: () => number;
	isOnline?: () => boolean;
}

export class Delivery {
	private parcels: Parcel[] = [];
	private failures = 0;
	private malformed = 0;
	private isClosed = false;
	private isRefused = false;
	private isFull = false;
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** Until when the door asked not to be called, Unix ms. */
	private notBefore = 0;
	/** Bytes of requests that outlive the page, now on their way; browsers allow 64 KiB for all together. */
	private keepaliveBytes = 0;

	constructor( private readonly settings: DeliverySettings ) {}

	/** Whether nothing waits and nothing is on its way. */
	get idle(): boolean {
		return ! this.parcels.length;
	}

	/** Takes segments, and goes on until all are delivered. Without effect once the door has refused this page. */
	start(): void {
		this.isClosed = this.isRefused;
	}

	/** Drops everything that is not delivered yet; takes and sends nothing more. */
	stop(): void {
		this.isClosed = true;
		this.parcels = [];
		this.endWait();
	}

	/**
	 * Takes over a segment's NDJSON as UTF-8, in pieces.
	 *
	 * @param pageEnd     Whether it is the page's last segment; that one is taken even if the queue is full.
	 * @param hasSnapshot Whether it holds a full snapshot.
	 */
	add( body: Bytes[], pageEnd = false, hasSnapshot = false ): void {
		if ( this.isClosed ) {
			return;
		}
		const { identity } = this.settings;
		const size = sizeOf( body );
		const parcel: Parcel = { body, size, gzipped: false, pageEnd, hasSnapshot, ready: Promise.resolve(), isReady: false, sending: false, tried: false, isPurged: false, key: identity.key, sequence: identity.take() };
		const queued = this.parcels.reduce( ( sum, other ) => sum + other.size, 0 );
		// One that is too large by itself is taken where nothing waits: compressed it may well fit.
		if ( queued && queued + size > LONGEST_QUEUE_BYTES && ! pageEnd ) {
			this.isFull = true;
			return this.settings.onFull();
		}
		parcel.ready = gzip( body ).then( ( compressed ) => {
			// A flush may have sent it as it was while the compressor worked.
			if ( compressed && ! parcel.tried ) {
				parcel.body = [ compressed ];
				parcel.size = compressed.length;
				parcel.gzipped = true;
			}
			parcel.isReady = true;
		} );
		this.parcels.push( parcel );
		void this.pump();
	}

	/** Sends at once, by requests that outlive the page, what fits the browser's budget for them. */
	flush(): void {
		if ( Date.now() < this.notBefore || ! this.isOnline() ) {
			return;
		}
		let left = SEGMENT_LIMITS.keepaliveBudgetBytes - this.keepaliveBytes;
		for ( const parcel of this.parcels ) {
			const size = parcel.size + HEADER_ROOM_BYTES;
			if ( ! parcel.sending && size <= left ) {
				left -= size;
				void this.post( parcel );
			}
		}
	}

	/** Drops what is not on its way. What is, is not tried again: it may hold what the page has protected since. */
	purge(): void {
		this.parcels = this.parcels.filter( ( parcel ) => ( parcel.isPurged = parcel.sending ) );
		this.tellRoom();
	}

	/** Sends the first parcel, unless one is on its way or a wait is on. */
	private async pump(): Promise<void> {
		const next = this.parcels[ 0 ];
		if ( ! next || this.timer || this.parcels.some( ( parcel ) => parcel.sending ) ) {
			return;
		}
		if ( ! this.isOnline() ) {
			return this.wait( LONGEST_WAIT_MS );
		}
		if ( ! next.isReady ) {
			await next.ready;
			return this.pump();
		}
		if ( next.size > SEGMENT_LIMITS.maxBodyBytes ) {
			return this.lose( next );
		}
		await this.post( next );
	}

	private async post( parcel: Parcel ): Promise<void> {
		// Parcels that leave together make one attempt, and one that leaves during a wait makes none.
		const attempt = this.timer ? -1 : this.failures;
		parcel.sending = parcel.tried = true;
		const { key: recordingKey, sequence, body, gzipped, pageEnd } = parcel;
		const segment = encodeSegment( { recordingKey, sequence, accountKey: this.settings.accountKey, body, gzip: gzipped, pageEnd } );
		const keepalive = this.keepaliveBytes + segment.length <= SEGMENT_LIMITS.keepaliveBudgetBytes;
		let status = 0;
		let retryAfter = 0;
		this.keepaliveBytes += keepalive ? segment.length : 0;
		try {
			const response = await ( this.settings.fetch ?? fetch )( this.settings.door, {
				method: 'POST',
				body: segment,
				headers: { 'Content-Type': SEGMENT_LIMITS.contentType },
				credentials: 'omit',
				cache: 'no-store',
				referrerPolicy: 'origin',
				keepalive,
			} );
			status = response.status;
			retryAfter = retryAfterMs( response.headers.get( 'Retry-After' ), Date.now() );
		} catch {}
		this.keepaliveBytes -= keepalive ? segment.length : 0;
		parcel.sending = false;
		// A parcel that is not known any more was dropped while it was on its way.
		if ( this.parcels.includes( parcel ) ) {
			this.settle( parcel, status, retryAfter, attempt );
		}
	}

	/**
	 * @param status     HTTP status; 0 when no answer came.
	 * @param retryAfter How long the door asks to wait, ms.
	 * @param attempt    Failures in a row before this attempt; -1 for one that does not count.
	 */
	private settle( parcel: Parcel, status: number, retryAfter: number, attempt: number ): void {
		if ( status === 204 ) {
			this.failures = 0;
			// Of segments that left together one may be taken and the next be asked to wait.
			if ( Date.now() >= this.notBefore ) {
				this.endWait();
			}
			this.forget( parcel );
		} else if ( status === 403 || status === 410 ) {
			this.refuse();
		} else if ( status === 400 && ++this.malformed >= MALFORMED ) {
			this.refuse();
		} else if ( status === 400 || status === 413 ) {
			this.lose( parcel );
		} else if ( attempt === this.failures && ( status || this.isOnline() ) && ++this.failures >= BREAKER ) {
			// Any other status, a page of HTML with status 200 included, means that the segment was not taken.
			this.refuse();
		} else {
			// The earlier time is passed over where it lies too far ahead: then the clock was set back.
			const now = Date.now();
			this.notBefore = Math.max( Math.min( this.notBefore, now + LONGEST_RETRY_AFTER_MS ), now + retryAfter );
			const longest = Math.min( LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures );
			this.wait( this.notBefore - now, longest * ( this.settings.random ?? Math.random )() );
			if ( parcel.isPurged ) {
				this.forget( parcel );
			}
		}
	}

	private forget( parcel: Parcel ): void {
		this.parcels = this.parcels.filter( ( other ) => other !== parcel );
		this.tellRoom();
		void this.pump();
	}

	private lose( parcel: Parcel ): void {
		this.parcels = this.parcels.filter( ( other ) => other !== parcel );
		this.settings.onLost( parcel.hasSnapshot );
		this.tellRoom();
		void this.pump();
	}

	private tellRoom(): void {
		if ( this.isFull && this.idle ) {
			this.isFull = false;
			this.settings.onRoom();
		}
	}

	private refuse(): void {
		this.isRefused = true;
		this.stop();
		this.settings.onRefused();
	}

	/** Nothing is sent for this long, or until the browser is online again. */
	private wait( asked: number, jitter = 0 ): void {
		this.endWait();
		this.timer = setTimeout( this.goOn, Math.max( 0, asked ) + jitter );
		globalThis.addEventListener?.( 'online', this.onOnline );
	}

	private endWait(): void {
		clearTimeout( this.timer );
		this.timer = undefined;
		globalThis.removeEventListener?.( 'online', this.onOnline );
	}

	private readonly goOn = () => {
		this.endWait();
		this.notBefore = 0;
		void this.pump();
	};

	private readonly onOnline = () => {
		if ( Date.now() >= this.notBefore ) {
			this.goOn();
		}
	};

	private isOnline(): boolean {
		return this.settings.isOnline?.() ?? navigator.onLine !== false;
	}
}
