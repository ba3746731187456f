/** Messages between the host page and the stage. Those of the decoder are in src/decoder/protocol.ts. */

/** Host → stage. Times are ms since the first event. */
export type StageOrder =
	| { kind: 'play'; time: number; speed: number }
	| { kind: 'pause'; time: number }
	| { kind: 'speed'; speed: number }
	/** Asks for a `settled` report once the fonts and pictures handed over so far can be painted. */
	| { kind: 'settle' }
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
	/** [ time ]: every event that has arrived was played. */
	drained: 3,
	/** [ time ]: went to a time and shows it. */
	shown: 4,
	/** [ how many ]: events that could not be played. */
	limited: 5,
	/** Fonts and pictures that were handed over are loaded. */
	settled: 6,
	/** The replay engine cannot be used: nothing will ever be shown. */
	broken: 7,
} as const;

export type StageReportKind = keyof typeof STAGE_REPORTS;
export interface StageReport {
	kind: StageReportKind;
	numbers: number[];
}

const NUMBERS: Record< StageReportKind, number > = { ready: 0, time: 1, size: 2, drained: 1, shown: 1, limited: 1, settled: 0, broken: 0 };
const KINDS = Object.keys( STAGE_REPORTS ) as StageReportKind[];

/** Wire form of a report: `[ kind, …numbers ]`. */
export function writeStageReport( kind: StageReportKind, ...numbers: number[] ): number[] {
	return [ STAGE_REPORTS[ kind ], ...numbers ];
}

/** Reads a message of the stage; null for anything that is not exactly a report. */
export function readStageReport( data: unknown ): StageReport | null {
	if ( ! Array.isArray( data ) || data.length < 1 || data.length > 3 || ! data.every( ( item ) => typeof item === 'number' && Number.isFinite( item ) ) ) {
		return null;
	}
	const [ code, ...numbers ] = data as number[];
	const kind = KINDS.find( ( name ) => STAGE_REPORTS[ name ] === code );
	return kind !== undefined && numbers.length === NUMBERS[ kind ] ? { kind, numbers } : null;
}
