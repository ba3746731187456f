import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { SEGMENT_LIMITS } from '../../../../src/contracts/generated/segment';
import { Delivery } from '../../../../src/recorder/transport/delivery';

/** The same compression, but done within a promise: a busy machine cannot change what the tests see. */
vi.mock( '../../../../src/recorder/transport/segment', async ( original ) => ( {
	...( await original< object >() ),
	gzip: async ( pieces: Uint8Array[] ) => new Uint8Array( gzipSync( Buffer.concat( pieces ) ) ),
} ) );

interface Sent {
	sequence: number;
	text: string;
	gzip: boolean;
	keepalive: boolean;
	bytes: number;
	answer: ( status: number, headers?: Record<string, string> ) => Promise<void>;
	fail: () => Promise<void>;
}

/** Lets promises settle; no clock moves. */
async function settle() {
	for ( let i = 0; i < 20; i++ ) {
		await new Promise( ( resolve ) => setImmediate( resolve ) );
	}
}

function setUp() {
	const sent: Sent[] = [];
	let next = 0;
	const events = { refused: 0, lost: [] as boolean[], full: 0, room: 0 };
	const line = { isOnline: true };
	const door = ( ( _address: string, init: RequestInit ) =>
		new Promise<Response>( ( resolve, reject ) => {
			const bytes = Buffer.from( init.body as Uint8Array );
			const body = bytes.subarray( 36 + bytes[ 5 ]! );
			const isGzip = ( bytes[ 4 ]! & 1 ) === 1;
			sent.push( {
				sequence: bytes.readUInt32BE( 24 ),
				gzip: isGzip,
				text: ( isGzip ? gunzipSync( body ) : body ).toString(),
				keepalive: !! init.keepalive,
				bytes: bytes.length,
				async answer( status, headers ) {
					resolve( new Response( null, { status: status === 200 ? 200 : status, headers } ) );
					await settle();
				},
				async fail() {
					reject( new TypeError( 'Failed to fetch' ) );
					await settle();
				},
			} );
		} ) ) as unknown as typeof fetch;
	const delivery = new Delivery( {
		door: '/door',
		accountKey: 'cnd_x',
		identity: { key: new Uint8Array( 16 ), take: () => next++ },
		onRefused: () => events.refused++,
		onLost: ( hadSnapshot ) => events.lost.push( hadSnapshot ),
		onFull: () => events.full++,
		onRoom: () => events.room++,
		isOnline: () => line.isOnline,
		fetch: door,
		random: () => 1,
	} );
	const add = ( text: string, pageEnd?: boolean, hasSnapshot?: boolean ) => delivery.add( [ new TextEncoder().encode( text ) ], pageEnd, hasSnapshot );
	return { sent, events, delivery, line, add };
}

