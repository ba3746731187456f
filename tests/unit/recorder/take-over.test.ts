// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { takeOver } from '../../../src/recorder/take-over';

const page = window as unknown as { candid?: Record<string, unknown> };

beforeEach( () => {
	vi.useFakeTimers();
	vi.stubGlobal( 'matchMedia', () => ( { matches: false } ) );
	vi.stubGlobal( 'fetch', () => new Promise( () => {} ) );
	sessionStorage.clear();
	// Stopped in this tab: what is tested is the API, not the capture.
	sessionStorage.setItem( 'candid-stopped', '1' );
	document.head.innerHTML = '<script type="application/json" id="candid-config">{"v":1,"door":"/door","key":"cnd_x","recorder":"/visit.js","inputs":false,"preset":"balanced","block":[],"keep":[],"maskPage":false}</script>';
} );
afterEach( () => {
	delete page.candid;
	vi.unstubAllGlobals();
	vi.useRealTimers();
} );

it( 'takes the place of the loader\'s stand-in, and does what it was asked before', () => {
	page.candid = { calls: [ [ 'block', [ '.x' ] ], [ 'stop', [] ] ], block() {}, mask() {}, start() {}, stop() {} };
	takeOver( () => 'unknown' );
	expect( page.candid ).toMatchObject( { isRecorder: true } );
	expect( Object.keys( page.candid! ).sort() ).toEqual( [ 'block', 'isRecorder', 'mask', 'start', 'stop' ] );
} );

it( 'leaves alone what the page itself has under the name candid', () => {
	const own = { camera: 'Leica' };
	page.candid = own;
	takeOver( () => 'unknown' );
	expect( page.candid ).toBe( own );
	expect( own ).toEqual( { camera: 'Leica' } );
} );

it( 'does nothing when a recorder is there already, and throws nothing where there is no config', () => {
	const there = { isRecorder: true };
	page.candid = there;
	takeOver( () => 'unknown' );
	expect( page.candid ).toBe( there );
	delete page.candid;
	document.head.innerHTML = '';
	takeOver( () => 'unknown' );
	expect( page.candid ).toBeUndefined();
} );

it( 'throws nothing at a page that uses the API wrongly', () => {
	takeOver( () => 'unknown' );
	const { block, stop } = page.candid as Record<string, ( what?: unknown ) => void>;
	expect( () => [ block!( Symbol( 'x' ) ), block!( null ), stop!( { discard: {} } ) ] ).not.toThrow();
} );
