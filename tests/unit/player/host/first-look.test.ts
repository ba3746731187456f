import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FirstLook } from '../../../../src/player/host/first-look';

describe( 'the first page', () => {
	const settle = vi.fn();
	const done = vi.fn();
	let look: FirstLook;

	beforeEach( () => {
		vi.useFakeTimers();
		vi.resetAllMocks();
		look = new FirstLook( { settle, done } );
	} );
	afterEach( () => {
		look.stop();
		vi.useRealTimers();
	} );

	it( 'is ready when its files have come and the stage has loaded them', () => {
		look.filesWanted( [ 1, 2 ] );
		look.pageShown();
		look.fileCame( 1 );
		expect( settle ).not.toHaveBeenCalled();
		look.fileCame( 2 );
		expect( settle ).toHaveBeenCalledOnce();
		expect( done ).not.toHaveBeenCalled();
		look.settled();
		expect( done ).toHaveBeenCalledOnce();
		vi.advanceTimersByTime( 60_000 );
		expect( done ).toHaveBeenCalledOnce();
	} );

	it( 'does not wait for files of later pages', () => {
		look.pageShown();
		look.filesWanted( [] );
		look.filesWanted( [ 3 ] );
		look.settled();
		expect( done ).toHaveBeenCalledOnce();
	} );

	it( 'is shown without a file that does not come in four seconds', () => {
		look.filesWanted( [ 1 ] );
		vi.advanceTimersByTime( 60_000 );
		look.pageShown();
		vi.advanceTimersByTime( 3_900 );
		expect( done ).not.toHaveBeenCalled();
		vi.advanceTimersByTime( 200 );
		expect( done ).toHaveBeenCalledOnce();
	} );

	it( 'is never ready after a stop', () => {
		look.filesWanted( [ 1 ] );
		look.pageShown();
		look.stop();
		look.fileCame( 1 );
		vi.advanceTimersByTime( 60_000 );
		expect( done ).not.toHaveBeenCalled();
	} );
} );
