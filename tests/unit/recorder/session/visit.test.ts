// @vitest-environment jsdom
/** How a visit ends, and how few new snapshots it takes where something is lost. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { windowOf } from '../../../../src/privacy/natives';
import { MOST_A_MINUTE, MOST_A_PAGE } from '../../../../src/recorder/session/snapshot-allowance';
import { answer, consent, door, endings, hide, offline, setUp, settle } from './test-visit';

/** The browser's own compressor answers in a task of its own; this one within a promise, so that no machine is too slow. */
vi.mock( '../../../../src/recorder/transport/segment', async ( original ) => ( {
	...( await original< object >() ),
	gzip: async ( pieces: Uint8Array[] ) => new Uint8Array( gzipSync( Buffer.concat( pieces ) ) ),
} ) );

/** The object in which jsdom keeps what belongs to a node. */
const implOf = ( node: EventTarget ): unknown => ( node as unknown as Record<symbol, unknown> )[ Object.getOwnPropertySymbols( node ).find( ( { description } ) => description === 'impl' )! ];

describe( 'A visit in which something is lost takes few new snapshots', () => {
	it( 'where the door answers 413 to everything: one, and the page is left alone', async () => {
		door.respond = answer( 413 );
		const { visit, capture, busy } = setUp();
		visit.resume();
		await busy( 300 );
		expect( capture ).toMatchObject( { snapshots: 1, isStopped: true } );
		expect( endings() ).toEqual( [ 'limit' ] );
	} );

	it( 'where a firewall takes small bodies only: the owner is told why the recording ends', async () => {
		door.limit = 10_000;
		const { visit, capture, busy } = setUp( { snapshotBytes: 50_000, random: true } );
		visit.resume();
		await busy( 60 );
		expect( capture ).toMatchObject( { snapshots: 1, isStopped: true } );
		expect( endings() ).toEqual( [ 'limit' ] );
	} );

	it( 'where what comes after the snapshots is refused: three a minute, eight in all, then the end', async () => {
		let count = 0;
		door.respond = () => answer( count++ % 2 ? 413 : 204 )();
		const { visit, capture, busy } = setUp();
		visit.resume();
		await busy( 70 );
		const inMinute = capture.taken.filter( ( time ) => time <= capture.taken[ 1 ]! + 59_000 ).length - 1;
		expect( inMinute ).toBeLessThanOrEqual( MOST_A_MINUTE );
		await busy( 600 );
		expect( capture ).toMatchObject( { snapshots: 1 + MOST_A_PAGE, isStopped: true } );
		expect( endings() ).toContain( 'limit' );
	} );

	it( 'where a snapshot of 4.5 MB meets a door that takes it: none is lost', async () => {
		const { visit, capture, busy } = setUp( { snapshotBytes: 4_500_000 } );
		visit.resume();
		await busy( 20 );
		expect( [ capture.snapshots, endings(), door.arrived.flatMap( ( { events } ) => events ).filter( ( { type } ) => type === 2 ).length ] ).toEqual( [ 1, [], 1 ] );
	} );

	it( 'where a snapshot of 4.5 MB cannot be made small: one', async () => {
		const { visit, capture, busy } = setUp( { snapshotBytes: 3_400_000, random: true } );
		visit.resume();
		await busy( 60 );
		expect( capture ).toMatchObject( { snapshots: 1, isStopped: true } );
		expect( endings() ).toEqual( [ 'limit' ] );
	} );

	it( 'where a snapshot is larger than any line may be: one, and no second within the task', async () => {
		const { visit, capture, busy } = setUp( { snapshotBytes: 6_400_000 } );
		visit.resume();
		expect( capture ).toMatchObject( { snapshots: 1, isStopped: true } );
		await busy( 5 );
		expect( endings() ).toEqual( [ 'limit' ] );
	} );

	it( 'where the door is busy for longer than any timer can wait: it is asked again after some minutes', async () => {
		door.respond = answer( 429, { 'Retry-After': '2147483648' } );
		const { visit, capture, busy } = setUp();
		visit.resume();
		await busy( 200 );
		expect( [ door.arrived.length, capture.snapshots ] ).toEqual( [ 1, 1 ] );
		await busy( 300 );
		expect( [ door.arrived.length, capture.snapshots ] ).toEqual( [ 2, 1 ] );
	} );

	it( 'where the page protects itself without end: eight', async () => {
		const { visit, capture, busy } = setUp();
		visit.resume();
		for ( let i = 0; i < 600; i++ ) {
			visit.block( `.part-${ i }` );
			await busy( 1 );
		}
		expect( capture ).toMatchObject( { snapshots: 1 + MOST_A_PAGE, isStopped: true } );
		expect( endings() ).toEqual( [ 'limit' ] );
	} );

	it( 'where the page protects a thousand elements at once: one more', async () => {
		const { visit, capture } = setUp();
		visit.resume();
		for ( let i = 0; i < 1000; i++ ) {
			visit.block( document.createElement( 'p' ) );
		}
		await settle();
		expect( capture.snapshots ).toBe( 2 );
	} );

	it( 'where a script stops and starts it again and again: three a minute', async () => {
		const { visit, capture } = setUp();
		visit.resume();
		for ( let i = 0; i < 50; i++ ) {
			visit.stop();
			visit.start();
			await settle();
		}
		expect( capture.snapshots ).toBeLessThanOrEqual( 1 + MOST_A_MINUTE );
	} );
} );

