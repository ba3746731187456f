// @vitest-environment jsdom
/** What the recorder does where its tasks take too much of the page's time. The clock is the test's own. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CostBudget, LONGEST_SNAPSHOT_MS, SETTLING_MS, WINDOW_MS } from '../../../../src/recorder/session/cost-budget';
import { run } from '../../../../src/recorder/tasks/task';
import { hide } from './test-visit';

/** As often as the capture compares what no observer tells (ms). */
const EVERY_MS = 250;

let clock = 0;
let budget: CostBudget;
let harms = 0;

/** The recorder works for so many windows, and takes this share of the time. */
function work( windows: number, share: number ): void {
	for ( let task = 0; task < ( windows * WINDOW_MS ) / EVERY_MS; task++ ) {
		clock += EVERY_MS * ( 1 - share );
		run( () => ( clock += EVERY_MS * share ) );
	}
}

beforeEach( () => {
	clock = 1000;
	harms = 0;
	vi.spyOn( performance, 'now' ).mockImplementation( () => clock );
	budget = new CostBudget( () => harms++ );
	budget.start();
	budget.described();
	clock += SETTLING_MS;
	// The time before the first task that counts is not known.
	run( () => {} );
} );
afterEach( () => {
	budget.stop();
	vi.restoreAllMocks();
} );

describe( 'The budget of the recorder', () => {
	it( 'leaves a page alone that costs 3 % and not more, however long', () => {
		work( 100, 0.0299 );
		expect( budget.level ).toBe( 0 );
	} );

	it( 'lowers detail by a step after two windows in a row above 3 %, down to the last step', () => {
		work( 1, 0.04 );
		expect( budget.level ).toBe( 0 );
		const levels = [ 1, 2, 3, 4, 5, 6, 7 ].map( () => {
			work( 1, 0.04 );
			return budget.level;
		} );
		expect( [ levels, harms ] ).toEqual( [ [ 1, 1, 2, 2, 3, 3, 3 ], 0 ] );
	} );

	it( 'takes no notice of windows that are not in a row', () => {
		for ( let round = 0; round < 10; round++ ) {
			work( 1, 0.2 );
			work( 1, 0.01 );
		}
		expect( budget.level ).toBe( 0 );
	} );

	it( 'never raises detail again, also after it was stopped and begun', () => {
		work( 2, 0.04 );
		work( 20, 0.001 );
		budget.stop();
		budget.start();
		expect( budget.level ).toBe( 1 );
	} );

	it( 'ends the recording after three windows above 10 % at the lowest detail, not before', () => {
		work( 6, 0.2 );
		work( 2, 0.2 );
		work( 1, 0.05 );
		work( 2, 0.2 );
		expect( [ budget.level, harms ] ).toEqual( [ 3, 0 ] );
		work( 1, 0.2 );
		expect( harms ).toBe( 1 );
	} );

	it( 'does not count snapshots, the seconds after a load, and snapshots that take their time', () => {
		budget.start();
		work( 2, 0.5 );
		budget.described();
		work( 2, 0.01 );
		budget.describing();
		work( 10, 0.5 );
		budget.described();
		work( 4, 0.01 );
		expect( budget.level ).toBe( 0 );
	} );

	it( 'counts a snapshot that does not end', () => {
		budget.describing();
		work( LONGEST_SNAPSHOT_MS / WINDOW_MS, 0.5 );
		expect( budget.level ).toBe( 0 );
		work( 3, 0.5 );
		expect( budget.level ).toBe( 1 );
	} );

	it( 'takes neither suspended time nor a hidden tab for time of the page', () => {
		for ( let round = 0; round < 40; round++ ) {
			// 12 windows of visible time, each of 0.3 s with an hour's sleep after it.
			work( 0.3, 0.06 );
			clock += 3_600_000;
		}
		expect( budget.level ).toBeGreaterThan( 0 );
		const { level } = budget;
		hide();
		work( 20, 0.001 );
		work( 20, 0.5 );
		expect( [ budget.level, harms ] ).toEqual( [ level, 0 ] );
	} );

	it( 'is marked once by level, and once more after a snapshot', () => {
		expect( budget.mark( 1 ) ).toBeNull();
		work( 2, 0.04 );
		expect( budget.mark( 7 ) ).toEqual( { type: 5, timestamp: 7, data: { tag: 'candid:detail', payload: { level: 1 } } } );
		expect( budget.mark( 8 ) ).toBeNull();
		budget.described();
		expect( budget.mark( 9 )?.data.payload ).toEqual( { level: 1 } );
	} );

	it( 'is told of no task after it was stopped', () => {
		work( 1, 0.5 );
		budget.stop();
		work( 20, 0.5 );
		expect( [ budget.level, harms ] ).toEqual( [ 0, 0 ] );
	} );
} );
