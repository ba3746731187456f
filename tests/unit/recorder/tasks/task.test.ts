// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Tasks = typeof import( '../../../../src/recorder/tasks/task' );

const browsers = Object.getOwnPropertyDescriptor( Date, 'now' )!;
const iterator = Object.getOwnPropertyDescriptor( Array.prototype, Symbol.iterator )!;
const pages = () => -1;

let clock = 1000;
let tasks: Tasks;
/** What the page has put in the place of Date.now() is seen to be gone inside of a task. */
const isPages = () => Date.now === pages;

beforeEach( async () => {
	vi.resetModules();
	tasks = await import( '../../../../src/recorder/tasks/task' );
	tasks.beginLoading();
	tasks.endLoading();
	clock = 1000;
	// Not a mock: these use the page's iterator.
	performance.now = () => clock;
} );
afterEach( () => {
	Object.defineProperty( Date, 'now', browsers );
	Object.defineProperty( Array.prototype, Symbol.iterator, iterator );
	Reflect.deleteProperty( performance, 'now' );
} );

describe( 'a task', () => {
	it( 'answers what its work answers, with the browser\'s functions in place', () => {
		Date.now = pages;
		expect( tasks.run( () => [ isPages(), 7 ] ) ).toEqual( [ false, 7 ] );
		expect( isPages() ).toBe( true );
	} );

	it( 'lets no error out, and gives the page its functions back after one', () => {
		Date.now = pages;
		const told: unknown[] = [];
		const fault = new Error( 'x' );
		const fail = () => {
			throw fault;
		};
		expect( tasks.run( fail, ( error ) => told.push( error, isPages() ) ) ).toBeUndefined();
		expect( tasks.run( fail, fail ) ).toBeUndefined();
		tasks.atTaskEnd( fail );
		tasks.measure( fail );
		expect( tasks.run( () => 1 ) ).toBe( 1 );
		expect( [ told, isPages() ] ).toEqual( [ [ fault, false ], true ] );
	} );

	it( 'ends with the outermost of the works that are begun in each other', () => {
		Date.now = pages;
		const ends = vi.fn();
		tasks.atTaskEnd( ends );
		const seen = tasks.run( () => {
			tasks.run( () => {
				throw new Error( 'x' );
			} );
			return [ isPages(), ends.mock.calls.length ];
		} );
		expect( [ seen, isPages(), ends.mock.calls.length ] ).toEqual( [ [ false, 0 ], true, 1 ] );
	} );

	it( 'passes on what the browser gave, answers nothing, and never asks the page\'s iterator', () => {
		let seen: unknown[] = [];
		const made = tasks.task( ( ...given: unknown[] ) => ( seen = given ) ) as ( ...given: unknown[] ) => unknown;
		let answer: unknown = 'none';
		let fault: unknown;
		Array.prototype[ Symbol.iterator ] = () => {
			throw new Error( 'the page\'s iterator' );
		};
		try {
			answer = made( 1, 'two' );
		} catch ( error ) {
			fault = error;
		}
		Object.defineProperty( Array.prototype, Symbol.iterator, iterator );
		expect( [ fault, answer, seen ] ).toEqual( [ undefined, undefined, [ 1, 'two' ] ] );
	} );

	it( 'is measured once, from its begin to its end', () => {
		const told = vi.fn();
		tasks.measure( told );
		tasks.run( () => {
			tasks.run( () => {} );
			clock += 8;
		} );
		expect( told.mock.calls ).toEqual( [ [ 1000, 1008 ] ] );
	} );
} );

describe( 'a function that the page replaces while the recorder runs', () => {
	it( 'is found out half a second later', () => {
		tasks.run( () => {} );
		Date.now = pages;
		clock += 500;
		expect( tasks.run( isPages ) ).toBe( true );
		clock += 1;
		expect( [ tasks.run( isPages ), isPages() ] ).toEqual( [ false, true ] );
	} );

	it( 'is found out at once after an error', () => {
		tasks.run( () => {} );
		Date.now = pages;
		tasks.run( () => {
			throw new Error( 'x' );
		} );
		expect( [ tasks.run( isPages ), isPages() ] ).toEqual( [ false, true ] );
	} );
} );

describe( 'loading', () => {
	it( 'is a task from its begin to its end, and ends once', () => {
		Date.now = pages;
		tasks.beginLoading();
		expect( [ isPages(), tasks.run( isPages ), isPages() ] ).toEqual( [ false, false, false ] );
		tasks.endLoading();
		expect( isPages() ).toBe( true );
		const later = () => -2;
		Date.now = later;
		tasks.endLoading();
		expect( Date.now ).toBe( later );
	} );
} );
