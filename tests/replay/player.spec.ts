import { expect, test, type Frame, type Page } from '@playwright/test';
import type { PlayerState } from '../../src/player';
import { recordVisit, sealRecording, type RawEvent, type TestRecording } from './recordings';
import { startSite, type TestSite } from './server';

let site: TestSite;
let visit: RawEvent[][];

test.beforeAll( async ( { browser } ) => {
	site = await startSite();
	visit = await recordVisit( browser, site.url );
} );
test.afterAll( () => site.close() );

async function open( page: Page, given: TestRecording ): Promise< void > {
	await page.goto( `${ site.url }/wp-admin/host` );
	await page.evaluate( ( recording ) => ( window as unknown as { begin: ( given: unknown ) => void } ).begin( recording ), given );
}

const state = ( page: Page ): Promise< PlayerState | undefined > => page.evaluate( () => window.state() );
const status = async ( page: Page ): Promise< string | undefined > => ( await state( page ) )?.status;

/** The script-less frame in which the recorded page stands. */
function recorded( page: Page ): Frame {
	const stage = page.frames().find( ( frame ) => frame.url().startsWith( 'data:' ) );
	const inner = stage?.childFrames()[ 0 ];
	if ( ! inner ) {
		throw new Error( 'There is no stage.' );
	}
	return inner;
}
const heading = ( page: Page ): Promise< string | null > => recorded( page ).locator( 'h1' ).first().textContent();

test( 'plays every page of a visit in order and ends', async ( { page } ) => {
	await open( page, sealRecording( visit ) );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	expect( await heading( page ) ).toBe( 'Welcome to the tea house' );
	await page.evaluate( () => {
		window.player?.setSpeed( 2 );
		window.player?.play();
	} );
	// It stands there for a second: looked at often, so that it is not missed.
	await expect.poll( () => heading( page ), { intervals: [ 50 ] } ).toBe( 'All our teas' );
	await expect.poll( () => heading( page ) ).toBe( 'Write to us' );
	await expect.poll( () => status( page ) ).toBe( 'ended' );
	expect( await recorded( page ).locator( '#thanks' ).textContent() ).toBe( 'Thank you for writing' );
	expect( await recorded( page ).locator( '#name' ).inputValue() ).toBe( '•••••' );
	const last = await state( page );
	expect( last?.limited ).toBe( 0 );
	expect( last?.time ).toBe( last?.duration );
	expect( last?.page ).toBe( 2 );
	const pages = await page.evaluate( () => window.states.map( ( s ) => s.page ).filter( ( n, i, all ) => n !== all[ i - 1 ] ) );
	expect( pages ).toEqual( [ 0, 1, 2 ] );
} );

test( 'goes to any moment, forwards and back', async ( { page } ) => {
	await open( page, sealRecording( visit ) );
	await expect.poll( async () => ( await state( page ) )?.duration ).toBeGreaterThan( 0 );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	const starts = ( await state( page ) )?.pageTimes ?? {};
	await page.evaluate( ( at ) => window.player?.seek( at ), ( starts[ 2 ] ?? 0 ) + 1 );
	await expect.poll( () => heading( page ) ).toBe( 'Write to us' );
	await page.evaluate( ( at ) => window.player?.seek( at ), ( starts[ 1 ] ?? 0 ) + 1 );
	await expect.poll( () => heading( page ) ).toBe( 'All our teas' );
	expect( await recorded( page ).locator( 'li' ).allTextContents() ).toEqual( [ 'Assam', 'Sencha', 'Gyokuro' ] );
	expect( await recorded( page ).locator( '#host b' ).textContent() ).toBe( 'From the shadow' );
	await page.evaluate( ( at ) => window.player?.seek( at ), ( starts[ 2 ] ?? 0 ) - 5 );
	await expect.poll( () => recorded( page ).locator( 'li' ).allTextContents() ).toEqual( [ 'Sencha', 'Gyokuro' ] );
	await page.evaluate( () => window.player?.seek( 0 ) );
	await expect.poll( () => heading( page ) ).toBe( 'Welcome to the tea house' );
	expect( await status( page ) ).toBe( 'paused' );
} );

