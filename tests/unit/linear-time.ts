/**
 * Whether work takes time in proportion to the size of its input, measured in processor time: other work on the machine
 * makes a run longer, never shorter, so that the shortest of several runs is the true one.
 */
import { expect } from 'vitest';

/** Below this a measurement says more about the clock than about the work (ms). */
const SHORTEST_MS = 20;
/** How much longer four times the input may take. 4 is linear, 16 quadratic; caches and collections of garbage cost the rest. */
const MOST_FOR_FOURFOLD = 3 ** 2;
const MOST_ROUNDS = 12;

function cpuOf( prepare: ( size: number ) => () => unknown, size: number ): number {
	const work = prepare( size );
	const start = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage( start );
	return ( user + system ) / 1000;
}

/**
 * Fails when work of 2N or 4N takes more than its share of the time of N.
 *
 * @param prepare Makes the input of a size, and answers the work on it; only the work is timed. Called anew for each run.
 * @param from    Size to begin with; it is doubled until the work takes long enough.
 * @param to      Largest size of the first input. Work that is short even then is fast enough.
 */
export function expectLinear( prepare: ( size: number ) => () => unknown, from: number, to = from * 1024 ): void {
	let size = from;
	// Twice: the first run compiles.
	while ( size < to && Math.min( cpuOf( prepare, size ), cpuOf( prepare, size ) ) < SHORTEST_MS ) {
		size *= 2;
	}
	let times = measure( prepare, size );
	if ( ! isLinear( times ) ) {
		// Where a cache ends or the compiler changes its mind is one step, in one doubling; the square is in the next too.
		size *= 2;
		times = measure( prepare, size );
	}
	expect( isLinear( times ), `${ size } to ${ 4 * size }: ${ times.map( ( time ) => time.toFixed( 1 ) ).join( ', ' ) } ms` ).toBe( true );
}

/** The least time of N, 2N and 4N, after as many rounds as a suspicion needs. */
function measure( prepare: ( size: number ) => () => unknown, size: number ): number[] {
	const sizes = [ size, 2 * size, 4 * size ];
	const times = sizes.map( () => Infinity );
	for ( let round = 0; round < MOST_ROUNDS && ! ( round > 0 && isLinear( times ) ); round++ ) {
		sizes.forEach( ( one, i ) => {
			times[ i ] = Math.min( times[ i ]!, cpuOf( prepare, one ) );
		} );
	}
	return times;
}

/** A first time that is short is taken for more: a clock's tick must not decide. */
const isLinear = ( times: number[] ) => times[ 2 ]! <= MOST_FOR_FOURFOLD * Math.max( times[ 0 ]!, SHORTEST_MS / 2 );
