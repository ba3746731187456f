/** Consent in real browsers: what is requested, sent and stored before it, without it, and after it was withdrawn. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openVisitor } from './browser.mjs';
import { startSite, tags } from './collector.mjs';

let browser;
before( async () => {
	browser = await openBrowser();
} );
after( () => browser.close() );

/** The JavaScript of the WP Consent API 2.0.1, as far as plugins use it, and a consent plugin on top. */
const CONSENT_API = `
	const get = ( name ) => document.cookie.split( '; ' ).find( ( part ) => part.startsWith( name + '=' ) )?.slice( name.length + 1 ) ?? '';
	const tell = ( name, detail ) => document.dispatchEvent( new CustomEvent( name, { detail } ) );
	const services = () => JSON.parse( get( 'wp_consented_services' ) || '{}' );
	window.consent_api = { cookie_prefix: 'wp' };
	window.consent_api_get_cookie = get;
	window.wp_has_consent = ( category ) => {
		const type = window.wp_consent_type ?? window.wp_fallback_consent_type;
		const said = get( 'wp_' + category );
		return ! type || ( type.includes( 'optout' ) && said === '' ) || said === 'allow';
	};
	window.wp_has_service_consent = ( service ) => services()[ service ] ?? window.wp_has_consent( 'statistics' );
	window.cmp = {
		define( type ) { window.wp_consent_type = type; tell( 'wp_consent_type_defined' ); },
		set( category, value ) { document.cookie = 'wp_' + category + '=' + value + ';path=/'; tell( 'wp_listen_for_consent_change', Object.assign( [], { [ category ]: value } ) ); },
		service( value ) { document.cookie = 'wp_consented_services=' + JSON.stringify( { Candid: value } ) + ';path=/'; tell( 'wp_consent_api_status_change_service', { service: 'Candid', value } ); },
	};
`;
const PLUGIN = { mode: 'plugin' };

/** What a page keeps in the browser beside the cookies of the consent plugin. Runs in the page. */
const stored = () => ( { session: Object.keys( sessionStorage ), local: { ...localStorage } } );
const NOTHING = { session: [], local: {} };

/**
 * A visitor on a site; every page is the same HTML, as a page cache hands it out.
 *
 * @param {Object}   consent         Part of the page's config.
 * @param {string}   [script]        Runs in the page's head before Candid's tags.
 * @param {Object}   [visitor]       Options of the visitor's browser context.
 * @param {string}   [init]          Runs before everything, as a part of the browser.
 * @param {Function} act             Gets the page and the site.
 */
