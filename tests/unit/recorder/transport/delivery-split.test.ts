import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Delivery } from '../../../../src/recorder/transport/delivery';

/** The same compression, but done within a promise: a busy machine cannot change what the tests see. */
vi.mock( '../../../../src/recorder/transport/segment', async ( original ) => ( {
	...( await original< object >() ),
	gzip: async ( pieces: Uint8Array[] ) => new Uint8Array( gzipSync( Buffer.concat( pieces ) ) ),
} ) );

const KB = 1024;
/** An event that stays as large when it is compressed. */
const event = ( kilobytes: number, type = 3 ) => `{"type":${ type },"x":"${ randomBytes( kilobytes * KB ).toString( 'hex' ) }"}`;

async function settle() {
	for ( let i = 0; i < 200; i++ ) {
		await new Promise( ( resolve ) => setImmediate( resolve ) );
	}
}

/** A door, or a firewall before it, that lets through bodies up to a size. */
function setUp( mostBytes: () => number ) {
	const taken: { sequence: number; events: string[]; pageEnd: boolean }[] = [];
	const refused: number[] = [];
	const lost: boolean[] = [];
	let next = 0;
	const door = ( async ( _address: string, init: RequestInit ) => {
		const bytes = Buffer.from( init.body as Uint8Array );
		const body = bytes.subarray( 36 + bytes[ 5 ]! );
		if ( body.length > mostBytes() ) {
			refused.push( body.length );
			return new Response( null, { status: 413 } );
		}
		taken.push( { sequence: bytes.readUInt32BE( 24 ), events: gunzipSync( body ).toString().trimEnd().split( '\n' ), pageEnd: ( bytes[ 4 ]! & 2 ) === 2 } );
		return new Response( null, { status: 204 } );
	} ) as unknown as typeof fetch;
	const delivery = new Delivery( {
		door: '/door',
		accountKey: 'cnd_x',
		identity: { key: new Uint8Array( 16 ), take: () => next++ },
		onRefused() {},
		onLost: ( hadSnapshot ) => lost.push( hadSnapshot ),
		onFull() {},
		onRoom() {},
		isOnline: () => true,
		fetch: door,
		random: () => 1,
	} );
	const add = ( events: string[], pageEnd = false, hasSnapshot = false ) => delivery.add( [ new TextEncoder().encode( [ 'envelope', ...events, '' ].join( '\n' ) ) ], pageEnd, hasSnapshot );
	return { taken, refused, lost, delivery, add };
}

beforeEach( () => {
	vi.useFakeTimers( { toFake: [ 'setTimeout', 'clearTimeout', 'Date' ] } );
} );
afterEach( () => {
	vi.useRealTimers();
} );

describe( 'a segment that the door calls too large', () => {
	it( 'is delivered in smaller ones, no event lost, numbers without a hole, the end of the page on the last', async () => {
		const { taken, refused, lost, delivery, add } = setUp( () => 100 * KB );
		const events = Array.from( { length: 8 }, () => event( 40 ) );
		add( events );
		const last = Array.from( { length: 4 }, () => event( 40 ) );
		add( last, true );
		await settle();
		expect( [ taken.flatMap( ( one ) => one.events.slice( 1 ) ), lost, delivery.idle ] ).toEqual( [ [ ...events, ...last ], [], true ] );
		expect( taken.map( ( { sequence } ) => sequence ) ).toEqual( taken.map( ( _, at ) => at ) );
		expect( taken.map( ( one ) => one.events[ 0 ] ) ).toEqual( taken.map( () => 'envelope' ) );
		expect( taken.map( ( { pageEnd } ) => pageEnd ) ).toEqual( taken.map( ( _, at ) => at === taken.length - 1 ) );
		// The size is found once: what comes later is made small enough before it is sent.
		const before = refused.length;
		add( Array.from( { length: 8 }, () => event( 40 ) ) );
		await settle();
		expect( [ refused.length, lost ] ).toEqual( [ before, [] ] );
	} );

	it( 'is made smaller down to 64 KB and no further: then what is refused is given up, and the rest goes on', async () => {
		const { refused, lost, taken, delivery, add } = setUp( () => 5 * KB );
		add( Array.from( { length: 64 }, () => event( 4 ) ) );
		add( [ event( 1 ) ] );
		await settle();
		expect( refused.length ).toBeGreaterThan( 3 );
		// Halves of what is larger than 64 KB.
		expect( Math.min( ...refused ) ).toBeGreaterThan( 30 * KB );
		expect( Math.min( ...refused ) ).toBeLessThan( 64 * KB );
		expect( [ new Set( lost ), taken.length, delivery.idle ] ).toEqual( [ new Set( [ false ] ), 1, true ] );
	} );

	it( 'is lost where it is a single event', async () => {
		const { refused, lost, add } = setUp( () => 100 * KB );
		add( [ event( 200 ) ], false, true );
		await settle();
		expect( [ refused.length, lost ] ).toEqual( [ 1, [ true ] ] );
	} );

	it( 'is lost with its snapshot only where that is in the half which is refused again', async () => {
		const { lost, taken, add } = setUp( () => 100 * KB );
		add( [ event( 1, 4 ), event( 1, 2 ), event( 300 ) ], false, true );
		await settle();
		expect( [ lost, taken.flatMap( ( { events } ) => events.slice( 1 ) ).length ] ).toEqual( [ [ false ], 2 ] );
	} );
} );