it( 'A page that cannot be described any more is left alone at once', async () => {
	const { visit, capture, act } = setUp();
	visit.resume();
	await act();
	vi.stubGlobal( 'matchMedia', () => {
		throw new TypeError( 'The page has replaced it.' );
	} );
	hide();
	await act();
	expect( [ endings(), capture.isStopped, capture.snapshots ] ).toEqual( [ [ 'error' ], true, 1 ] );
} );

it( 'A snapshot that an error takes away is taken again, three times a minute and eight in all', async () => {
	const { visit, capture, busy } = setUp( { isSnapshotLost: true } );
	visit.resume();
	await busy( 50 );
	expect( capture.snapshots ).toBe( 1 + MOST_A_MINUTE );
	await busy( 300 );
	expect( [ capture.snapshots, capture.isStopped ] ).toEqual( [ 1 + MOST_A_PAGE, true ] );
} );

describe( 'A full queue', () => {
	it( 'pauses the capture, and one new snapshot is taken when everything that waited has gone', async () => {
		let open: ( () => void ) | undefined;
		door.respond = () => new Promise( ( resolve ) => {
			open = () => resolve( new Response( null, { status: 204 } ) );
		} );
		const { visit, capture } = setUp( { snapshotBytes: 700_000, random: true } );
		visit.resume();
		await settle();
		// Five more snapshots, as if the visitor came and went: each is a megabyte that does not get smaller.
		for ( let i = 0; i < 5; i++ ) {
			await vi.advanceTimersByTimeAsync( 6 * 60_000 );
			window.dispatchEvent( new Event( 'pointermove' ) );
			await settle();
		}
		expect( capture.isPaused ).toBe( true );
		const before = capture.snapshots;
		door.respond = answer( 204 );
		open!();
		await settle();
		expect( [ capture.snapshots, capture.isPaused ] ).toEqual( [ before + 1, false ] );
	} );
} );

describe( 'A page that is hidden while the network is gone', () => {
	it( 'is still recorded when the network comes back, though five segments failed at once', async () => {
		door.respond = offline;
		const { visit, capture, act } = setUp();
		visit.resume();
		await settle();
		for ( let i = 0; i < 6; i++ ) {
			await act( 49_000 );
		}
		hide();
		await settle();
		expect( capture.isStopped ).toBe( false );
		door.respond = answer( 204 );
		await vi.advanceTimersByTimeAsync( 60_000 );
		await settle();
		expect( door.arrived.flatMap( ( { events } ) => events ).filter( ( { type } ) => type === 3 ).length ).toBeGreaterThanOrEqual( 6 );
	} );
} );

describe( 'start()', () => {
	it.each( [
		[ 'the door refused', answer( 403 ) ],
		[ 'the door took nothing five times', offline ],
		[ 'the snapshot was too large', answer( 413 ) ],
	] as const )( 'does not capture after %s', async ( _what, how ) => {
		door.respond = how;
		const { visit, capture, busy } = setUp();
		visit.resume();
		await busy( 120 );
		expect( capture.isStopped ).toBe( true );
		const before = capture.snapshots;
		door.respond = answer( 204 );
		visit.start();
		await busy( 120 );
		expect( capture.snapshots ).toBe( before );
	} );

	it( 'begins a recording of its own after stop()', async () => {
		const { visit, capture, busy } = setUp();
		visit.resume();
		await busy( 3 );
		visit.stop();
		await settle();
		expect( [ endings(), capture.isStopped ] ).toEqual( [ [ 'stopped' ], true ] );
		visit.start();
		await settle();
		expect( capture.snapshots ).toBe( 2 );
	} );
} );

