import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveWatch } from '../../../../../src/admin/screens/recording/live-watch';

/** A page that can be hidden and shown. */
class FakePage extends EventTarget {
	public hidden = false;
	public turn( hidden: boolean ): void {
		this.hidden = hidden;
		this.dispatchEvent( new Event( 'visibilitychange' ) );
	}
}

describe( 'a live visit', () => {
	let page: FakePage;
	let watch: LiveWatch | undefined;
	const watched = ( ask: () => Promise< boolean > ): void => {
		watch = new LiveWatch( ask, page as unknown as Document );
		watch.start();
	};

	beforeEach( () => {
		vi.useFakeTimers();
		page = new FakePage();
	} );
	afterEach( () => {
		watch?.stop();
		vi.useRealTimers();
	} );

	it( 'is asked for every five seconds until it has ended', async () => {
		const ask = vi.fn( () => Promise.resolve( ask.mock.calls.length < 3 ) );
		watched( ask );
		await vi.advanceTimersByTimeAsync( 10_100 );
		expect( ask ).toHaveBeenCalledTimes( 2 );
		await vi.advanceTimersByTimeAsync( 60_000 );
		expect( ask ).toHaveBeenCalledTimes( 3 );
	} );

	it( 'is not asked for in a hidden tab, and at once when the tab is shown again', async () => {
		const ask = vi.fn( () => Promise.resolve( true ) );
		watched( ask );
		page.turn( true );
		await vi.advanceTimersByTimeAsync( 60_000 );
		expect( ask ).not.toHaveBeenCalled();
		page.turn( false );
		expect( ask ).toHaveBeenCalledOnce();
		await vi.advanceTimersByTimeAsync( 5_100 );
		expect( ask ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'is asked for less and less often while the site does not answer', async () => {
		const ask = vi.fn( () => Promise.reject( new Error( 'offline' ) ) );
		watched( ask );
		await vi.advanceTimersByTimeAsync( 5_000 + 10_000 + 20_000 + 40_000 + 60_000 );
		expect( ask ).toHaveBeenCalledTimes( 5 );
	} );

	it( 'is never asked for twice at a time, nor after a stop', async () => {
		const ask = vi.fn( () => new Promise< boolean >( () => undefined ) );
		watched( ask );
		await vi.advanceTimersByTimeAsync( 5_100 );
		page.turn( true );
		page.turn( false );
		expect( ask ).toHaveBeenCalledOnce();
		watch?.stop();
		page.turn( false );
		await vi.advanceTimersByTimeAsync( 60_000 );
		expect( ask ).toHaveBeenCalledOnce();
	} );
} );
