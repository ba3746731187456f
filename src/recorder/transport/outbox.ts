/**
 * Gathers events into segments: the envelope first, then one event a line.
 */
import type { Segment } from '../../contracts/generated/segment';
import * as SEGMENT_LIMITS from '../../contracts/generated/segment/limits';
import type { RecordedEvent } from '../recorded';
import type { Delivery } from './delivery';
import { Timer } from '../tasks/timer';
import { toJson } from '../tasks/json';

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

export class Outbox {
	private lines: string[] = [];
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
	add( event: object, isSnapshot: boolean ): boolean {
		if ( this.isBroken ) {
			throw new Error();
		}
		const line = toJson( event );
		// A character takes up to three bytes; only long lines are worth counting.
		if ( line.length > SEGMENT_LIMITS.maxLineBytes / 3 && new Blob( [ line ] ).size > SEGMENT_LIMITS.maxLineBytes ) {
			return false;
		}
		if ( ! isSnapshot && this.size && this.size + line.length > RAW_TARGET ) {
			this.seal();
		}
		this.lines.push( line );
		this.size += line.length;
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
	 * Looks again at what is not sealed yet. Called in a microtask, so that no error may come out of it.
	 *
	 * @param pass Answers what may still leave of an event. An event for which it throws is dropped.
	 */
	purge( pass: ( event: RecordedEvent ) => RecordedEvent | null ): void {
		this.lines = this.lines.flatMap( ( line ) => {
			try {
				const event = pass( JSON.parse( line ) );
				return event ? [ toJson( event ) ] : [];
			} catch {
				return [];
			}
		} );
		this.size = this.lines.reduce( ( sum, { length } ) => sum + length, 0 );
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
					this.settings.delivery.add( [ toJson( { ...this.known, ended } ), ...this.lines, '' ].join( '\n' ), pageEnd || this.isBroken, hasSnapshot );
				}
			} catch {
				this.isBroken = true;
			}
		}
		this.discard();
	}
}
