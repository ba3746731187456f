/** Interval of the timer, ms. */
const LOOK_EVERY_MS = 2_000;
/** After so many ticks in a row with an answer owed and none received, the worker is given up. */
const LOOKS = 5;

/** Knows which answers are owed, and notices when none comes. */
export interface Watch {
	/** The answer to order `n` is owed. */
	owe: ( n: number ) => void;
	/** It has come, and with it all that was owed before: orders are followed one after another. */
	answered: ( n: number ) => void;
	stop: () => void;
}

/**
 * Watches a worker that may hang, for instance on a decompression bomb: after ten seconds without any answer
 * while one is owed, `silent` is called, once.
 *
 * Timer ticks are counted instead of time: a computer that slept for an hour has ticked once.
 */
export function watchAnswers( silent: () => void ): Watch {
	const owed: number[] = [];
	let quiet = 0;
	const timer = setInterval( () => {
		quiet = owed.length > 0 ? quiet + 1 : 0;
		if ( quiet > LOOKS ) {
			clearInterval( timer );
			silent();
		}
	}, LOOK_EVERY_MS );
	return {
		owe: ( n ) => void owed.push( n ),
		answered: ( n ) => {
			owed.splice( 0, owed.indexOf( n ) + 1 );
			quiet = 0;
		},
		stop: () => clearInterval( timer ),
	};
}
