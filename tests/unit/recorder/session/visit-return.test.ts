// @vitest-environment jsdom
/** A visitor who comes back, and a page that is protected late. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { Delivery } from '../../../../src/recorder/transport/delivery';
import type { DeliverySettings } from '../../../../src/recorder/transport/delivery-parts';
import { hide, door, setUp, settle } from './test-visit';

/** The browser's own compressor answers in a task of its own; this one within a promise, so that no machine is too slow. */
vi.mock( '../../../../src/recorder/transport/segment', async ( original ) => ( {
	...( await original< object >() ),
	gzip: async ( pieces: Uint8Array[] ) => new Uint8Array( gzipSync( Buffer.concat( pieces ) ) ),
} ) );

/** The page comes back from the back-forward cache. */
const comeBack = () => {
	window.dispatchEvent( new Event( 'pagehide' ) );
	window.dispatchEvent( Object.assign( new Event( 'pageshow' ), { persisted: true } ) );
};

describe( 'A page that comes back from the back-forward cache', () => {
	it( 'goes on with one new snapshot', async () => {
		const { visit, capture } = setUp();
		visit.resume();
		await settle();
		comeBack();
		await settle();
		expect( [ capture.snapshots, capture.isPaused ] ).toEqual( [ 2, false ] );
	} );

	it( 'is recorded no more after another page of the tab was told to stop', async () => {
		const { visit, capture, busy } = setUp();
		visit.resume();
		await settle();
		door.arrived = [];
		window.dispatchEvent( new Event( 'pagehide' ) );
		sessionStorage.setItem( 'candid-stopped', '1' );
		comeBack();
		await busy( 20 );
		expect( [ capture.snapshots, capture.isStopped, door.arrived ] ).toEqual( [ 1, true, [] ] );
		visit.start();
		await settle();
		expect( capture.snapshots ).toBe( 2 );
	} );
} );

it( 'A visitor who was away while the queue became full brings a new snapshot back only when there is room for it', async () => {
	const { visit, capture, act } = setUp();
	visit.resume();
	await act();
	await vi.advanceTimersByTimeAsync( 5 * 60_000 - 1000 );
	const change = () => capture.emit( { type: 3, timestamp: Date.now(), data: {} } );
	change();
	// The queue is full: the segment that is sealed because nobody is there finds no room.
	const add = vi.spyOn( Delivery.prototype, 'add' ).mockImplementation( function( this: Delivery ) {
		( this as unknown as { settings: DeliverySettings } ).settings.onFull();
	} );
	await vi.advanceTimersByTimeAsync( 2000 );
	change();
	expect( add ).toHaveBeenCalledOnce();
	add.mockRestore();
	await act();
	expect( [ capture.snapshots, capture.isPaused ] ).toEqual( [ 1, true ] );
} );

it( 'What waits when a protection is asked for is dropped where it tells of the page: its nodes are not at hand any more', async () => {
	const { visit, act } = setUp();
	visit.resume();
	await settle();
	await act();
	door.arrived = [];
	visit.block( '.late' );
	await settle();
	hide();
	await settle();
	expect( door.arrived.flatMap( ( { events } ) => events ).filter( ( { type } ) => type === 3 ) ).toEqual( [] );
} );
