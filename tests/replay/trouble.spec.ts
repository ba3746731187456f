/** What goes wrong around a recording: the player says so, ends, or goes on; it never waits for ever. */
import { expect, test, type Page } from '@playwright/test';
import type { PlayerState } from '../../src/player';
import { element, forged } from './forged';
import { sealRecording, type TestRecording } from './recordings';
import { startSite, type TestSite } from './server';

let site: TestSite;

test.beforeAll( async () => {
	site = await startSite();
} );
test.afterAll( () => site.close() );

const begin = ( page: Page, given: TestRecording & { decoder?: string } ): Promise< void > =>
	page.evaluate( ( recording ) => ( window as unknown as { begin: ( given: unknown ) => void } ).begin( recording ), given );
async function open( page: Page, given: TestRecording & { decoder?: string } ): Promise< void > {
	await page.goto( `${ site.url }/wp-admin/host` );
	await begin( page, given );
}
const state = ( page: Page ): Promise< PlayerState | undefined > => page.evaluate( () => window.state() );
const status = async ( page: Page ): Promise< string | undefined > => ( await state( page ) )?.status;
const play = ( page: Page ): Promise< void > => page.evaluate( () => window.player?.play() );

/** A page that scrolls once a second. */
const scrolling = ( seconds: number, ...nodes: Array< Record< string, unknown > > ): unknown[] => {
	const [ meta, full ] = forged( nodes );
	const { timestamp } = full as { timestamp: number };
	return [ meta, full, ...Array.from( { length: seconds }, ( _, n ) => ( { type: 3, timestamp: timestamp + ( n + 1 ) * 1_000, data: { source: 3, id: 900_000, x: 0, y: n } } ) ) ];
};

test( 'says what to do when a policy of the page keeps the player’s frame out', async ( { page } ) => {
	await page.route( '**/wp-admin/host', async ( route ) => {
		const response = await route.fetch();
		await route.fulfill( { response, headers: { ...response.headers(), 'Content-Security-Policy': "frame-src 'self'" } } );
	} );
	await open( page, sealRecording( [ scrolling( 2 ) ] ) );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'failed', message: 'frame refused' } );
} );

test( 'ends a recording of one moment, also when play comes late', async ( { page } ) => {
	await open( page, sealRecording( [ forged( [] ).slice( 0, 2 ) ] ) );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	// The engine has told its end by now, to nobody.
	await page.waitForTimeout( 500 );
	await play( page );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'ended', wantsToPlay: false } );
} );

test( 'plays what came while the stage was reporting that it has nothing more', async ( { page } ) => {
	// A stage that has nothing more at 100 ms, and says so late; and then plays on from where it is told.
	await page.route( '**/stage.js', ( route ) => route.fulfill( {
		contentType: 'text/javascript',
		body: `addEventListener( 'message', ( { ports: [ host, decoder ] } ) => {
			let first = true;
			decoder.onmessage = () => { first && host.postMessage( [ 4, 0 ] ); first = false; };
			host.onmessage = ( { data } ) => {
				host.postMessage( [ 4, data.time ] );
				data.kind === 'play' && data.time < 50 && setTimeout( () => host.postMessage( [ 3, 100 ] ), 1500 );
			};
			host.postMessage( [ 0 ] );
		} )`,
	} ) );
	const made = sealRecording( [ scrolling( 20 ) ], 3 );
	await open( page, { ...made, held: made.recording.segment_list.slice( 1 ).map( ( one ) => one.sequence ) } );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	await page.evaluate( () => window.player?.setSkipIdle( false ) );
	await play( page );
	await page.waitForTimeout( 300 );
	await page.evaluate( () => window.release() );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'playing', time: 100 } );
} );

test( 'does not hold on to pages whose picture never comes', async ( { page } ) => {
	await page.route( '**/wp-content/**', ( route ) => route.fulfill( { status: 404 } ) );
	const many = Array.from( { length: 20 }, () => element( 'div', {}, ...Array.from( { length: 100 }, () => element( 'i' ) ) ) );
	await open( page, sealRecording( [ scrolling( 2, ...many, element( 'img', { src: '/wp-content/lost.png' } ) ) ] ) );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	const developer = await page.context().newCDPSession( page );
	const nodes = async (): Promise< number > => {
		await developer.send( 'HeapProfiler.collectGarbage' );
		return ( await developer.send( 'Memory.getDOMCounters' ) ).nodes;
	};
	for ( let turn = 0; turn < 20; turn++ ) {
		await page.evaluate( ( at ) => window.player?.seek( at ), turn % 2 ? 0 : 1_500 );
		await page.waitForTimeout( 60 );
	}
	await expect.poll( nodes ).toBeLessThan( 3 * 2_100 );
} );

test( 'gives up on a decoder that does not come back', async ( { page } ) => {
	await page.route( '**/hangs.js', ( route ) => route.fulfill( { contentType: 'text/javascript', body: 'onmessage = () => { for ( ; ; ); }' } ) );
	await open( page, { ...sealRecording( [ scrolling( 2 ) ] ), decoder: '/hangs.js' } );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'failed', message: 'too large' } );
} );

test( 'takes back a wish to play while it loads', async ( { page } ) => {
	const made = sealRecording( [ scrolling( 3 ) ] );
	await open( page, { ...made, held: [ 0 ] } );
	await play( page );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'loading', wantsToPlay: true } );
	await page.evaluate( () => window.player?.pause() );
	expect( await state( page ) ).toMatchObject( { wantsToPlay: false } );
	await page.evaluate( () => window.release() );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
} );

test( 'tells a part that could not be loaded from one the site does not have', async ( { page } ) => {
	const made = sealRecording( [ scrolling( 6 ) ], 3 );
	await open( page, { ...made, segments: { ...made.segments, 1: null } } );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'ready', unloaded: 0, gaps: [ expect.anything() ] } );
	delete made.segments[ 1 ];
	await begin( page, made );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'ready', unloaded: 1, gaps: [ expect.anything() ] } );
} );

test( 'stops fetching when the decoder is full, shows what there is, and says that it was cut', async ( { page } ) => {
	// Answers as the decoder does when the limits of a whole recording are used up.
	await page.route( '**/full.js', ( route ) => route.fulfill( {
		contentType: 'text/javascript',
		body: `let stage; onmessage = ( { data, ports } ) => {
			stage ??= ports[ 0 ];
			if ( data.kind === 'open' ) return;
			const last = data.kind === 'complete';
			stage.postMessage( { events: data.sequence ? [] : [ { type: 4, timestamp: 1e6, data: { href: '', width: 800, height: 600 } }, { type: 2, timestamp: 1e6 + 1, data: { node: { type: 0, id: 1, childNodes: [ { type: 2, id: 2, tagName: 'html', attributes: {}, childNodes: [] } ] }, initialOffset: { top: 0, left: 0 } } } ], fonts: [], complete: last } );
			postMessage( { sequence: last ? -1 : data.sequence, loaded: 1, started: true, complete: last, tooLarge: false, full: data.sequence > 0, limited: 0, pageTimes: {}, gaps: [], idle: [], assets: [] } );
		}`,
	} ) );
	const made = sealRecording( [ scrolling( 200 ) ], 3 );
	await open( page, { ...made, decoder: '/full.js' } );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'ready', cut: true } );
	await page.evaluate( () => window.player?.seek( 1e9 ) );
	await expect.poll( () => status( page ) ).toBe( 'ended' );
	expect( made.recording.segment_list.length ).toBeGreaterThan( 60 );
	expect( await page.evaluate( () => window.asked.length ) ).toBeLessThan( 10 );
} );