describe( 'A visitor who does not agree any more', () => {
	it( 'is not recorded any more: nothing waits, nothing is sent, the tab keeps nothing', async () => {
		const { visit, capture, act } = setUp();
		visit.resume();
		await act();
		// One segment waits for another attempt, one event for the end of its segment.
		door.respond = offline;
		await act();
		await vi.advanceTimersByTimeAsync( 6000 );
		await act();
		const { k } = JSON.parse( sessionStorage.candid );
		const before = door.arrived.length;
		consent.isGiven = false;
		expect( visit.withdraw() ).toBe( k );
		door.respond = answer( 204 );
		await act();
		hide();
		window.dispatchEvent( new Event( 'pagehide' ) );
		await vi.advanceTimersByTimeAsync( 120_000 );
		await settle();
		expect( [ capture.isStopped, visit.state.isActive, door.arrived.length - before, sessionStorage.length ] ).toEqual( [ true, false, 0, 0 ] );
		visit.start();
		expect( [ visit.state.isActive, capture.snapshots ] ).toEqual( [ false, 1 ] );
	} );

	it( 'is recorded anew, under another key, after another yes', async () => {
		const { visit, act } = setUp();
		visit.resume();
		await act();
		const first = visit.withdraw();
		visit.resume();
		await act();
		expect( JSON.parse( sessionStorage.candid ).k ).not.toBe( first );
		expect( visit.state.isActive ).toBe( true );
	} );

	it( 'gets the key of an earlier page where this one is not recorded, and none where there is none', () => {
		expect( setUp().visit.withdraw() ).toBe( '' );
		sessionStorage.candid = JSON.stringify( { k: 'ab'.repeat( 16 ), s: 1, p: 1, b: 1, t: 1, l: 0 } );
		expect( setUp().visit.withdraw() ).toBe( 'ab'.repeat( 16 ) );
		expect( sessionStorage.length ).toBe( 0 );
	} );
} );

describe( 'stop()', () => {
	it( 'leaves no listener on the page', async () => {
		/** Names of the events that window and document are listened to for, as jsdom keeps them. */
		const heard = () => [ implOf( windowOf( document )! ), implOf( document ) ].flatMap( ( target ) => {
			const lists = ( target as { _eventListeners: Record<string, unknown[]> } )._eventListeners;
			return Object.entries( lists ).flatMap( ( [ name, listeners ] ) => listeners.map( () => name ) );
		} );
		const before = heard();
		const { visit, busy } = setUp();
		visit.resume();
		await busy( 3 );
		expect( heard() ).toContain( 'pagehide' );
		visit.stop();
		expect( heard().filter( ( name ) => name !== 'online' ) ).toEqual( before.filter( ( name ) => name !== 'online' ) );
	} );

	it( 'sends what waits, and what waits is dropped where it is asked to discard', async () => {
		const kept = setUp();
		kept.visit.resume();
		await settle();
		await kept.act();
		kept.visit.stop();
		await settle();
		expect( door.arrived.flatMap( ( { events } ) => events ).map( ( { type } ) => type ) ).toEqual( [ 2, 3 ] );
		door.arrived = [];
		sessionStorage.clear();
		const dropped = setUp();
		dropped.visit.resume();
		await settle();
		door.arrived = [];
		await dropped.act();
		dropped.visit.stop( { discard: true } );
		hide();
		await vi.advanceTimersByTimeAsync( 60_000 );
		expect( door.arrived ).toEqual( [] );
	} );
} );

it( 'A protection that cannot be given ends the recording, and what waited is not sent', async () => {
	const { visit, capture, act } = setUp();
	visit.resume();
	await settle();
	await act();
	door.arrived = [];
	visit.block( '.x:not(.y' );
	await settle();
	expect( [ endings(), door.arrived.flatMap( ( { events } ) => events ), capture.isStopped ] ).toEqual( [ [ 'selector' ], [], true ] );
} );
