/** The health screen, and what a page says of itself in "What is recorded". */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { encodeSegment } from '../../../src/recorder/transport/segment';
import { activateCandid, member, visitor } from '../people';
import { ask } from '../rest';
import { addressOf, openScreen } from '../screens';
import type { Site } from '../site';
import { expect, test } from '../site';

test.describe.configure( { timeout: 180_000 } );

/** A segment as no honest recorder makes it: a card number in the text of the page, and a reason it stopped for. */
async function sendForged( site: Site, accountKey: string ): Promise< void > {
	const now = Date.now();
	const url = `${ site.url }/shop/`;
	const text = { type: 2, tagName: 'p', attributes: { class: 'order-note' }, childNodes: [ { type: 3, textContent: 'Card 4539 1488 0343 6467', id: 5 } ], id: 4 };
	const tree = { type: 0, childNodes: [ { type: 2, tagName: 'html', attributes: {}, childNodes: [ { type: 2, tagName: 'body', attributes: {}, childNodes: [ text ], id: 3 } ], id: 2 } ], id: 1 };
	const lines = [
		{ v: 1, page: 0, url, title: 'Shop', started: now - 4000, sent: now, viewport: [ 390, 844 ], screen: [ 390, 844 ], device: 'phone', language: 'en', preset: 'balanced', inputs: false, ended: 'selector' },
		{ type: 4, data: { href: url, width: 390, height: 844 }, timestamp: now - 4000 },
		{ type: 2, data: { node: tree, initialOffset: { left: 0, top: 0 } }, timestamp: now - 3990 },
	];
	const body = new TextEncoder().encode( lines.map( ( line ) => JSON.stringify( line ) ).join( '\n' ) );
	const answer = await fetch( `${ site.url }/index.php?rest_route=/candid/v1/segments`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/octet-stream', Origin: site.url, 'User-Agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1' },
		body: encodeSegment( { recordingKey: crypto.getRandomValues( new Uint8Array( 16 ) ), sequence: 0, accountKey, body: [ body ], gzip: false, pageEnd: true } ),
	} );
	expect( answer.status, await answer.text() ).toBe( 204 );
}

