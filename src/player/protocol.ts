/** What the player's three parts say to each other: host page, decoder (worker), stage (isolated document). */
import type { WantedAsset, WantedFont } from './decoder/sanitise/page';

/** An event as the stage plays it: sanitised, with its time on the one time line (ms). */
export interface StageEvent {
	type: number;
	data: unknown;
	timestamp: number;
}

/** Host → decoder. The first message carries the port to the stage. */
export type DecoderOrder =
	| { kind: 'open'; siteUrl: string; viewport: readonly [ number, number ] }
	| { kind: 'segment'; sequence: number; page: number; bytes: ArrayBuffer }
	/** A segment that cannot be had; the next one follows after a hole. */
	| { kind: 'missing'; sequence: number }
	| { kind: 'complete' };

/** Decoder → host: figures, and addresses the host may fetch after checking them itself. */
export interface DecoderReport {
	sequence: number;
	/** Time of the last event so far. */
	loaded: number;
	/** Whether there is something to show yet. */
	started: boolean;
	complete: boolean;
	tooLarge: boolean;
	limited: number;
	pageTimes: Record< number, number >;
	gaps: Array< [ number, number ] >;
	idle: Array< [ number, number ] >;
	assets: WantedAsset[];
}

/** Decoder → stage. Recorded content goes this way only; the host page never sees it. */
export interface StageFeed {
	events: StageEvent[];
	fonts: WantedFont[];
	complete: boolean;
}

/** Host → stage. */
export type StageOrder =
	| { kind: 'play'; time: number; speed: number }
	| { kind: 'pause'; time: number }
	| { kind: 'speed'; speed: number }
	/** A file of the site; without bytes when it cannot be had. */
	| { kind: 'asset'; id: number; type: string; bytes: ArrayBuffer };

/** Stage → host: a known kind and numbers, nothing else. */
export const STAGE_REPORTS = {
	/** The stage listens. */
	ready: 0,
	/** [ time ] while playing. */
	time: 1,
	/** [ width, height ] of the visitor's window. */
	size: 2,
	/** [ time ]: all events that are there have been played. */
	drained: 3,
	/** [ time ]: went to a time and shows it. */
	shown: 4,
	/** [ how many ]: events that could not be played. */
	limited: 5,
} as const;

export type StageReportKind = keyof typeof STAGE_REPORTS;
export interface StageReport {
	kind: StageReportKind;
	numbers: number[];
}

const SHAPES: Record< StageReportKind, number > = { ready: 0, time: 1, size: 2, drained: 1, shown: 1, limited: 1 };
const KINDS = Object.keys( STAGE_REPORTS ) as StageReportKind[];

/** Wire form of a report: `[ kind, …numbers ]`. */
export function writeStageReport( kind: StageReportKind, ...numbers: number[] ): number[] {
	return [ STAGE_REPORTS[ kind ], ...numbers ];
}

/** Reads what came out of the stage; null for anything that is not exactly a report. */
export function readStageReport( data: unknown ): StageReport | null {
	if ( ! Array.isArray( data ) || data.length < 1 || data.length > 3 || ! data.every( ( item ) => typeof item === 'number' && Number.isFinite( item ) ) ) {
		return null;
	}
	const [ code, ...numbers ] = data as number[];
	const kind = KINDS.find( ( name ) => STAGE_REPORTS[ name ] === code );
	return kind !== undefined && numbers.length === SHAPES[ kind ] ? { kind, numbers } : null;
}
