/**
 * Gathers events into segments: the envelope first, then one event a line.
 */
import type { Segment } from '../../contracts/generated/segment';
import * as SEGMENT_LIMITS from '../../contracts/generated/segment/limits';
import type { RecordedEvent } from '../recorded';
import type { Delivery } from './delivery';
import { sizeOf, type Bytes } from './segment';
import { toJson } from '../tasks/json';
import { Timer } from '../tasks/timer';

/** The first segment of a page goes early, so that a short visit is kept. */
const FIRST_SEAL_MS = 1500;
/**
 * Raw size at which a segment is sealed. Events in rrweb's format compress about 6:1, so it stays below
 * `targetBodyBytes` on the wire, and an unsent tail always fits the budget of a leaving page.
 */
const RAW_TARGET = 48_000;

export interface OutboxSettings {
	delivery: Pick<Delivery, 'add'>;
	/** Describes the page at the moment of sealing. */
	makeEnvelope: () => Segment;
	/** Called before a segment is sealed: the last chance to take events out of it. */
	beforeSeal?: () => void;
}

/** An event as a line. One that describes a large part of the page comes as UTF-8 in pieces. */
type Line = string | Bytes[];

const encoder = new TextEncoder();

/** Bytes of a line. A character of a text takes up to three, and only long texts are worth counting. */
function bytesOf( line: Line ): number {
	if ( typeof line !== 'string' ) {
		return sizeOf( line );
	}
	return line.length * 3 > SEGMENT_LIMITS.maxLineBytes ? encoder.encode( line ).length : line.length;
}

function lineOf( event: RecordedEvent ): Line {
	const { type, timestamp, written } = event;
	return written ? [ encoder.encode( `{"type":${ type },"timestamp":${ timestamp },"data":` ), ...written, encoder.encode( '}' ) ] : toJson( event );
}

/** Lines as the bytes of a segment, each with its end. */
function piecesOf( lines: Line[] ): Bytes[] {
	const pieces: Bytes[] = [];
	let text = '';
	for ( const line of lines ) {
		if ( typeof line === 'string' ) {
			text += `${ line }\n`;
		} else {
			pieces.push( encoder.encode( text ), ...line );
			text = '\n';
		}
	}
	return [ ...pieces, encoder.encode( text ) ];
}

export class Outbox {
	private lines: Line[] = [];
	private size = 0;
	private readonly timer = new Timer();
	private isFirst = true;
	/** The last description of the page that could be made. */
	private known: Segment | undefined;
	/** The page cannot be described any more: nothing is taken or sent. */
	private isBroken = false;

	constructor( private readonly settings: OutboxSettings ) {}

	/**
	 * Queues one event that has passed the gate. A full snapshot is sent without waiting for more, since everything
	 * after depends on it. Throws when the page cannot be described.
	 *
	 * @return False when the event is too large to be sent at all.
	 */
	add( event: RecordedEvent, isSnapshot: boolean ): boolean {
		if ( this.isBroken ) {
			throw new Error();
		}
		const line = lineOf( event );
		const size = bytesOf( line );
		if ( size > SEGMENT_LIMITS.maxLineBytes ) {
			return false;
		}
		if ( ! isSnapshot && this.size && this.size + size > RAW_TARGET ) {
			this.seal();
		}
		this.lines.push( line );
		this.size += size;
		if ( isSnapshot || this.size >= RAW_TARGET || this.lines.length >= SEGMENT_LIMITS.maxEventsPerSegment ) {
			this.close( false, undefined, isSnapshot );
		} else {
			if ( ! this.timer.isSet ) {
				this.timer.set( this.isFirst ? FIRST_SEAL_MS : SEGMENT_LIMITS.sealEveryMs, () => this.seal() );
			}
			this.isFirst = false;
		}
		return true;
	}

	/** Closes the segment now, if there is anything in it. */
	seal(): void {
		this.close( false );
	}

	/** Seals what is there as the page's last segment. */
	sealPage(): void {
		this.close( true );
	}

	/** Closes the recording: a last segment that says why, even if there is no event in it. */
	end( reason: NonNullable<Segment[ 'ended' ]> ): void {
		this.close( true, reason );
	}

	/**
	 * Looks again at what is not sealed yet. Called in a microtask, so that no error may come out of it. Descriptions of
	 * the page are dropped: a new one follows.
	 *
	 * @param pass Answers what may still leave of an event. An event for which it throws is dropped.
	 */
	purge( pass: ( event: RecordedEvent ) => RecordedEvent | null ): void {
		this.lines = this.lines.flatMap( ( line ) => {
			try {
				const event = typeof line === 'string' ? pass( JSON.parse( line ) ) : null;
				return event ? [ toJson( event ) ] : [];
			} catch {
				return [];
			}
		} );
		this.size = this.lines.reduce( ( sum, line ) => sum + bytesOf( line ), 0 );
	}

	/** Drops what is not sealed yet, and the timer that would seal it. The outbox can be used again. */
	discard(): void {
		this.timer.cancel();
		this.lines = [];
		this.size = 0;
	}

	/** Called by timers and by the page's own events, so that no error may come out of it. */
	private close( pageEnd: boolean, ended?: Segment[ 'ended' ], hasSnapshot = false ): void {
		if ( ! this.isBroken && ( this.lines.length || ended ) ) {
			try {
				this.settings.beforeSeal?.();
				this.known = this.settings.makeEnvelope();
			} catch {
				this.isBroken = true;
				this.lines = [];
				ended = 'error';
			}
			try {
				if ( this.known && ( this.lines.length || ended ) ) {
					this.settings.delivery.add( piecesOf( [ toJson( { ...this.known, ended } ), ...this.lines ] ), pageEnd || this.isBroken, hasSnapshot );
				}
			} catch {
				this.isBroken = true;
			}
		}
		this.discard();
	}
}
