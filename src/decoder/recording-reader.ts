import { SEGMENT_LIMITS } from '../contracts/generated/segment';
import type { DecoderReport, StageEvent, StageFeed } from './protocol';
import { STAGE_EPOCH } from './stage-words';
import { EventType } from '../contracts/generated/event';
import { TooLarge, segmentLines } from './inflate';
import { LIMITS } from './limits';
import { asNumber, asObject, parseUntrusted } from './parse';
import { sanitizeEvent, type CleanEvent } from './sanitize/events';
import { cleanSize } from './sanitize/interaction';
import { PageContext } from './sanitize/page';
import { Timeline } from './timeline';

export interface Decoded {
	report: DecoderReport;
	feed: StageFeed;
}

/**
 * Reads a recording segment by segment, in order; every segment yields the events the stage may play and
 * the numbers the host page needs. Never throws: unreadable parts are counted and left out.
 */
export class RecordingReader {
	private readonly page: PageContext;
	private readonly timeline = new Timeline();
	private readonly pagesSeen = new Set< number >();
	private pageTimes: Record< number, number > = {};
	private gaps: Array< [ number, number ] > = [];
	private gapSince: number | null = null;
	private currentPage = -1;
	private events = 0;
	private bytes = 0;
	private tooLarge = false;
	private full = false;
	private started = false;
	private size: CleanEvent | null = null;
	private lost = 0;

	/**
	 * @param siteUrl  The site's address; pictures are asked for from its origin only.
	 * @param viewport Size of the window when the recording itself does not say.
	 */
	public constructor( siteUrl: string, private readonly viewport: readonly [ number, number ] ) {
		this.page = new PageContext( new URL( siteUrl ).origin );
	}

	/** Reads the next segment. `page` is its page view when the envelope does not name one. */
	public async segment( sequence: number, page: number, bytes: ArrayBuffer ): Promise< Decoded > {
		const out: StageEvent[] = [];
		if ( this.full ) {
			this.openGap();
			return this.result( sequence, out, false );
		}
		const room = LIMITS.decodedBytes - this.bytes;
		// Bytes count also when the segment fails later: else failing segments could be inflated without end.
		// A gzip that is damaged at its beginning inflates to nothing, but was downloaded.
		let inflated = 0;
		try {
			const lines = await segmentLines( bytes, Math.min( SEGMENT_LIMITS.maxDecodedBytes, room ), ( count ) => ( inflated += count ) );
			lines.forEach( ( line, index ) => {
				if ( index === 0 ) {
					this.turnTo( this.readEnvelope( line ) ?? page );
				} else {
					this.line( line, out );
				}
			} );
		} catch ( error ) {
			this.lost++;
			this.tooLarge ||= error instanceof TooLarge;
			this.openGap();
		}
		this.bytes += Math.max( inflated, bytes.byteLength );
		this.full ||= this.bytes >= LIMITS.decodedBytes || this.events >= LIMITS.events;
		return this.result( sequence, out, false );
	}

	/** The segment cannot be had. */
	public missing( sequence: number ): Decoded {
		this.openGap();
		return this.result( sequence, [], false );
	}

	/** There are no more segments. */
	public complete( sequence: number ): Decoded {
		if ( this.gapSince !== null && this.started ) {
			this.gaps.push( [ this.gapSince, this.timeline.now ] );
			this.gapSince = null;
		}
		this.timeline.active();
		return this.result( sequence, [], true );
	}

	private readEnvelope( line: string ): number | null {
		try {
			const page = asNumber( asObject( parseUntrusted( line ) )?.page, 0, SEGMENT_LIMITS.maxPages );
			return page === null ? null : Math.floor( page );
		} catch {
			this.lost++;
			return null;
		}
	}

	/** Another page view: node ids start again, so nothing can be shown before its own snapshot. */
	private turnTo( page: number ): void {
		if ( page !== this.currentPage ) {
			this.currentPage = page;
			this.page.nodes.clear();
		}
	}

	private line( line: string, out: StageEvent[] ): void {
		if ( this.events >= LIMITS.events ) {
			this.lost++;
			return;
		}
		let value: unknown;
		try {
			value = parseUntrusted( line );
		} catch {
			this.lost++;
			return;
		}
		const before = this.page.dropped;
		let clean;
		try {
			clean = sanitizeEvent( value, this.page );
		} catch {
			clean = null;
			this.page.dropped++;
		}
		this.lost += this.page.dropped > before ? 1 : 0;
		if ( clean ) {
			this.put( clean.event, clean.raw, clean.active, out );
		}
	}

	/** Places an event on the time line and adds it to `out`. */
	private put( event: CleanEvent, raw: number, active: boolean, out: StageEvent[] ): void {
		if ( event.type === EventType.meta ) {
			// The size is emitted together with its snapshot: seeking to a moment between the two would
			// show neither page.
			this.size = event;
			return;
		}
		if ( event.type === EventType.fullSnapshot ) {
			this.emit( this.size ?? this.usualSize(), raw, true, out );
			this.size = null;
			this.started = true;
		}
		if ( this.started ) {
			const time = this.emit( event, raw, active, out );
			if ( event.type === EventType.fullSnapshot ) {
				this.noteStart( this.currentPage, time );
			}
		}
	}

	/** A page view begins with its first snapshot; later snapshots of the same page view are no beginning. */
	private noteStart( page: number, time: number ): void {
		if ( ! this.pagesSeen.has( page ) ) {
			this.pagesSeen.add( page );
			this.pageTimes[ page ] = time;
		}
	}

	private emit( event: CleanEvent, raw: number, active: boolean, out: StageEvent[] ): number {
		const { time, corrected } = this.timeline.place( raw );
		this.lost += corrected ? 1 : 0;
		this.events++;
		if ( active ) {
			this.timeline.active();
		}
		if ( this.gapSince !== null ) {
			this.gaps.push( [ this.gapSince, time ] );
			this.gapSince = null;
		}
		out.push( { type: event.type, data: event.data, timestamp: STAGE_EPOCH + time } );
		return time;
	}

	private usualSize(): CleanEvent {
		return { type: EventType.meta, data: { href: '', ...( cleanSize( this.viewport[ 0 ], this.viewport[ 1 ] ) ?? { width: 1280, height: 720 } ) } };
	}

	private openGap(): void {
		this.gapSince ??= this.timeline.now;
	}

	private result( sequence: number, events: StageEvent[], complete: boolean ): Decoded {
		const { gaps, pageTimes } = this;
		this.gaps = [];
		this.pageTimes = {};
		return {
			feed: { events, fonts: this.page.takeFonts(), complete },
			report: {
				sequence,
				loaded: this.timeline.now,
				started: this.started,
				complete,
				tooLarge: this.tooLarge,
				full: this.full,
				limited: this.lost,
				pageTimes,
				gaps,
				idle: this.timeline.takeIdle(),
				assets: this.page.takeAssets(),
			},
		};
	}
}
