/**
 * Gathers events into segments: the envelope first, then one event a line.
 */
import type { Segment } from '../../contracts/generated/segment';
import * as SEGMENT_LIMITS from '../../contracts/generated/segment/limits';
import type { Delivery } from './delivery';
import type { RecordedEvent } from '../recorded';

/** The first segment of a page goes early, so that a short visit is kept. */
const FIRST_SEAL_MS = 1500;
/**
 * Raw size at which a segment is sealed. rrweb's events compress about 6:1, so it stays below
 * `targetBodyBytes` on the wire, and an unsent tail always fits the budget of a leaving page.
 */
const RAW_TARGET = 48_000;

export interface Outbox {
	/**
	 * Queues one event that has passed the gate.
	 *
	 * @param alone Send it without waiting for more (full snapshots, which everything after depends on).
	 * @return False when the event is too large to be sent at all.
	 */
	add: ( event: object, alone: boolean ) => boolean;
	/** Closes the segment now, if there is anything in it. */
	seal: () => void;
	/** Closes the recording: a last segment that says why, even if there is no event in it. */
	end: ( reason: NonNullable<Segment[ 'ended' ]> ) => void;
	/** Seals what is there as the page's last segment. */
	sealPage: () => void;
	/**
	 * Looks again at what is not sealed yet, after something was closed.
	 *
	 * @param pass Answers what may still leave of an event; without it nothing may.
	 */
	purge: ( pass?: ( event: RecordedEvent ) => RecordedEvent | null ) => void;
}

/**
 * @param makeEnvelope Describes the page at the moment of sealing.
 */
export function createOutbox( delivery: Pick<Delivery, 'add'>, makeEnvelope: () => Segment ): Outbox {
	let lines: string[] = [];
	let size = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let first = true;
	/** The last description of the page that could be made. */
	let known: Segment | undefined;
	/** The page cannot be described any more: nothing is taken or sent. */
	let broken = false;

	/** Called by timers and by the page's own events, so that no error may come out of it. */
	const close = ( pageEnd: boolean, ended?: Segment[ 'ended' ] ) => {
		clearTimeout( timer );
		timer = undefined;
		if ( ! broken && ( lines.length || ended ) ) {
			try {
				known = makeEnvelope();
			} catch {
				broken = true;
				lines = [];
				ended = 'error';
			}
			try {
				if ( known ) {
					delivery.add( [ JSON.stringify( { ...known, ended } ), ...lines, '' ].join( '\n' ), pageEnd || broken );
				}
			} catch {
				broken = true;
			}
			lines = [];
			size = 0;
		}
	};
	const seal = () => close( false );

	return {
		add( event, alone ) {
			if ( broken ) {
				// Capture counts errors, and ends the recording when there are too many.
				throw new Error();
			}
			const line = JSON.stringify( event );
			// A character takes up to three bytes; only long lines are worth counting.
			if ( line.length > SEGMENT_LIMITS.maxLineBytes / 3 && new Blob( [ line ] ).size > SEGMENT_LIMITS.maxLineBytes ) {
				return false;
			}
			if ( ! alone && size && size + line.length > RAW_TARGET ) {
				seal();
			}
			lines.push( line );
			size += line.length;
			if ( alone || size >= RAW_TARGET || lines.length >= SEGMENT_LIMITS.maxEventsPerSegment ) {
				seal();
			} else {
				timer ??= setTimeout( seal, first ? FIRST_SEAL_MS : SEGMENT_LIMITS.sealEveryMs );
				first = false;
			}
			return true;
		},
		seal,
		end: ( reason ) => close( true, reason ),
		sealPage: () => close( true ),
		purge( pass ) {
			lines = lines.flatMap( ( line ) => {
				const event = pass?.( JSON.parse( line ) );
				return event ? [ JSON.stringify( event ) ] : [];
			} );
			size = lines.join( '' ).length;
		},
	};
}
