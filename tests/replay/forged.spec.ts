import { createServer, type Server } from 'node:http';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { ATTACKER, ATTACKS, DAMAGED, SHADOWING, asEvents, element, forged } from './forged';
import { HARMLESS, isElementProperty } from '../../src/decoder/sanitize/element-properties';
import { ATTACKER_PORT } from './ports';
import { sealRecording } from './recordings';
import { startSite, type TestSite } from './server';

/** Paths the player itself asks the site for, and pictures it may ask for. */
const OWN = /^\/favicon\.ico$|^\/(?:stage|decoder|bare-decoder|open-host)\.js$|^\/wp-admin\/open-host$|^\/wp-content\/[^.]*\.(?:png|svg)$/;

let site: TestSite;
let attacker: Server;
let contacts: string[];
let page: Page;
let executed: number;
let moved: string[];
let popups: number;

async function openHost( browser: Browser, name: string ): Promise< Page > {
	const opened = await browser.newPage();
	await opened.goto( `${ site.url }/wp-admin/${ name }` );
	opened.on( 'console', ( message ) => ( executed += message.text() === 'EXECUTED' ? 1 : 0 ) );
	opened.on( 'popup', () => popups++ );
	opened.on( 'framenavigated', ( frame ) => ! /^(?:data:text\/html;|about:|chrome-error:)/.test( frame.url() ) && moved.push( frame.url() ) );
	return opened;
}

test.beforeAll( async ( { browser } ) => {
	site = await startSite();
	attacker = createServer( ( request, response ) => {
		contacts.push( `HTTP ${ request.url }` );
		response.end( 'x' );
	} );
	attacker.on( 'connection', () => contacts.push( 'TCP' ) );
	await new Promise< void >( ( resolve ) => attacker.listen( ATTACKER_PORT, '127.0.0.1', resolve ) );
	contacts = [];
	page = await openHost( browser, 'host' );
} );

test.beforeEach( () => {
	contacts = [];
	executed = 0;
	moved = [];
	popups = 0;
	site.forget();
} );

test.afterAll( async () => {
	await page.close();
	await new Promise( ( resolve ) => attacker.close( resolve ) );
	await site.close();
} );

/** Plays to the end, goes back, plays again: every way an event can come onto the stage. */
async function watch( events: unknown[], decoder: string ): Promise< void > {
	const given = { ...sealRecording( [ asEvents( events ) ] ), decoder };
	await page.evaluate( ( recording ) => ( window as unknown as { begin: ( given: unknown ) => void } ).begin( recording ), given );
	const status = (): Promise< string | undefined > => page.evaluate( () => window.state()?.status );
	await expect.poll( status, { intervals: [ 50 ] } ).toBe( 'ready' );
	await page.evaluate( () => {
		window.player?.setSpeed( 8 );
		window.player?.play();
	} );
	await expect.poll( status, { intervals: [ 50 ] } ).toBe( 'ended' );
	await page.evaluate( () => {
		window.player?.seek( 400 );
		window.player?.seek( 0 );
		window.player?.seek( 850 );
		window.player?.play();
	} );
	await expect.poll( status, { intervals: [ 50 ] } ).toBe( 'ended' );
}

const endText = (): Promise< string | null > | undefined => page.frames().find( ( frame ) => frame.url().startsWith( 'data:' ) )?.childFrames()[ 0 ]?.locator( '#end' ).textContent();

async function expectNothingHappened(): Promise< void > {
	expect( executed + ( await page.evaluate( () => window.executed.length ) ), 'scripts executed' ).toBe( 0 );
	expect( site.asked.map( ( one ) => one.path ).filter( ( path ) => ! OWN.test( path ) ), 'requests to the site' ).toEqual( [] );
	expect( moved, 'navigations' ).toEqual( [] );
	expect( popups, 'popups' ).toBe( 0 );
}

test( 'what the tests look for is seen when it happens', async () => {
	await page.evaluate( async ( address ) => {
		const script = document.createElement( 'script' );
		script.textContent = "console.log('EXECUTED');top.executed.push(1)";
		document.body.append( script );
		await fetch( address, { mode: 'no-cors' } );
		window.executed.length = 0;
	}, `${ ATTACKER }/control` );
	await expect.poll( () => executed ).toBe( 1 );
	expect( contacts ).toContain( 'HTTP /control' );
} );

