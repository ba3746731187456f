// @vitest-environment jsdom
/** What a recording says where the recorder costs the page too much. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SETTLING_MS, WINDOW_MS } from '../../../../src/recorder/session/cost-budget';
import { run } from '../../../../src/recorder/tasks/task';
import { door, endings, setUp, settle } from './test-visit';

let clock = 0;

/** Segments are compressed by the platform, which takes as many turns as it likes. */
const until = async ( isThere: () => boolean ) => {
	for ( let turns = 0; turns < 1000 && ! isThere(); turns++ ) {
		await settle();
	}
};

/** The recorder takes a fifth of so many windows. */
const work = ( windows: number ) => {
	for ( let task = 0; task < windows * 10; task++ ) {
		clock += WINDOW_MS * 0.08;
		run( () => ( clock += WINDOW_MS * 0.02 ) );
	}
};
const marks = () => door.arrived.flatMap( ( { events } ) => events ).filter( ( { data } ) => data.tag === 'candid:detail' ).map( ( { data } ) => data.payload );

beforeEach( () => {
	vi.spyOn( performance, 'now' ).mockImplementation( () => clock );
} );
afterEach( () => {
	vi.restoreAllMocks();
} );

describe( 'A visit that costs too much', () => {
	it( 'says of each step in the recording that less is told from there on', async () => {
		const { visit, busy } = setUp();
		visit.resume();
		clock += SETTLING_MS;
		await busy( 6 );
		expect( marks() ).toEqual( [] );
		work( 2.4 );
		await busy( 6 );
		// More than two windows: of a task after a pause in the measuring the gap before it does not count.
		work( 2.4 );
		await busy( 6 );
		await until( () => marks().length > 1 );
		expect( marks() ).toEqual( [ { level: 1 }, { level: 2 } ] );
		expect( endings() ).toEqual( [] );
	} );

	it( 'ends with the reason in its last segment where even the least is too much', async () => {
		const { visit, capture, busy } = setUp();
		visit.resume();
		clock += SETTLING_MS;
		work( 12 );
		await busy( 6 );
		await until( () => endings().length > 0 );
		expect( [ endings(), capture.isStopped ] ).toEqual( [ [ 'cost' ], true ] );
	} );

	it( 'is measured no longer once it has ended', async () => {
		const { visit, busy } = setUp();
		visit.resume();
		clock += SETTLING_MS;
		visit.stop();
		work( 12 );
		await busy( 6 );
		await until( () => endings().length > 0 );
		expect( endings() ).toEqual( [ 'stopped' ] );
	} );
} );
