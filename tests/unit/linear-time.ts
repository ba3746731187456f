/**
 * Whether work takes time in proportion to the size of its input, measured in processor time: other work on the machine
 * makes a run longer, never shorter, so that the shortest of several runs is the true one.
 */
import { expect } from 'vitest';

/** Below this a measurement says more about the clock than about the work (ms). */
const SHORTEST_MS = 20;
/** How much longer twice the input may take. 2 is linear, 4 quadratic; caches and collections of garbage cost the rest. */
const MOST_PER_DOUBLING = 2.8;
const MOST_ROUNDS = 8;

function cpuOf( work: () => unknown ): number {
	const start = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage( start );
	return ( user + system ) / 1000;
}

/**
 * Fails when work of 2N or 4N takes more than its share of the time of N.
 *
 * @param prepare Makes the input of a size, and answers the work on it; only that is timed. The work may run several times.
 * @param from    Size to begin with; it is doubled until the work takes long enough.
 * @param to      Largest size of the first input. Work that is short even then is fast enough.
 */
export function expectLinear( prepare: ( size: number ) => () => unknown, from: number, to = from * 1024 ): void {
	let size = from;
	// Twice: the first run compiles.
	const quick = ( work: () => unknown ) => Math.min( cpuOf( work ), cpuOf( work ) );
	while ( size < to && quick( prepare( size ) ) < SHORTEST_MS ) {
		size *= 2;
	}
	const works = [ size, 2 * size, 4 * size ].map( prepare );
	const times = works.map( () => Infinity );
	for ( let round = 0; round < MOST_ROUNDS; round++ ) {
		works.forEach( ( work, i ) => {
			times[ i ] = Math.min( times[ i ]!, cpuOf( work ) );
		} );
		if ( isLinear( times ) ) {
			break;
		}
	}
	expect( isLinear( times ), `${ size } to ${ 4 * size }: ${ times.map( ( time ) => time.toFixed( 1 ) ).join( ', ' ) } ms` ).toBe( true );
}

const isLinear = ( times: number[] ) => times.every( ( time, i ) => i === 0 || time <= MOST_PER_DOUBLING * Math.max( times[ i - 1 ]!, SHORTEST_MS / 2 ) );