test( 'no property of a form is missing from the list of names', async () => {
	const properties = await page.evaluate( () => {
		const names = new Set< string >();
		for ( let at: object | null = document.createElement( 'form' ); at; at = Object.getPrototypeOf( at ) as object | null ) {
			Object.getOwnPropertyNames( at ).forEach( ( name ) => names.add( name ) );
		}
		return [ ...names ];
	} );
	expect( properties.length ).toBeGreaterThan( 200 );
	expect( properties.filter( ( name ) => ! isElementProperty( name ) && ! HARMLESS.has( name ) ) ).toEqual( [] );
} );

test( 'an element that answers to the pointer does so on the stage', async () => {
	const link = { ...element( 'p', { id: 'hovered' } ), id: 900_100 };
	await watch( forged( [ element( 'style', { _cssText: '#hovered:hover{color:rgb(1, 2, 3)}' } ), link ], [ { data: { source: 1, positions: [ { x: 5, y: 5, id: 900_100, timeOffset: 0 } ] } } ] ), '/decoder.js' );
	const shown = page.frames().find( ( frame ) => frame.url().startsWith( 'data:' ) )?.childFrames()[ 0 ]?.locator( '#hovered' );
	expect( await shown?.evaluate( ( hovered ) => getComputedStyle( hovered ).color ) ).toBe( 'rgb(1, 2, 3)' );
} );

test.describe( 'with every guard', () => {
	for ( const [ name, make ] of Object.entries( { ...ATTACKS, ...SHADOWING } ) ) {
		test( `${ name } does nothing`, async () => {
			await watch( make(), '/decoder.js' );
			await expectNothingHappened();
			expect( contacts, 'contacts with anybody else' ).toEqual( [] );
			expect( await endText() ).toBe( 'reached the end' );
		} );
	}
	for ( const [ name, make ] of Object.entries( DAMAGED ) ) {
		test( `${ name } does not stop the playing`, async () => {
			await watch( make(), '/decoder.js' );
			await expectNothingHappened();
			expect( await endText() ).toBe( 'reached the end' );
			expect( await page.evaluate( () => window.state()?.limited ) ).toBeGreaterThan( 0 );
		} );
	}
	test( 'a huge window stays within the room', async () => {
		await watch( DAMAGED[ 'a window of any size' ]?.() ?? [], '/decoder.js' );
		const biggest = await page.evaluate( () => Math.max( ...window.states.map( ( state ) => state.viewport[ 0 ] ) ) );
		expect( biggest ).toBe( 8192 );
		expect( await page.evaluate( () => document.documentElement.scrollWidth <= window.innerWidth ) ).toBe( true );
	} );
} );

test.describe( 'with the policy of the stage taken away, the sanitizer alone', () => {
	let whole: Page;
	test.beforeAll( async ( { browser } ) => {
		whole = page;
		page = await openHost( browser, 'open-host' );
	} );
	test.afterAll( async () => {
		await page.close();
		page = whole;
	} );

	test( 'the stage has no policy', async () => {
		await watch( forged( [] ), '/decoder.js' );
		const stage = page.frames().find( ( frame ) => frame.url().startsWith( 'data:' ) );
		expect( await stage?.evaluate( () => document.querySelector( 'meta[http-equiv]' ) ) ).toBeNull();
		await stage?.evaluate( ( address ) => fetch( address, { mode: 'no-cors' } ).catch( () => undefined ), `${ ATTACKER }/control` );
		expect( contacts ).toContain( 'HTTP /control' );
	} );
	for ( const [ name, make ] of Object.entries( ATTACKS ) ) {
		test( `${ name } reaches nobody`, async () => {
			await watch( make(), '/decoder.js' );
			await expectNothingHappened();
			expect( contacts, 'contacts with anybody else' ).toEqual( [] );
		} );
	}
} );

test.describe( 'with the sanitizer taken away, the stage alone', () => {
	for ( const [ name, make ] of Object.entries( ATTACKS ) ) {
		test( `${ name } reaches nobody`, async () => {
			const given = { ...sealRecording( [ asEvents( make() ) ] ), decoder: '/bare-decoder.js' };
			await page.evaluate( ( recording ) => ( window as unknown as { begin: ( given: unknown ) => void } ).begin( recording ), given );
			await expect.poll( () => page.evaluate( () => window.state()?.status ), { intervals: [ 50 ] } ).toMatch( /ready/ );
			await page.evaluate( () => {
				window.player?.setSpeed( 8 );
				window.player?.play();
			} );
			await expect.poll( () => page.evaluate( () => window.state()?.status ), { intervals: [ 50 ] } ).toBe( 'ended' );
			await expectNothingHappened();
			expect( contacts.filter( ( contact ) => contact.startsWith( 'HTTP' ) ), 'requests to anybody else' ).toEqual( [] );
		} );
	}
} );
