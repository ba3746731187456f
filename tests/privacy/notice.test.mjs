/** Candid's own notice in a real browser: what visitors see, answer, and can change, and what the notice does to the page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { openBrowser, openVisitor } from './browser.mjs';
import { startSite, tags } from './collector.mjs';

let browser;
before( async () => {
	browser = await openBrowser();
} );
after( () => browser.close() );

const BODY = '<main><h1>Hello</h1><p>Text of the page.</p><a id="next" href="/next">Next</a> <button id="privacy" data-candid-consent>Privacy settings</button></main>';

/**
 * A visitor on a site that asks.
 *
 * @param {Object}   of
 * @param {Object}   [of.consent] Part of the page's config beside the usual.
 * @param {string}   [of.head]
 * @param {string}   [of.open]    The root tag of the pages.
 * @param {Object}   [of.visitor] Options of the visitor's browser context.
 * @param {Function} act          Gets the page and the site.
 */
async function visit( { consent = {}, head = '', open = '<html lang="en">', visitor = {} }, act ) {
	const html = `<!doctype html>${ open }<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>${ head }${ tags( { consent: { mode: 'ask', ...consent } } ) }</head><body>${ BODY }</body></html>`;
	const site = await startSite( { page: ( path ) => ( path === '/favicon.ico' ? undefined : html ) } );
	const { context, page, problems } = await openVisitor( browser, visitor );
	try {
		await page.goto( `${ site.origin }/start` );
		await act( page, site );
		assert.deepEqual( problems.filter( ( problem ) => ! /404/.test( problem ) ), [] );
	} finally {
		await context.close();
		await site.close();
	}
}

const notice = ( page ) => page.getByRole( 'dialog', { name: 'May we record this visit?' } );
const accept = ( page ) => notice( page ).getByRole( 'button', { name: 'Allow recording' } );
const refuse = ( page ) => notice( page ).getByRole( 'button', { name: 'Do not record' } );
/** A property of what has the focus, also in the shadow of the notice. Runs in the page. */
const focused = ( property ) => {
	const { activeElement } = document;
	return ( activeElement.shadowRoot?.activeElement ?? activeElement )[ property ];
};
const stored = ( page ) => page.evaluate( () => ( { session: Object.keys( sessionStorage ), local: { ...localStorage } } ) );
const look = ( changed ) => ( { notice: { script: '/panel.js', place: 'bar', colors: 'light', language: 'en-US', title: 'May we record this visit?', text: 'We would like to record how you use this site.', accept: 'Allow recording', refuse: 'Do not record', close: 'Close', more: 'Privacy policy', policy: '/privacy', ...changed } } );

test( 'before an answer nothing is stored and no recorder is loaded', () => visit( {}, async ( page, site ) => {
	await notice( page ).waitFor();
	await page.mouse.click( 300, 100 );
	await page.waitForLoadState( 'networkidle' );
	assert.deepEqual( site.requests.filter( ( path ) => /js$|door|erase/.test( path ) ), [ '/loader.js', '/choice.js', '/panel.js' ] );
	assert.deepEqual( await stored( page ), { session: [], local: {} } );
} ) );

test( 'a no is remembered, without anything that identifies; the next page loads nothing beyond the loader', () => visit( {}, async ( page, site ) => {
	await refuse( page ).click();
	await notice( page ).waitFor( { state: 'detached' } );
	assert.deepEqual( await stored( page ), { session: [], local: { 'candid-consent': 'refused v1' } } );
	const asked = site.requests.length;
	await page.click( '#next' );
	await page.waitForURL( /next/ );
	await page.waitForLoadState( 'networkidle' );
	await page.evaluate( () => new Promise( ( done ) => requestIdleCallback( done ) ) );
	await page.waitForLoadState( 'networkidle' );
	assert.deepEqual( site.requests.slice( asked ).filter( ( path ) => /js$|door|erase/.test( path ) ), [ '/loader.js' ] );
} ) );

test( 'a yes is recorded over pages until the visitor takes it back by the link, which erases the recording', () => visit( {}, async ( page, site ) => {
	await accept( page ).click();
	await site.until( ( segments ) => segments.length > 0, 'the first segment' );
	await page.click( '#next' );
	await site.until( ( segments ) => segments.some( ( { envelope } ) => envelope.page === 1 ), 'the next page' );
	assert.equal( await notice( page ).count(), 0 );
	assert.ok( ! site.segments.some( ( { text } ) => text.includes( 'May we record' ) ), 'The notice is no part of the recording.' );
	await page.click( '#privacy' );
	assert.equal( await accept( page ).getAttribute( 'aria-pressed' ), 'true' );
	await page.evaluate( () => addEventListener( 'candid:erased', ( { detail } ) => ( window.receipts = detail.receipts ) ) );
	await refuse( page ).click();
	await page.waitForFunction( () => window.receipts?.length === 1 );
	const sent = site.arrived.length;
	await page.mouse.click( 300, 100 );
	await page.goto( `${ site.origin }/last` );
	await page.waitForLoadState( 'networkidle' );
	assert.deepEqual( [ site.erased, site.arrived.length - sent ], [ [ site.segments[ 0 ].key ], 0 ] );
	assert.deepEqual( await stored( page ), { session: [], local: { 'candid-consent': 'refused v1' } } );
} ) );

