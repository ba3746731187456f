import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Requests } from '../../../../src/recorder/masking/requests';

type Told = ( list: { getEntries: () => object[] } ) => void;
let told: Told | null = null;
const observed: unknown[] = [];

beforeEach( () => {
	observed.length = 0;
	vi.stubGlobal( 'PerformanceObserver', class {
		constructor( private readonly callback: Told ) {}
		observe( options: unknown ) {
			observed.push( options );
			told = this.callback;
		}
		disconnect() {
			told = null;
		}
	} );
} );
afterEach( () => {
	vi.unstubAllGlobals();
} );

const entry = ( initiatorType: string, startTime: number, name = 'https://example.org/api' ) => ( { name, initiatorType, startTime } );

it( 'Requests that scripts make are told with the time they were made at; pictures and the recorder\'s own are not', () => {
	const answered = vi.fn();
	const requests = new Requests( '/door', answered );
	requests.start();
	expect( observed ).toEqual( [ { type: 'resource' } ] );
	told!( { getEntries: () => [ entry( 'fetch', 1 ), entry( 'img', 2 ), entry( 'xmlhttprequest', 3 ), entry( 'script', 4 ), entry( 'fetch', 5, 'https://example.org/door' ), entry( 'css', 6 ) ] } );
	expect( answered.mock.calls ).toEqual( [ [ 1 ], [ 3 ], [ 4 ] ] );
	requests.stop();
	expect( told ).toBeNull();
	requests.start();
	expect( told ).not.toBeNull();
} );

it( 'A browser that tells of no requests breaks nothing', () => {
	vi.stubGlobal( 'PerformanceObserver', undefined );
	const requests = new Requests( '/door', () => {} );
	expect( () => [ requests.start(), requests.stop() ] ).not.toThrow();
} );