describe( 'delivery', () => {
	beforeEach( () => {
		vi.useFakeTimers( { toFake: [ 'setTimeout', 'clearTimeout', 'Date' ] } );
	} );
	afterEach( () => {
		vi.useRealTimers();
	} );

	it( 'sends one segment at a time, in order, compressed', async () => {
		const { sent, add, delivery } = setUp();
		add( 'one' );
		add( 'two' );
		await settle();
		expect( sent.map( ( { text, sequence, gzip } ) => [ text, sequence, gzip ] ) ).toEqual( [ [ 'one', 0, true ] ] );
		await sent[ 0 ]!.answer( 204 );
		expect( sent.map( ( { text, sequence } ) => [ text, sequence ] ) ).toEqual( [ [ 'one', 0 ], [ 'two', 1 ] ] );
		await sent[ 1 ]!.answer( 204 );
		expect( delivery.idle ).toBe( true );
	} );

	it( 'tries again with the same bytes and number, each time waiting longer', async () => {
		const { sent, add } = setUp();
		add( 'one' );
		await settle();
		await sent[ 0 ]!.fail();
		await vi.advanceTimersByTimeAsync( 1999 );
		expect( sent ).toHaveLength( 1 );
		await vi.advanceTimersByTimeAsync( 1 );
		expect( sent ).toHaveLength( 2 );
		expect( [ sent[ 1 ]!.sequence, sent[ 1 ]!.text ] ).toEqual( [ 0, 'one' ] );
		await sent[ 1 ]!.answer( 500 );
		await vi.advanceTimersByTimeAsync( 3999 );
		expect( sent ).toHaveLength( 2 );
		await vi.advanceTimersByTimeAsync( 1 );
		expect( sent ).toHaveLength( 3 );
	} );

	it( 'waits as long as the door asks', async () => {
		const { sent, add } = setUp();
		add( 'one' );
		await settle();
		await sent[ 0 ]!.answer( 503, { 'Retry-After': '120' } );
		await vi.advanceTimersByTimeAsync( 119_999 );
		expect( sent ).toHaveLength( 1 );
		await vi.advanceTimersByTimeAsync( 2001 );
		expect( sent ).toHaveLength( 2 );
	} );

	it( 'gives up for the page after five failures in a row', async () => {
		const { sent, events, add, delivery } = setUp();
		add( 'one' );
		await settle();
		for ( let i = 0; i < 5; i++ ) {
			expect( events.refused ).toBe( 0 );
			await sent[ i ]!.answer( 200 );
			await vi.advanceTimersByTimeAsync( 60_000 );
			await settle();
		}
		expect( [ events.refused, sent.length, delivery.idle ] ).toEqual( [ 1, 5, true ] );
		add( 'two' );
		await settle();
		expect( sent ).toHaveLength( 5 );
	} );

	it.each( [ 403, 410 ] )( 'stops at once when the answer is %i', async ( status ) => {
		const { sent, events, add } = setUp();
		add( 'one' );
		add( 'two' );
		await settle();
		await sent[ 0 ]!.answer( status );
		expect( [ events.refused, sent.length ] ).toEqual( [ 1, 1 ] );
	} );

	it( 'drops what the door calls too large and asks for a new start', async () => {
		const { sent, events, add } = setUp();
		add( 'one' );
		add( 'two' );
		await settle();
		await sent[ 0 ]!.answer( 413 );
		expect( [ events.lost, sent[ 1 ]!.text, sent[ 1 ]!.sequence ] ).toEqual( [ [ false ], 'two', 1 ] );
	} );

	it( 'stops after three malformed segments', async () => {
		const { sent, events, add } = setUp();
		[ 'one', 'two', 'three', 'four' ].forEach( ( text ) => add( text ) );
		await settle();
		for ( let i = 0; i < 3; i++ ) {
			await sent[ i ]!.answer( 400 );
		}
		expect( [ events.refused, sent.length ] ).toEqual( [ 1, 3 ] );
	} );

	it( 'sends the tail of a leaving page at once and uncompressed, within the budget of all such requests', async () => {
		const { sent, add, delivery } = setUp();
		add( 'first' );
		await settle();
		for ( let i = 0; i < 4; i++ ) {
			add( String( i ).repeat( 20_000 ) );
		}
		delivery.flush();
		await Promise.resolve();
		const tail = sent.slice( 1 );
		expect( tail.map( ( { sequence, gzip, keepalive } ) => [ sequence, gzip, keepalive ] ) ).toEqual( [ [ 1, false, true ], [ 2, false, true ] ] );
		expect( sent.reduce( ( sum, { bytes } ) => sum + bytes, 0 ) ).toBeLessThanOrEqual( SEGMENT_LIMITS.keepaliveBudgetBytes );
	} );

	it( 'does not send again what was purged while it was on its way: the page may have protected what it holds', async () => {
		const { sent, add, delivery, events } = setUp();
		add( 'one' );
		await settle();
		delivery.purge();
		add( 'two' );
		await sent[ 0 ]!.answer( 503 );
		await vi.advanceTimersByTimeAsync( 60_000 );
		expect( [ sent.map( ( { text } ) => text ), events ] ).toEqual( [ [ 'one', 'two' ], { refused: 0, lost: [], full: 0, room: 0 } ] );
	} );

	it( 'waits as long as the door asks though another segment, sent at the same time, was taken', async () => {
		const { sent, add, delivery } = setUp();
		[ 'one', 'two', 'three' ].forEach( ( text ) => add( text ) );
		delivery.flush();
		await settle();
		await sent[ 1 ]!.answer( 429, { 'Retry-After': '30' } );
		await sent[ 0 ]!.answer( 204 );
		await sent[ 2 ]!.answer( 204 );
		await vi.advanceTimersByTimeAsync( 29_000 );
		expect( sent ).toHaveLength( 3 );
		await vi.advanceTimersByTimeAsync( 4000 );
		expect( sent.map( ( { text } ) => text ) ).toEqual( [ 'one', 'two', 'three', 'two' ] );
	} );

	it( 'waits some minutes at most where the clock is set back while the door has asked to wait', async () => {
		const { sent, add, delivery } = setUp();
		[ 'one', 'two' ].forEach( ( text ) => add( text ) );
		delivery.flush();
		await settle();
		await sent[ 0 ]!.answer( 429, { 'Retry-After': '30' } );
		vi.setSystemTime( Date.now() - 24 * 60 * 60_000 );
		await sent[ 1 ]!.answer( 503 );
		await vi.advanceTimersByTimeAsync( 6 * 60_000 );
		expect( sent.length ).toBeGreaterThan( 2 );
	} );

	it( 'drops what waits, but not what is on its way', async () => {
		const { sent, add, delivery } = setUp();
		add( 'one' );
		await settle();
		add( 'two' );
		delivery.purge();
		add( 'three' );
		await settle();
		await sent[ 0 ]!.answer( 204 );
		expect( sent.map( ( { text, sequence } ) => [ text, sequence ] ) ).toEqual( [ [ 'one', 0 ], [ 'three', 2 ] ] );
	} );

	describe( 'with 4 MB waiting', () => {
		const megabyte = 'x'.repeat( 1024 * 1024 );
		/** At once, before the compressor has made less of it. */
		const fill = async ( then: ( add: ReturnType<typeof setUp>[ 'add' ] ) => void ) => {
			const made = setUp();
			made.add( 'on its way' );
			await settle();
			for ( let i = 0; i < 4; i++ ) {
				made.add( megabyte.slice( 0, -100 ) );
			}
			expect( made.events.full ).toBe( 0 );
			then( made.add );
			return made;
		};

		it( 'takes no more, leaves a hole in the numbers by which the loss is seen, and says when all is gone', async () => {
			const { sent, events, delivery, add } = await fill( ( addMore ) => addMore( megabyte ) );
			expect( events.full ).toBe( 1 );
			for ( let i = 0; i < 5; i++ ) {
				expect( events.room ).toBe( 0 );
				await sent[ i ]!.answer( 204 );
			}
			expect( [ events.room, delivery.idle, sent.length ] ).toEqual( [ 1, true, 5 ] );
			add( 'the new snapshot', false, true );
			await settle();
			expect( sent.map( ( { sequence } ) => sequence ) ).toEqual( [ 0, 1, 2, 3, 4, 6 ] );
		} );

		it( 'still takes the last segment of a page, which says why a recording ended', async () => {
			const { events } = await fill( ( addMore ) => addMore( megabyte, true ) );
			expect( events.full ).toBe( 0 );
		} );
	} );

	it( 'takes a snapshot that is larger than the queue where nothing waits: compressed it fits', async () => {
		const { sent, events, add } = setUp();
		add( 'x'.repeat( 4_500_000 ), false, true );
		await settle();
		expect( [ events.full, events.lost, sent.length ] ).toEqual( [ 0, [], 1 ] );
	} );

	it( 'does not send what the door would call too large, and says that a snapshot is lost', async () => {
		const { sent, events, add } = setUp();
		add( randomBytes( 1_400_000 ).toString( 'base64' ), false, true );
		add( 'two' );
		await settle();
		expect( [ events.lost, sent.map( ( { text } ) => text ) ] ).toEqual( [ [ true ], [ 'two' ] ] );
	} );

	describe( 'a page that is hidden while many segments wait', () => {
		const hide = async () => {
			const made = setUp();
			for ( let i = 0; i < 6; i++ ) {
				made.add( `part ${ i }` );
			}
			made.delivery.flush();
			await settle();
			return made;
		};

		it( 'has made one attempt when all of them fail', async () => {
			const { sent, events } = await hide();
			expect( sent ).toHaveLength( 6 );
			await Promise.all( sent.map( ( one ) => one.fail() ) );
			expect( events.refused ).toBe( 0 );
			await vi.advanceTimersByTimeAsync( 2000 );
			expect( sent.slice( 6 ).map( ( { sequence } ) => sequence ) ).toEqual( [ 0 ] );
		} );

		it( 'does not give up however often that happens during one wait', async () => {
			const { sent, events, delivery } = await hide();
			await Promise.all( sent.map( ( one ) => one.fail() ) );
			for ( let i = 0; i < 10; i++ ) {
				const before = sent.length;
				delivery.flush();
				await settle();
				await Promise.all( sent.slice( before ).map( ( one ) => one.fail() ) );
			}
			expect( events.refused ).toBe( 0 );
		} );
	} );

	it( 'sends nothing before the time that the door named, hidden or not', async () => {
		const { sent, add, delivery } = setUp();
		add( 'one' );
		await settle();
		await sent[ 0 ]!.answer( 429, { 'Retry-After': '60' } );
		delivery.flush();
		await vi.advanceTimersByTimeAsync( 59_000 );
		delivery.flush();
		globalThis.dispatchEvent?.( new Event( 'online' ) );
		await settle();
		expect( sent ).toHaveLength( 1 );
		await vi.advanceTimersByTimeAsync( 5000 );
		expect( sent ).toHaveLength( 2 );
	} );

	it( 'tries nothing while the browser is offline, and counts nothing', async () => {
		const { sent, events, add, delivery, line } = setUp();
		line.isOnline = false;
		add( 'one' );
		await settle();
		delivery.flush();
		await vi.advanceTimersByTimeAsync( 20 * 60_000 );
		expect( [ sent.length, events.refused ] ).toEqual( [ 0, 0 ] );
		line.isOnline = true;
		await vi.advanceTimersByTimeAsync( 60_000 );
		expect( sent ).toHaveLength( 1 );
	} );

	it( 'drops everything and sends nothing more when it is stopped, also what was on its way, and begins anew', async () => {
		const { sent, events, add, delivery } = setUp();
		add( 'one' );
		await settle();
		add( 'two' );
		delivery.stop();
		add( 'three' );
		await sent[ 0 ]!.answer( 503 );
		await vi.advanceTimersByTimeAsync( 120_000 );
		expect( [ sent.length, delivery.idle, events.lost ] ).toEqual( [ 1, true, [] ] );
		delivery.start();
		add( 'four' );
		await settle();
		expect( sent.map( ( { text } ) => text ) ).toEqual( [ 'one', 'four' ] );
	} );

	it( 'stays silent after a refusal, started again or not', async () => {
		const { sent, add, delivery } = setUp();
		add( 'one' );
		await settle();
		await sent[ 0 ]!.answer( 403 );
		delivery.start();
		add( 'two' );
		await settle();
		expect( sent ).toHaveLength( 1 );
	} );
} );