test( 'who agreed to other texts is asked anew, who refused is left in peace', async () => {
	for ( const [ answer, isAsked ] of [ [ 'given v0', 1 ], [ 'refused v0', 0 ], [ 'given v1', 0 ] ] ) {
		await visit( {}, async ( page, site ) => {
			await page.evaluate( ( value ) => localStorage.setItem( 'candid-consent', value ), answer );
			await page.goto( `${ site.origin }/again` );
			if ( isAsked ) {
				await notice( page ).waitFor();
			} else {
				await page.waitForLoadState( 'networkidle' );
			}
			assert.equal( await notice( page ).count(), isAsked, answer );
		} );
	}
} );

for ( const place of [ 'bar', 'corner', 'inline' ] ) {
	test( `as ${ place }: both answers are of one size and look, nothing of the page moves, and axe finds nothing at three widths`, async () => {
		for ( const width of [ 320, 768, 1280 ] ) {
			for ( const colors of [ 'light', 'dark', 'theme' ] ) {
				await visit( { consent: look( { place, colors } ), head: '<style>body { background: #123; color: #fed; font-family: monospace } a { color: inherit }</style>', visitor: { viewport: { width, height: 800 } } }, async ( page ) => {
					await page.evaluate( () => new PerformanceObserver( ( list ) => ( window.shifts = ( window.shifts ?? 0 ) + list.getEntries().length ) ).observe( { type: 'layout-shift', buffered: true } ) );
					const before_ = await page.locator( 'main' ).boundingBox();
					await notice( page ).waitFor();
					assert.deepEqual( await page.locator( 'main' ).boundingBox(), before_ );
					assert.equal( await page.evaluate( () => new Promise( ( done ) => requestAnimationFrame( () => requestAnimationFrame( () => done( window.shifts ?? 0 ) ) ) ) ), 0 );
					const [ yes, no ] = await Promise.all( [ accept( page ), refuse( page ) ].map( ( button ) => button.evaluate( ( one ) => {
						const { width: w, height: h } = one.getBoundingClientRect();
						const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle( one );
						return [ Math.round( w ), Math.round( h ), color, backgroundColor, borderColor, fontSize, fontWeight ];
					} ) ) );
					assert.deepEqual( no, yes );
					assert.ok( yes[ 1 ] >= 44 );
					const { violations } = await new AxeBuilder( { page } ).withTags( [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa' ] ).analyze();
					assert.deepEqual( violations.map( ( { id, nodes } ) => `${ id }: ${ nodes.map( ( { html } ) => html ).join() }` ), [] );
				} );
			}
		}
	} );
}

test( 'the keyboard alone answers first of all, and Escape closes what the visitor opened', () => visit( {}, async ( page ) => {
	await notice( page ).waitFor();
	for ( const name of [ 'Privacy policy', 'Do not record', 'Allow recording' ] ) {
		await page.keyboard.press( 'Tab' );
		assert.equal( await page.evaluate( focused, 'textContent' ), name );
	}
	await page.keyboard.press( 'Shift+Tab' );
	await page.keyboard.press( 'Enter' );
	await notice( page ).waitFor( { state: 'detached' } );
	await page.focus( '#privacy' );
	await page.keyboard.press( 'Enter' );
	await notice( page ).waitFor();
	assert.equal( await page.evaluate( focused, 'id' ), 'title' );
	await page.keyboard.press( 'Escape' );
	await notice( page ).waitFor( { state: 'detached' } );
	assert.equal( await page.evaluate( focused, 'id' ), 'privacy' );
} ) );

test( 'a strict content security policy and Trusted Types are kept', () => visit( { head: `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types candid">` }, async ( page, site ) => {
	await notice( page ).waitFor();
	assert.equal( await notice( page ).evaluate( ( box ) => getComputedStyle( box ).position ), 'fixed' );
	await accept( page ).click();
	await site.until( ( segments ) => segments.length > 0, 'the first segment' );
} ) );

test( 'a page written from right to left has its notice so, and custom properties of the theme set the looks', () => visit( { open: '<html lang="ar" dir="rtl">', consent: look( { place: 'corner' } ), head: '<style>:root { --candid-notice-background: rgb(10, 60, 30); --candid-notice-color: rgb(255, 255, 240) }</style>' }, async ( page ) => {
	await notice( page ).waitFor();
	const { x } = await notice( page ).boundingBox();
	assert.ok( x < 50, `The corner is on the left: ${ x }.` );
	assert.deepEqual( await notice( page ).evaluate( ( box ) => [ getComputedStyle( box ).backgroundColor, getComputedStyle( box ).color, getComputedStyle( box ).direction ] ), [ 'rgb(10, 60, 30)', 'rgb(255, 255, 240)', 'rtl' ] );
} ) );

test( 'a browser that sends Global Privacy Control is not asked, and its visitor may still look', () => visit( {}, async ( page, site ) => {
	await page.addInitScript( 'Object.defineProperty( Navigator.prototype, "globalPrivacyControl", { value: true } )' );
	await page.goto( `${ site.origin }/again` );
	await page.waitForLoadState( 'networkidle' );
	assert.equal( await notice( page ).count(), 0 );
	await page.click( '#privacy' );
	await notice( page ).waitFor();
	await accept( page ).click();
	await page.waitForFunction( () => window.candid.status().consent === 'given' );
	assert.deepEqual( await page.evaluate( () => window.candid.status() ), { consent: 'given', signal: true, recording: false } );
} ) );
