/** Messages of the decoder worker: orders from the host page, reports to the host page, and the feed of the stage. */
import type { WantedAsset, WantedFont } from './sanitize/page';

/** An event as the stage plays it: sanitized, with its time on the common time line (ms). */
export interface StageEvent {
	type: number;
	data: unknown;
	timestamp: number;
}

/** Host → decoder. The first message carries the port to the stage. Every order but `open` is answered by one report. */
export type DecoderOrder =
	| { kind: 'open'; siteUrl: string; viewport: readonly [ number, number ] }
	| { kind: 'segment'; sequence: number; page: number; bytes: ArrayBuffer }
	/** A segment that cannot be had; the next one follows after a gap. */
	| { kind: 'missing'; sequence: number }
	| { kind: 'complete' };

/** Decoder → host: numbers, and addresses the host may fetch after its own check. */
export interface DecoderReport {
	/** Sequence number of the order that is answered; -1 for `complete`. */
	sequence: number;
	/** Time of the last event so far, ms. */
	loaded: number;
	/** Whether a first page can be shown. */
	started: boolean;
	complete: boolean;
	/** A segment was larger than the limits allow. */
	tooLarge: boolean;
	/** The limits of a whole recording are used up: nothing that follows will be read. */
	full: boolean;
	/** Number of places that were damaged or unsafe so far. */
	limited: number;
	/** Page views that began since the last report: ordinal → ms. */
	pageTimes: Record< number, number >;
	/** Gaps since the last report, ms. */
	gaps: Array< [ number, number ] >;
	/** Idle times since the last report, ms. */
	idle: Array< [ number, number ] >;
	/** Files wanted since the last report. */
	assets: WantedAsset[];
}

/** Decoder → stage. Recorded content takes this way only; the host page never sees it. */
export interface StageFeed {
	events: StageEvent[];
	fonts: WantedFont[];
	complete: boolean;
}