test( 'shows pictures of the site itself, asked for without cookies, and nothing of anybody else', async ( { page } ) => {
	const others: string[] = [];
	page.on( 'request', ( request ) => {
		if ( /^https?:/.test( request.url() ) && ! request.url().startsWith( site.url ) ) {
			others.push( request.url() );
		}
	} );
	site.forget();
	await open( page, sealRecording( visit ) );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	await expect.poll( () => recorded( page ).locator( '#pot' ).evaluate( ( image: HTMLImageElement ) => image.naturalWidth ) ).toBe( 3 );
	await expect.poll( () => recorded( page ).locator( '#logo' ).evaluate( ( image: HTMLImageElement ) => image.naturalWidth ) ).toBe( 40 );
	await expect.poll( () => recorded( page ).locator( '.hero' ).evaluate( ( hero ) => getComputedStyle( hero ).backgroundImage ) ).toMatch( /^url\("blob:null\// );
	const files = site.asked.filter( ( one ) => one.path.startsWith( '/wp-content/' ) );
	expect( files.map( ( one ) => one.path ).sort() ).toEqual( [ '/wp-content/themes/t/face.woff2', '/wp-content/themes/t/logo.svg', '/wp-content/uploads/hero.png', '/wp-content/uploads/pot.png' ] );
	expect( files.some( ( one ) => one.cookie ) ).toBe( false );
	expect( site.asked.some( ( one ) => one.path.includes( 'admin-ajax' ) ) ).toBe( false );
	expect( others ).toEqual( [] );
} );

/** Whether the heading is set in the site's own face: in the one named behind it, it has another width. */
const isInSiteFace = ( page: Page ): Promise< boolean > => recorded( page ).locator( 'h1' ).first().evaluate( ( title ) => {
	const probe = title.appendChild( title.ownerDocument.createElement( 'span' ) );
	probe.textContent = 'Handgloves';
	const own = probe.getBoundingClientRect().width;
	probe.style.fontFamily = 'monospace';
	const fallback = probe.getBoundingClientRect().width;
	probe.remove();
	return own !== fallback;
} );

test( 'sets every page in the fonts of the site, whichever page it goes to', async ( { page } ) => {
	await open( page, sealRecording( visit ) );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	await expect.poll( () => isInSiteFace( page ) ).toBe( true );
	const starts = Object.values( ( await state( page ) )?.pageTimes ?? {} );
	await page.evaluate( ( at ) => window.player?.seek( at ), ( starts[ 2 ] ?? 0 ) + 1 );
	await expect.poll( () => heading( page ) ).toBe( 'Write to us' );
	await expect.poll( () => isInSiteFace( page ) ).toBe( true );
	await page.evaluate( () => window.player?.seek( 0 ) );
	await expect.poll( () => heading( page ) ).toBe( 'Welcome to the tea house' );
	await expect.poll( () => isInSiteFace( page ) ).toBe( true );
} );

test( 'is ready only when the first page has its pictures, and does not wait for one that never comes', async ( { page } ) => {
	let give: () => void = () => undefined;
	const given = new Promise< void >( ( resolve ) => ( give = resolve ) );
	await page.route( '**/wp-content/uploads/pot.png', async ( route ) => {
		await given;
		await route.continue();
	} );
	await open( page, sealRecording( visit ) );
	await expect.poll( async () => ( await state( page ) )?.loaded ).toBeGreaterThan( 0 );
	await expect( page.frameLocator( '#box iframe' ).frameLocator( 'iframe' ).locator( 'h1' ) ).toHaveText( 'Welcome to the tea house' );
	expect( await status( page ) ).toBe( 'loading' );
	give();
	await expect.poll( () => status( page ), { intervals: [ 20 ] } ).toBe( 'ready' );
	expect( await recorded( page ).locator( '#pot' ).evaluate( ( image: HTMLImageElement ) => image.complete && image.naturalWidth ) ).toBe( 3 );
	expect( await isInSiteFace( page ) ).toBe( true );

	await page.unrouteAll();
	await page.route( '**/wp-content/uploads/pot.png', () => undefined );
	await open( page, sealRecording( visit ) );
	await expect.poll( () => status( page ), { timeout: 15_000 } ).toBe( 'ready' );
} );

test( 'follows a live visit: waits at its end, plays what comes, and ends with it', async ( { page } ) => {
	const whole = sealRecording( visit );
	const second = whole.recording.page_views[ 1 ]?.sequence ?? 0;
	const until = ( sequence: number, live: boolean ): TestRecording => ( {
		recording: {
			...whole.recording,
			live,
			segment_list: whole.recording.segment_list.filter( ( one ) => one.sequence < sequence ),
			page_views: whole.recording.page_views.filter( ( view ) => view.sequence < sequence ),
		},
		segments: Object.fromEntries( Object.entries( whole.segments ).filter( ( [ key ] ) => Number( key ) < sequence ) ),
	} );
	const more = ( given: TestRecording ): Promise< void > => page.evaluate( ( now ) => window.more( now ), given );

	await open( page, until( second, true ) );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	await page.evaluate( () => window.player?.play() );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'waiting', wantsToPlay: true, live: true } );
	expect( await heading( page ) ).toBe( 'Welcome to the tea house' );

	await more( until( whole.recording.page_views[ 2 ]?.sequence ?? 0, true ) );
	await expect.poll( () => heading( page ) ).toBe( 'All our teas' );
	await expect.poll( () => status( page ) ).toBe( 'waiting' );

	await more( until( Infinity, false ) );
	await expect.poll( () => heading( page ) ).toBe( 'Write to us' );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'ended', live: false, gaps: [], unloaded: 0 } );
	const asked = await page.evaluate( () => window.asked );
	expect( asked ).toEqual( [ ...new Set( asked ) ] );
} );

