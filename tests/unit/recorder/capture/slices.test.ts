import { describe, expect, it } from 'vitest';
import { Slices } from '../../../../src/recorder/capture/slices';

/** Runs a work of so many steps on a clock that goes on by 1 ms a step. */
function work( steps: number, slices: Slices, clock: { now: number }, failAt = -1 ) {
	const seen = { slices: 0, steps: 0, error: null as unknown };
	const ended = new Promise<typeof seen>( ( resolve ) => slices.begin( {
		resume: () => seen.slices++,
		step() {
			clock.now++;
			if ( seen.steps === failAt ) {
				throw new Error( 'no' );
			}
			return ++seen.steps < steps;
		},
		done: () => resolve( seen ),
		fail( error ) {
			seen.error = error;
			resolve( seen );
		},
	} ) );
	return { seen, ended };
}

describe( 'Slices', () => {
	it( 'give the page the main thread after each slice', async () => {
		const clock = { now: 0 };
		const slices = new Slices( () => clock.now, 8, 1 );
		const { ended } = work( 40, slices, clock );
		expect( await ended ).toMatchObject( { steps: 40, slices: 5 } );
		slices.stop();
	} );

	it( 'do all that is left at once when the page leaves', () => {
		const clock = { now: 0 };
		const slices = new Slices( () => clock.now, 8, 1 );
		const { seen } = work( 40, slices, clock );
		slices.hurry( 1000 );
		expect( seen.steps ).toBe( 40 );
		expect( slices.isBusy ).toBe( false );
		slices.stop();
	} );

	it( 'end a work that throws, and say so', async () => {
		const clock = { now: 0 };
		const slices = new Slices( () => clock.now, 8, 1 );
		const { ended } = work( 40, slices, clock, 3 );
		expect( String( ( await ended ).error ) ).toBe( 'Error: no' );
		expect( slices.isBusy ).toBe( false );
		slices.stop();
	} );

	it( 'do nothing after the end', () => {
		const clock = { now: 0 };
		const slices = new Slices( () => clock.now, 8, 1 );
		const { seen } = work( 40, slices, clock );
		slices.stop();
		slices.hurry( 1000 );
		expect( seen.steps ).toBe( 0 );
	} );
} );
