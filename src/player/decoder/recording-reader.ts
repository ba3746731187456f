import { SEGMENT_LIMITS } from '../../contracts/generated/segment';
import type { DecoderReport, StageEvent, StageFeed } from '../protocol';
import { STAGE_EPOCH } from '../stage-words';
import { TooLarge, segmentLines } from './inflate';
import { LIMITS } from './limits';
import { asNumber, asObject, parseUntrusted } from './parse';
import { EventType, sanitiseEvent, type CleanEvent } from './sanitise/events';
import { cleanSize } from './sanitise/interaction';
import { PageContext } from './sanitise/page';
import { Timeline } from './timeline';

export interface Decoded {
	report: DecoderReport;
	feed: StageFeed;
}

/**
 * Reads a recording segment by segment, in order, and gives for each what the stage may play and what
 * the host page needs to know. Never throws: what cannot be read is counted and left out.
 */
export class RecordingReader {
	private readonly page: PageContext;
	private readonly timeline = new Timeline();
	private readonly pageTimes: Record< number, number > = {};
	private gaps: Array< [ number, number ] > = [];
	private gapSince: number | null = null;
	private currentPage = -1;
	private events = 0;
	private bytes = 0;
	private tooLarge = false;
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

	/** Reads the next segment. `page` is the page view it belongs to if its own envelope does not say. */
	public async segment( sequence: number, page: number, bytes: ArrayBuffer ): Promise< Decoded > {
		const out: StageEvent[] = [];
		try {
			const lines = await segmentLines( bytes, Math.min( SEGMENT_LIMITS.maxDecodedBytes, LIMITS.decodedBytes - this.bytes ) );
			lines.forEach( ( line, index ) => {
				this.bytes += line.length;
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
			clean = sanitiseEvent( value, this.page );
		} catch {
			clean = null;
			this.page.dropped++;
		}
		this.lost += this.page.dropped > before ? 1 : 0;
		if ( clean ) {
			this.put( clean.event, clean.raw, clean.active, out );
		}
	}

	/** Enters an event into the time line and hands it out. */
	private put( event: CleanEvent, raw: number, active: boolean, out: StageEvent[] ): void {
		if ( event.type === EventType.Meta ) {
			// Comes onto the stage together with its snapshot: going to a moment between the two would
			// otherwise show neither page.
			this.size = event;
			return;
		}
		if ( event.type === EventType.Full ) {
			this.emit( this.size ?? this.usualSize(), raw, true, out );
			this.size = null;
			this.started = true;
		}
		if ( this.started ) {
			const time = this.emit( event, raw, active, out );
			if ( event.type === EventType.Full ) {
				this.pageTimes[ this.currentPage ] ??= time;
			}
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
		return { type: EventType.Meta, data: { href: '', ...( cleanSize( this.viewport[ 0 ], this.viewport[ 1 ] ) ?? { width: 1280, height: 720 } ) } };
	}

	private openGap(): void {
		this.gapSince ??= this.timeline.now;
	}

	private result( sequence: number, events: StageEvent[], complete: boolean ): Decoded {
		const gaps = this.gaps;
		this.gaps = [];
		return {
			feed: { events, fonts: this.page.takeFonts(), complete },
			report: {
				sequence,
				loaded: this.timeline.now,
				started: this.started,
				complete,
				tooLarge: this.tooLarge,
				limited: this.lost,
				pageTimes: { ...this.pageTimes },
				gaps,
				idle: this.timeline.takeIdle(),
				assets: this.page.takeAssets(),
			},
		};
	}
}