async function visit( { consent, script = '', visitor = {}, init = '', act } ) {
	const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><script>${ script }</script>${ tags( { consent } ) }</head><body><h1>Hello</h1><a href="/next">Next</a><button data-candid-consent>Privacy</button></body></html>`;
	const site = await startSite( { page: ( path ) => ( path === '/favicon.ico' ? undefined : html ) } );
	const { context, page, problems } = await openVisitor( browser, visitor );
	if ( init ) {
		await page.addInitScript( init );
	}
	try {
		await page.goto( `${ site.origin }/start` );
		await act( page, site );
		assert.deepEqual( problems.filter( ( problem ) => ! /404/.test( problem ) ), [] );
	} finally {
		await context.close();
		await site.close();
	}
}

/** Candid's own requests so far. */
const ours = ( site ) => site.requests.filter( ( path ) => /\.js$|^\/(door|erase)$/.test( path ) );

/** Waits until the loader has had its idle moment and everything it might have asked for has come. */
async function quiet( page ) {
	await page.waitForLoadState( 'networkidle' );
	await page.evaluate( () => new Promise( ( done ) => requestIdleCallback( done, { timeout: 3000 } ) ) );
	await page.mouse.click( 200, 200 );
	await page.waitForLoadState( 'networkidle' );
	await page.evaluate( () => new Promise( ( done ) => requestIdleCallback( done, { timeout: 3000 } ) ) );
}

const NOBODY = [
	[ 'nobody manages consent', { consent: PLUGIN } ],
	[ 'only the API is there, which says yes for want of a consent plugin', { consent: PLUGIN, script: CONSENT_API } ],
	[ 'an opt-in plugin has no answer', { consent: PLUGIN, script: `${ CONSENT_API } wp_consent_type = 'optin';` } ],
	[ 'another category is allowed', { consent: PLUGIN, script: `${ CONSENT_API } wp_consent_type = 'optin'; cmp.set( 'marketing', 'allow' );` } ],
	[ 'an opt-out plugin was told no', { consent: PLUGIN, script: `${ CONSENT_API } wp_consent_type = 'optout'; cmp.set( 'statistics', 'deny' );` } ],
	[ 'Global Privacy Control is on, in the mode that does not ask', { consent: { mode: 'without' }, init: 'Object.defineProperty( Navigator.prototype, "globalPrivacyControl", { value: true } )' } ],
	[ 'Global Privacy Control is on, where Candid asks', { consent: { mode: 'ask' }, init: 'Object.defineProperty( Navigator.prototype, "globalPrivacyControl", { value: true } )' } ],
	[ 'Do Not Track is on, and a plugin has a yes', { consent: PLUGIN, script: `${ CONSENT_API } wp_consent_type = 'optin'; cmp.set( 'statistics', 'allow' );`, init: 'Object.defineProperty( Navigator.prototype, "doNotTrack", { value: "1" } )' } ],
];
for ( const [ when, options ] of NOBODY ) {
	test( `nothing but the loader is requested and nothing stored: ${ when }`, () => visit( { ...options, act: async ( page, site ) => {
		await quiet( page );
		assert.deepEqual( ours( site ), [ '/loader.js' ] );
		assert.deepEqual( await page.evaluate( stored ), NOTHING );
		assert.equal( ( await page.evaluate( () => window.candid.status() ) ).recording, false );
	} } ) );
}

test( 'a consent plugin that comes late and is answered late is followed then', () => visit( { consent: PLUGIN, act: async ( page, site ) => {
	await quiet( page );
	await page.evaluate( CONSENT_API );
	await page.evaluate( () => window.cmp.define( 'optin' ) );
	await quiet( page );
	assert.deepEqual( [ ours( site ), await page.evaluate( stored ) ], [ [ '/loader.js' ], NOTHING ] );
	await page.evaluate( () => window.cmp.set( 'statistics', 'allow' ) );
	await site.until( ( segments ) => segments.length > 0, 'the first segment' );
	assert.deepEqual( await page.evaluate( () => window.candid.status() ), { consent: 'given', signal: false, recording: true } );
} } ) );

test( 'an opt-out regime is recorded and told apart', () => visit( { consent: PLUGIN, script: `${ CONSENT_API } wp_fallback_consent_type = 'optout';`, act: async ( page, site ) => {
	await site.until( ( segments ) => segments.length > 0, 'the first segment' );
	assert.equal( ( await page.evaluate( () => window.candid.status() ) ).consent, 'opt-out' );
} } ) );

for ( const [ how, refuse ] of [ [ 'the category', () => window.cmp.set( 'statistics', 'deny' ) ], [ 'Candid alone', () => window.cmp.service( false ) ] ] ) {
	test( `a no to ${ how } after a yes erases the recording, and nothing is sent or stored any more`, () => visit( { consent: PLUGIN, script: `${ CONSENT_API } wp_consent_type = 'optin'; if ( ! consent_api_get_cookie( 'wp_statistics' ) ) cmp.set( 'statistics', 'allow' );`, act: async ( page, site ) => {
		await site.until( ( segments ) => segments.length > 0, 'the first segment' );
		const { k } = JSON.parse( await page.evaluate( () => sessionStorage.candid ) );
		await page.evaluate( () => addEventListener( 'candid:erased', ( event ) => ( window.receipts = event.detail.receipts ) ) );
		await page.evaluate( refuse );
		await page.waitForFunction( () => window.receipts );
		const sent = site.arrived.length;
		await page.mouse.click( 200, 200 );
		await page.evaluate( () => document.body.append( 'later' ) );
		await page.goto( `${ site.origin }/next` );
		await quiet( page );
		assert.deepEqual( [ site.erased, site.arrived.length - sent, await page.evaluate( stored ) ], [ [ k ], 0, NOTHING ] );
	} } ) );
}

test( 'a visitor who objects where nobody is asked is erased here, in the other tab, and stays unrecorded', () => visit( { consent: { mode: 'without' }, act: async ( page, site ) => {
	await site.until( ( segments ) => segments.length > 0, 'the first segment' );
	const other = await page.context().newPage();
	await other.goto( `${ site.origin }/other` );
	await site.until( ( segments ) => new Set( segments.map( ( { key } ) => key ) ).size === 2, 'the segment of the other tab' );
	await page.evaluate( () => window.candid.consent( false ) );
	await site.until( () => site.erased.length === 2, 'both erasures' );
	assert.deepEqual( new Set( site.erased ), new Set( site.segments.map( ( { key } ) => key ) ) );
	for ( const tab of [ page, other ] ) {
		await tab.waitForFunction( () => sessionStorage.length === 0 );
	}
	const asked = ours( site ).length;
	await page.goto( `${ site.origin }/next` );
	await quiet( page );
	assert.deepEqual( ours( site ).slice( asked ), [ '/loader.js' ] );
	assert.deepEqual( await page.evaluate( stored ), { session: [], local: { 'candid-consent': 'refused v1' } } );
} } ) );

test( 'the same cached page, read by twenty browsers of whom half agree, gives ten recordings', async () => {
	const html = `<!doctype html><title>A page</title>${ tags( { consent: { mode: 'ask' } } ) }<p>Cached</p>`;
	const site = await startSite( { page: ( path ) => ( path === '/favicon.ico' ? undefined : html ) } );
	try {
		for ( let round = 0; round < 4; round++ ) {
			await Promise.all( Array.from( { length: 5 }, async ( _, i ) => {
				const { context, page } = await openVisitor( browser );
				await page.goto( `${ site.origin }/start` );
				const agrees = ( round * 5 + i ) % 2 === 0;
				await page.evaluate( ( answer ) => window.candid.consent( answer ), agrees );
				if ( agrees ) {
					await page.waitForFunction( () => window.candid.status().recording );
					const { k } = JSON.parse( await page.evaluate( () => sessionStorage.candid ) );
					await site.until( ( segments ) => segments.some( ( { key } ) => key === k ), 'the segment of this browser' );
				} else {
					await page.waitForFunction( () => window.candid.status().consent === 'refused' );
				}
				await context.close();
			} ) );
		}
		assert.equal( new Set( site.segments.map( ( { key } ) => key ) ).size, 10 );
	} finally {
		await site.close();
	}
} );
