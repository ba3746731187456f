/** Fetches segments a few at a time and hands them on strictly in playing order. */

export interface SegmentSource {
	sequence: number;
	page: number;
}

export interface SegmentHandlers {
	segment: ( source: SegmentSource, bytes: ArrayBuffer ) => void;
	/** The site does not have it, or the recording has a hole here. */
	missing: ( sequence: number ) => void;
	/** It could not be fetched, after all tries: another time it may. */
	unloaded: ( sequence: number ) => void;
	complete: () => void;
}

const AT_ONCE = 4;
const RETRY_AFTER_MS = [ 400, 1500 ];

/**
 * Loads all segments; `load` gives null for one the site does not have. Missing sequence numbers are reported in their place.
 *
 * @return Stops loading; nothing is handed on afterwards.
 */
export function loadSegments( list: readonly SegmentSource[], load: ( sequence: number ) => Promise< ArrayBuffer | null >, handlers: SegmentHandlers ): () => void {
	const sources = [ ...list ].sort( ( a, b ) => a.sequence - b.sequence );
	const done = new Map< number, ArrayBuffer | 'missing' | 'unloaded' >();
	let stopped = false;
	let asked = 0;
	let handed = 0;
	let expected = 0;

	const handOn = (): void => {
		for ( let source = sources[ handed ]; source && done.has( source.sequence ); source = sources[ handed ] ) {
			if ( source.sequence > expected ) {
				handlers.missing( expected );
			}
			const bytes = done.get( source.sequence );
			done.delete( source.sequence );
			if ( typeof bytes === 'string' ) {
				handlers[ bytes ]( source.sequence );
			} else if ( bytes ) {
				handlers.segment( source, bytes );
			}
			expected = source.sequence + 1;
			handed++;
		}
		if ( handed === sources.length ) {
			stopped = true;
			handlers.complete();
		}
	};

	const fetchOne = async ( sequence: number ): Promise< ArrayBuffer | 'missing' | 'unloaded' > => {
		for ( const wait of [ ...RETRY_AFTER_MS, null ] ) {
			try {
				return ( await load( sequence ) ) ?? 'missing';
			} catch {
				if ( wait === null || stopped ) {
					break;
				}
				await new Promise( ( resolve ) => setTimeout( resolve, wait ) );
			}
		}
		return 'unloaded';
	};

	const next = async (): Promise< void > => {
		for ( let source = sources[ asked ]; source && ! stopped; source = sources[ asked ] ) {
			asked++;
			const bytes = await fetchOne( source.sequence );
			if ( stopped ) {
				return;
			}
			done.set( source.sequence, bytes );
			handOn();
		}
	};

	if ( sources.length === 0 ) {
		queueMicrotask( () => ! stopped && handlers.complete() );
	}
	for ( let i = 0; i < AT_ONCE; i++ ) {
		void next();
	}
	return () => {
		stopped = true;
	};
}
