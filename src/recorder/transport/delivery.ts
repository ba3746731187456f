/**
 * Takes segments to the door: one at a time, in order, again after a failure, silent towards the page.
 */
import * as SEGMENT_LIMITS from '../../contracts/generated/segment/limits';
import { EVENT } from '../recorded';
import { run, task } from '../tasks/task';
import { Timer } from '../tasks/timer';
import type { DeliverySettings, Parcel } from './delivery-parts';
import { halvesOf } from './halves';
import { LONGEST_RETRY_AFTER_MS, retryAfterMs } from './retry-after';
import { encodeSegment, gzip, sizeOf, textOf, type Bytes } from './segment';

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

/** Smallest limit that is believed of a door, in bytes: below, a segment is given up. The smallest one known of firewalls is twice as large. */
const SMALLEST_LIMIT_BYTES = 64 * 1024;
/** How the line of a full snapshot begins. */
const SNAPSHOT = `\n{"type":${ EVENT.fullSnapshot },`;

export class Delivery {
	private parcels: Parcel[] = [];
	private failures = 0;
	private malformed = 0;
	private isClosed = false;
	private isRefused = false;
	private isFull = false;
	private readonly timer = new Timer();
	/** Largest body that is sent, in bytes: half of the smallest one that the door has refused. */
	private mostBytes: number = SEGMENT_LIMITS.maxBodyBytes;
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
		const parcel = this.wrap( body, { pageEnd, hasSnapshot, key: identity.key, sequence: identity.take() } );
		const queued = this.parcels.reduce( ( sum, other ) => sum + other.size, 0 );
		// One that is too large by itself is taken where nothing waits: compressed it may well fit.
		if ( queued && queued + parcel.size > LONGEST_QUEUE_BYTES && ! pageEnd ) {
			this.isFull = true;
			return this.settings.onFull();
		}
		this.parcels.push( parcel );
		void this.compress( parcel );
	}

	private wrap( body: Bytes[], about: Pick<Parcel, 'pageEnd' | 'hasSnapshot' | 'key' | 'sequence'> ): Parcel {
		return { body, ndjson: body, size: sizeOf( body ), gzipped: false, isReady: false, sending: false, tried: false, isPurged: false, ...about };
	}

	private async compress( parcel: Parcel ): Promise<void> {
		const compressed = await gzip( parcel.body );
		run( () => {
			// A flush may have sent it as it was while the compressor worked.
			if ( compressed && ! parcel.tried ) {
				parcel.body = [ compressed ];
				parcel.size = compressed.length;
				parcel.gzipped = true;
			}
			parcel.isReady = true;
			this.pump();
		} );
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
	private pump(): void {
		const next = this.parcels[ 0 ];
		if ( ! next?.isReady || this.timer.isSet || this.parcels.some( ( parcel ) => parcel.sending ) ) {
			return;
		}
		if ( ! this.isOnline() ) {
			return this.wait( LONGEST_WAIT_MS );
		}
		if ( next.size > this.mostBytes ) {
			return this.split( next );
		}
		void this.post( next );
	}

	private async post( parcel: Parcel ): Promise<void> {
		// Parcels that leave together make one attempt, and one that leaves during a wait makes none.
		const attempt = this.timer.isSet ? -1 : this.failures;
		parcel.sending = parcel.tried = true;
		const { key: recordingKey, sequence, body, gzipped, pageEnd } = parcel;
		let bytes = 0;
		let status = 0;
		let retryAfter = 0;
		try {
			const segment = encodeSegment( { recordingKey, sequence, accountKey: this.settings.accountKey, body, gzip: gzipped, pageEnd } );
			const keepalive = this.keepaliveBytes + segment.length <= SEGMENT_LIMITS.keepaliveBudgetBytes;
			this.keepaliveBytes += bytes = keepalive ? segment.length : 0;
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
		run( () => {
			this.keepaliveBytes -= bytes;
			parcel.sending = false;
			// A parcel that is not known any more was dropped while it was on its way.
			if ( this.parcels.includes( parcel ) ) {
				this.settle( parcel, status, retryAfter, attempt );
			}
		} );
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
		} else if ( status === 413 ) {
			this.mostBytes = Math.max( SMALLEST_LIMIT_BYTES, Math.min( this.mostBytes, parcel.size >> 1 ) );
			this.split( parcel );
		} else if ( status === 400 ) {
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
		this.pump();
	}

	/**
	 * Makes two segments of one that is too large: half of the events each. What waits behind moves on by one number. A
	 * single event, and a segment behind which others were tried already, are lost.
	 */
	private split( parcel: Parcel ): void {
		const { identity } = this.settings;
		const { key, pageEnd, hasSnapshot } = parcel;
		const place = this.parcels.indexOf( parcel );
		const behind = this.parcels.slice( place + 1 ).filter( ( other ) => other.key === key );
		const halves = parcel.size > SMALLEST_LIMIT_BYTES && key === identity.key && ! parcel.isPurged ? halvesOf( textOf( parcel.ndjson ) ) : null;
		if ( ! halves || behind.some( ( { tried } ) => tried ) ) {
			return this.lose( parcel );
		}
		const made = halves.map( ( ndjson, second ) => this.wrap( [ new TextEncoder().encode( ndjson ) ], { pageEnd: pageEnd && second === 1, hasSnapshot: hasSnapshot && ndjson.includes( SNAPSHOT ), key, sequence: 0 } ) );
		this.parcels.splice( place, 1, ...made );
		const numbers = [ parcel.sequence, ...behind.map( ( { sequence } ) => sequence ), identity.take() ];
		[ ...made, ...behind ].forEach( ( one, at ) => {
			one.sequence = numbers[ at ]!;
		} );
		made.forEach( ( one ) => void this.compress( one ) );
	}

	private lose( parcel: Parcel ): void {
		this.parcels = this.parcels.filter( ( other ) => other !== parcel );
		this.settings.onLost( parcel.hasSnapshot );
		this.tellRoom();
		this.pump();
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
		this.timer.set( Math.max( 0, asked ) + jitter, this.goOn );
		globalThis.addEventListener?.( 'online', this.onOnline );
	}

	private endWait(): void {
		this.timer.cancel();
		globalThis.removeEventListener?.( 'online', this.onOnline );
	}

	private readonly goOn = () => {
		this.endWait();
		this.notBefore = 0;
		this.pump();
	};

	private readonly onOnline = task( () => {
		if ( Date.now() >= this.notBefore ) {
			this.goOn();
		}
	} );

	private isOnline(): boolean {
		return this.settings.isOnline?.() ?? navigator.onLine !== false;
	}
}