test.describe( 'The health screen', () => {
	let admin: Page;

	test.beforeAll( async ( { browser, site } ) => {
		test.setTimeout( 240_000 );
		admin = await member( browser, site );
		await activateCandid( admin, site );
		await ask( admin, site, '/settings', { method: 'PUT', data: { recording: true, consent: 'without' } } );
	} );
	test.afterAll( async () => {
		await admin.context().close();
	} );

	/** This site has no blocked selectors: a single visit that reports one raises no alarm, three do. */
	const meetForgedRecorders = async ( site: Site ): Promise< void > => {
		const look = async () => {
			await ask( admin, site, '/recordings?per_page=1' );
			return ( await ask< { stops: { count: number }[] } >( admin, site, '/health' ) ).stops.map( ( { count } ) => count );
		};
		if ( ( await look() ).length === 0 ) {
			const { account } = await ask< { account: { key: string } } >( admin, site, '/settings' );
			await sendForged( site, account.key );
			await sendForged( site, account.key );
			await sendForged( site, account.key );
		}
		// Each look indexes for two seconds at most; a slow machine needs more than one.
		await expect.poll( look ).toEqual( [ 3 ] );
	};

	test( 'says what works, tries the door from the browser, and raises no alarm', async ( { site } ) => {
		await openScreen( admin, site, '/health' );
		const right = admin.getByRole( 'region', { name: 'All right' } );
		await expect( right ).toContainText( 'Candid records visits' );
		await expect( right ).toContainText( 'Visitors’ browsers reach Candid' );
		await expect( admin.getByRole( 'region', { name: 'Does not work' } ) ).toHaveCount( 0 );
		await expect( admin.locator( '.candid-header__badge' ) ).toHaveCount( 0 );
	} );

	test( 'names why a recorder stopped and what leaked, once each, with a badge on every screen', async ( { site } ) => {
		await meetForgedRecorders( site );
		await openScreen( admin, site, '/recordings' );
		await expect( admin.getByRole( 'link', { name: /Health\s*1 problem$/ } ) ).toBeVisible();
		await admin.getByRole( 'link', { name: /^Health/ } ).click();
		await expect( admin.getByRole( 'region', { name: 'Does not work' } ) ).toContainText( 'Visits are not recorded because of a blocked selector' );
		const stop = admin.getByRole( 'region', { name: 'Recordings that ended early' } ).locator( 'tbody tr' );
		await expect( stop ).toHaveText( [ /could not read one of the blocked selectors.*\/shop\/.*3/ ] );
		const leaks = admin.getByRole( 'region', { name: 'Removed before it was stored' } ).locator( 'tbody tr', { hasText: 'order-note' } );
		await expect( leaks ).toHaveText( [ /\/shop\/.*Text that looks personal or secret.*3/ ] );
		await expect( admin.locator( '#candid-admin' ) ).not.toContainText( '0343' );
	} );

	test( 'the screen has no fault that axe finds, at any width', async ( { site } ) => {
		await meetForgedRecorders( site );
		await openScreen( admin, site, '/health' );
		await expect( admin.getByRole( 'region', { name: 'Removed before it was stored' } ) ).toBeVisible();
		for ( const width of [ 1280, 390 ] ) {
			await admin.setViewportSize( { width, height: 800 } );
			const { violations } = await new AxeBuilder( { page: admin } ).include( '#candid-admin' ).analyze();
			expect( violations.map( ( { id, nodes } ) => `${ id }: ${ nodes[ 0 ]?.html }` ) ).toEqual( [] );
		}
		await admin.setViewportSize( { width: 1280, height: 800 } );
	} );

	test( 'the page of a leak opens in “What is recorded”', async ( { site } ) => {
		await meetForgedRecorders( site );
		await openScreen( admin, site, '/health' );
		await admin.getByRole( 'region', { name: 'Removed before it was stored' } ).getByRole( 'link', { name: '/shop/' } ).first().click();
		await expect( admin.getByRole( 'heading', { name: 'What is recorded', level: 1 } ) ).toBeFocused();
		await expect( admin.getByRole( 'textbox', { name: 'Page' } ).or( admin.getByRole( 'combobox', { name: 'Page' } ) ) ).toHaveValue( /\/shop\/$/ );
	} );

	test( 'the list of leaks is emptied after a question', async ( { site } ) => {
		await meetForgedRecorders( site );
		await openScreen( admin, site, '/health' );
		await admin.getByRole( 'region', { name: 'Removed before it was stored' } ).getByRole( 'button', { name: 'Empty this list…' } ).click();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Empty the list' } ).click();
		await expect( admin.getByRole( 'region', { name: 'Removed before it was stored' } ) ).toHaveCount( 0 );
		await expect( admin.getByRole( 'region', { name: 'All right' } ) ).toContainText( 'The second check found nothing' );
	} );

	test( 'a page that is masked wholly says so, and every text on it is shown as masked', async ( { site } ) => {
		await admin.goto( `${ addressOf( site, '/what-is-recorded' ) }&at=${ encodeURIComponent( `${ site.url }/account/` ) }` );
		await expect( admin.locator( '.candid-survey__side' ) ).toContainText( 'All text of this page is masked' );
		await expect( admin.locator( '.candid-legend > div', { hasText: 'as visitors see it' } ).locator( 'dd' ) ).toHaveText( '0' );
	} );

	test( 'visitors get nothing of what a page tells its manager', async ( { site, browser } ) => {
		const page = await visitor( browser, site );
		await page.goto( `${ site.url }/account/` );
		await expect( page.locator( '#candid-config' ) ).toHaveCount( 1 );
		await expect( page.locator( '#candid-page-rules' ) ).toHaveCount( 0 );
		await page.context().close();
	} );
} );
