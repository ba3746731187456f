// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Timers = typeof import( '../../../../src/recorder/tasks/timer' );
type Tasks = typeof import( '../../../../src/recorder/tasks/task' );

let timers: Timers;
let tasks: Tasks;
/** Signals with a time limit, whose time is up when the test says so. */
let signals: EventTarget[] = [];
const { timeout } = AbortSignal;

beforeEach( async () => {
	vi.resetModules();
	tasks = await import( '../../../../src/recorder/tasks/task' );
	timers = await import( '../../../../src/recorder/tasks/timer' );
	signals = [];
	vi.useFakeTimers( { toFake: [ 'setTimeout', 'clearTimeout', 'Date' ] } );
	AbortSignal.timeout = () => {
		signals.push( new EventTarget() );
		return signals.at( -1 ) as AbortSignal;
	};
} );
afterEach( () => {
	AbortSignal.timeout = timeout;
	vi.useRealTimers();
} );

describe( 'a timer', () => {
	it( 'runs its work once, the one that was set last, and none after it was canceled', () => {
		const timer = new timers.Timer();
		const work = vi.fn();
		timer.set( 100, () => work( 'first' ) );
		timer.set( 200, () => work( 'second' ) );
		expect( timer.isSet ).toBe( true );
		vi.advanceTimersByTime( 1000 );
		expect( [ work.mock.calls, timer.isSet ] ).toEqual( [ [ [ 'second' ] ], false ] );
		timer.set( 100, () => work( 'third' ) );
		timer.cancel();
		vi.advanceTimersByTime( 1000 );
		expect( [ work.mock.calls.length, timer.isSet ] ).toEqual( [ 1, false ] );
	} );

	it( 'repeats its work until it is canceled, also after an error', () => {
		const timer = new timers.Timer();
		const work = vi.fn( () => {
			throw new Error( 'x' );
		} );
		timer.every( 100, work );
		vi.advanceTimersByTime( 350 );
		expect( work ).toHaveBeenCalledTimes( 3 );
		timer.cancel();
		vi.advanceTimersByTime( 1000 );
		expect( work ).toHaveBeenCalledTimes( 3 );
	} );
} );

describe( 'a timer that the page has cleared', () => {
	const clearAll = () => vi.clearAllTimers();

	it( 'is run at the end of the first task that finds it half a second late, once', () => {
		timers.watchTimers();
		const work = vi.fn();
		new timers.Timer().set( 100, work );
		clearAll();
		vi.setSystemTime( Date.now() + 600 );
		tasks.run( () => {} );
		expect( work ).toHaveBeenCalledTimes( 0 );
		vi.setSystemTime( Date.now() + 1 );
		tasks.run( () => {} );
		tasks.run( () => {} );
		expect( work ).toHaveBeenCalledTimes( 1 );
	} );

	it( 'is run on a page in which nothing else happens, by a signal that no page can clear', () => {
		timers.watchTimers();
		const timer = new timers.Timer();
		const work = vi.fn();
		timer.every( 100, work );
		clearAll();
		vi.setSystemTime( Date.now() + 1000 );
		expect( signals ).toHaveLength( 1 );
		signals[ 0 ]!.dispatchEvent( new Event( 'abort' ) );
		expect( [ work.mock.calls.length, signals.length ] ).toEqual( [ 1, 2 ] );
		timer.cancel();
		signals[ 1 ]!.dispatchEvent( new Event( 'abort' ) );
		expect( signals ).toHaveLength( 2 );
	} );

	it( 'is not run after it was canceled', () => {
		timers.watchTimers();
		const timer = new timers.Timer();
		const work = vi.fn();
		timer.set( 100, work );
		timer.cancel();
		vi.setSystemTime( Date.now() + 10_000 );
		tasks.run( () => {} );
		expect( work ).not.toHaveBeenCalled();
	} );
} );
