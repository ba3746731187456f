// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Visit } from '../../../src/recorder/session/visit';
import { registry } from '../../../src/consent/registry';
import { takeOver } from '../../../src/recorder/take-over';

/** Says for the script that decides about consent whether the page may be recorded. */
const allow = ( isAllowed: boolean ) => Object.assign( registry(), { recorder: undefined, allows: () => isAllowed } );

const page = window as unknown as { candid?: Record<string, unknown> };

beforeEach( () => {
	vi.useFakeTimers();
	vi.stubGlobal( 'matchMedia', () => ( { matches: false } ) );
	vi.stubGlobal( 'fetch', () => new Promise( () => {} ) );
	sessionStorage.clear();
	// Stopped in this tab: what is tested is the API, not the capture.
	sessionStorage.setItem( 'candid-stopped', '1' );
	document.head.innerHTML = '<script type="application/json" id="candid-config">{"v":1,"door":"/door","key":"cnd_x","recorder":"/visit.js","inputs":false,"preset":"balanced","block":[],"keep":[],"maskPage":false}</script>';
	allow( true );
} );
afterEach( () => {
	delete page.candid;
	vi.unstubAllGlobals();
	vi.useRealTimers();
} );

it( 'takes the place of the loader\'s stand-in, and does what it was asked before', () => {
	const consent = () => {};
	page.candid = { calls: [ [ 'block', [ '.x' ] ], [ 'stop', [] ] ], block() {}, mask() {}, start() {}, stop() {}, consent };
	takeOver( () => 'unknown' );
	expect( page.candid ).toMatchObject( { isRecorder: true, consent } );
	expect( Object.keys( page.candid! ).sort() ).toEqual( [ 'block', 'consent', 'isRecorder', 'mask', 'start', 'stop' ] );
} );

it( 'takes no snapshot of a page that was told to stop before the recorder was there', () => {
	const post = vi.fn( () => new Promise<Response>( () => {} ) );
	vi.stubGlobal( 'fetch', post );
	sessionStorage.clear();
	page.candid = { calls: [ [ 'start', [] ], [ 'stop', [] ] ] };
	takeOver( () => 'unknown' );
	expect( [ Object.keys( sessionStorage ), post.mock.calls.length ] ).toEqual( [ [ 'candid-stopped' ], 0 ] );
} );

it( 'is reached through the stand-in too, which a script may have kept', () => {
	const block = vi.spyOn( Visit.prototype, 'block' );
	const calls: unknown[] = [];
	page.candid = { calls };
	takeOver( () => 'unknown' );
	calls.push( [ 'block', [ '.late' ] ], [ 'no such function', [] ] );
	expect( block.mock.calls ).toEqual( [ [ '.late' ] ] );
	block.mockRestore();
} );

it( 'leaves alone what the page itself has under the name candid', () => {
	const own = { camera: 'Leica' };
	page.candid = own;
	takeOver( () => 'unknown' );
	expect( page.candid ).toBe( own );
	expect( own ).toEqual( { camera: 'Leica' } );
} );

it( 'does nothing when a recorder is there already, and throws nothing where there is no config', () => {
	takeOver( () => 'unknown' );
	const there = page.candid;
	takeOver( () => 'unknown' );
	expect( page.candid ).toBe( there );
	delete page.candid;
	allow( true );
	document.head.innerHTML = '';
	takeOver( () => 'unknown' );
	expect( page.candid ).toBeUndefined();
} );

it( 'does nothing without the script that decides about consent, nor against its word', () => {
	allow( false );
	takeOver( () => 'unknown' );
	registry().allows = undefined;
	takeOver( () => 'unknown' );
	expect( [ page.candid, registry().recorder ] ).toEqual( [ undefined, undefined ] );
} );

it( 'throws nothing at a page that uses the API wrongly', () => {
	takeOver( () => 'unknown' );
	const { block, stop } = page.candid as Record<string, ( what?: unknown ) => void>;
	expect( () => [ block!( Symbol( 'x' ) ), block!( null ), stop!( { discard: {} } ) ] ).not.toThrow();
} );
