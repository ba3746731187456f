import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchAnswers } from '../../../../src/player/host/watch';

describe( 'a watch over something that may hang', () => {
	beforeEach( () => void vi.useFakeTimers() );
	afterEach( () => void vi.useRealTimers() );

	it( 'says once that nothing comes any more', () => {
		const silent = vi.fn();
		watchAnswers( silent ).owe( 1 );
		vi.advanceTimersByTime( 9_000 );
		expect( silent ).not.toHaveBeenCalled();
		vi.advanceTimersByTime( 60_000 );
		expect( silent ).toHaveBeenCalledOnce();
	} );

	it( 'waits for ever when nothing is owed, and anew after every answer', () => {
		const silent = vi.fn();
		const watch = watchAnswers( silent );
		vi.advanceTimersByTime( 60_000 );
		watch.owe( 1 );
		watch.owe( 2 );
		vi.advanceTimersByTime( 9_000 );
		watch.answered( 1 );
		vi.advanceTimersByTime( 9_000 );
		watch.answered( 2 );
		vi.advanceTimersByTime( 60_000 );
		expect( silent ).not.toHaveBeenCalled();
	} );

	it( 'takes an answer for all that was owed before it', () => {
		const silent = vi.fn();
		const watch = watchAnswers( silent );
		watch.owe( 1 );
		watch.owe( -1 );
		watch.answered( -1 );
		vi.advanceTimersByTime( 60_000 );
		expect( silent ).not.toHaveBeenCalled();
	} );
} );