test( 'plays what is there while the rest is still loading', async ( { page } ) => {
	const made = sealRecording( visit );
	const last = made.recording.page_views[ 2 ]?.sequence ?? 0;
	await open( page, { ...made, held: made.recording.segment_list.map( ( one ) => one.sequence ).filter( ( sequence ) => sequence >= last ) } );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	await page.evaluate( () => window.player?.play() );
	await expect.poll( () => heading( page ) ).toBe( 'All our teas' );
	await expect.poll( () => status( page ) ).toBe( 'loading' );
	await page.evaluate( () => window.release() );
	await expect.poll( () => status( page ) ).toBe( 'ended' );
	expect( await heading( page ) ).toBe( 'Write to us' );
} );

test( 'says where a segment is missing and plays the rest', async ( { page } ) => {
	const made = sealRecording( visit );
	const second = made.recording.page_views[ 1 ]?.sequence ?? 0;
	delete made.segments[ second ];
	await open( page, made );
	await expect.poll( async () => ( await state( page ) )?.gaps.length ).toBe( 1 );
	await page.evaluate( () => window.player?.seek( Infinity ) );
	await page.evaluate( () => window.player?.play() );
	await expect.poll( () => status( page ) ).toBe( 'ended' );
	expect( await heading( page ) ).toBe( 'Write to us' );
} );

test( 'says so when nothing can be loaded, and when nothing can be shown', async ( { page } ) => {
	const made = sealRecording( visit );
	await open( page, { ...made, segments: {} } );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'failed', message: 'cannot load' } );
	await open( page, sealRecording( [ [ { type: 4, timestamp: 1.7e12, data: { href: '', width: 10, height: 10 } } ] ] ) );
	await expect.poll( () => state( page ) ).toMatchObject( { status: 'failed', message: 'nothing to show' } );
} );

test( 'skips a time without activity and says how long it was', async ( { page } ) => {
	const first = visit[ 0 ] ?? [];
	const later = first.filter( ( event ) => event.type === 3 ).map( ( event ) => ( { ...event, timestamp: event.timestamp + 60_000 } ) );
	await open( page, sealRecording( [ [ ...first, ...later ] ] ) );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	await page.evaluate( () => window.player?.play() );
	await expect.poll( () => page.evaluate( () => window.states.some( ( s ) => /^skipped 5\d s$/.test( s.message ?? '' ) && s.idle ) ) ).toBe( true );
	await expect.poll( () => status( page ) ).toBe( 'ended' );
} );

test( 'puts nothing of the recording into the host page', async ( { page } ) => {
	await open( page, sealRecording( visit ) );
	await expect.poll( () => status( page ) ).toBe( 'ready' );
	const html = await page.content();
	expect( html ).not.toContain( 'tea house' );
	expect( await page.evaluate( () => JSON.stringify( window.states ) ) ).not.toContain( 'tea house' );
	const stage = page.frames().find( ( frame ) => frame.url().startsWith( 'data:' ) );
	expect( await stage?.evaluate( () => window.origin ) ).toBe( 'null' );
	expect( await stage?.evaluate( () => {
		try {
			return String( window.parent.document );
		} catch ( error ) {
			return ( error as Error ).name;
		}
	} ) ).toBe( 'SecurityError' );
} );
