/** Visitors are asked, told, and obeyed: by Candid's own notice, and through a plugin that behaves like the WP Consent API. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { activateCandid, member, visitor } from '../people';
import { ask } from '../rest';
import { changeSettings, openScreen } from '../screens';
import { expect, test, type Site } from '../site';
import { recordingsOf } from '../stored-bytes';

test.describe.configure( { mode: 'serial' } );

/** WP Consent API 2.0.1, as far as other plugins use it, and a consent plugin of an opt-in regime, which defines its type late. */
const CONSENT_PLUGIN = `<?php
function wp_has_consent( $category ) { return false; }
function wp_get_consent_type() { return 'optin'; }
function wp_add_cookie_info( ...$info ) { $GLOBALS['told'][] = $info; }
add_action( 'wp_footer', static function (): void {
	$services = wp_json_encode( array_values( array_unique( array_column( $GLOBALS['told'] ?? array(), 1 ) ) ) );
	echo <<<HTML
	<script>
	const get = ( name ) => document.cookie.split( '; ' ).find( ( part ) => part.startsWith( name + '=' ) )?.slice( name.length + 1 ) ?? '';
	window.consent_api = { cookie_prefix: 'wp', services: $services };
	window.consent_api_get_cookie = get;
	window.wp_has_consent = ( category ) => ! window.wp_consent_type || get( 'wp_' + category ) === 'allow';
	window.answer = ( value ) => {
		document.cookie = 'wp_statistics=' + value + ';path=/';
		document.dispatchEvent( new CustomEvent( 'wp_listen_for_consent_change', { detail: Object.assign( [], { statistics: value } ) } ) );
	};
	setTimeout( () => {
		window.wp_consent_type = 'optin';
		document.dispatchEvent( new CustomEvent( 'wp_consent_type_defined' ) );
	}, 500 );
	</script>
	HTML;
} );
`;

let admin: Page;
test.beforeAll( async ( { browser, site } ) => {
	admin = await member( browser, site );
	await activateCandid( admin, site );
	await ask( admin, site, '/settings', { method: 'PUT', data: { recording: true, consent: 'ask' } } );
} );
test.afterAll( async ( { site } ) => {
	await rm( join( site.folder, 'wp-content/mu-plugins/consent.php' ), { force: true } );
	await ask( admin, site, '/settings', { method: 'PUT', data: { recording: false, consent: 'ask', notice_place: 'bar', notice_texts: [] } } );
	await admin.context().close();
} );

/** A visitor's page that counts what Candid asks for. */
async function counted( page: Page ): Promise< string[] > {
	const asked: string[] = [];
	page.on( 'request', ( request ) => /candid/.test( request.url() ) && asked.push( new URL( request.url() ).pathname.replace( /^.*\//, '' ) ) );
	return asked;
}

const stored = ( page: Page ) => page.evaluate( () => ( { session: Object.keys( sessionStorage ), local: Object.keys( localStorage ) } ) );
const ids = async ( site: Site ) => ( await recordingsOf( admin, site ) ).map( ( { id } ) => id );

test( 'a visitor who refuses leaves nothing behind, here or there', async ( { browser, site } ) => {
	const before = await ids( site );
	const page = await visitor( browser, site );
	const asked = await counted( page );
	await page.goto( `${ site.url }/` );
	const notice = page.getByRole( 'dialog', { name: 'May we record this visit?' } );
	await expect( notice ).toBeVisible();
	expect( await stored( page ) ).toEqual( { session: [], local: [] } );
	const { violations } = await new AxeBuilder( { page } ).include( '[data-candid=block]' ).withTags( [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa' ] ).analyze();
	expect( violations.map( ( { id } ) => id ) ).toEqual( [] );
	await page.screenshot( { path: test.info().outputPath( 'notice.png' ) } );
	await notice.getByRole( 'button', { name: 'Do not record' } ).click();
	await expect( notice ).toHaveCount( 0 );
	asked.length = 0;
	await page.goto( `${ site.url }/shop/` );
	await page.waitForLoadState( 'networkidle' );
	expect( [ asked, await stored( page ) ] ).toEqual( [ [ 'loader.js' ], { session: [], local: [ 'candid-consent' ] } ] );
	expect( await ids( site ) ).toEqual( before );
	await page.context().close();
} );

test( 'a visitor who agrees is recorded, takes the yes back in mid-visit, and the recording is gone', async ( { browser, site } ) => {
	const before = await ids( site );
	const page = await visitor( browser, site );
	await page.goto( `${ site.url }/` );
	await page.getByRole( 'button', { name: 'Allow recording' } ).click();
	await expect.poll( async () => ( await ids( site ) ).length, { timeout: 60_000 } ).toBe( before.length + 1 );
	await page.goto( `${ site.url }/shop/` );
	await page.waitForFunction( () => ( window as unknown as { candid: { status: () => { recording: boolean } } } ).candid.status().recording );
	const receipt = page.evaluate( () => new Promise< string[] >( ( done ) => addEventListener( 'candid:erased', ( event ) => done( ( event as CustomEvent ).detail.receipts ), { once: true } ) ) );
	await page.evaluate( () => ( window as unknown as { candid: { consent: () => void } } ).candid.consent() );
	await page.getByRole( 'button', { name: 'Do not record' } ).click();
	expect( ( await receipt )[ 0 ] ).toMatch( /^\w{4}-\w{4}-\w{4}$/ );
	expect( await ids( site ) ).toEqual( before );
	await page.goto( `${ site.url }/` );
	await page.waitForLoadState( 'networkidle' );
	expect( await stored( page ) ).toEqual( { session: [], local: [ 'candid-consent' ] } );
	expect( await ids( site ) ).toEqual( before );
	await page.context().close();
} );

test( 'the owner sees the notice while writing, and visitors read the new words', async ( { browser, site } ) => {
	await changeSettings( admin, site, async ( screen ) => {
		await screen.getByText( 'Your own words' ).click();
		await screen.getByRole( 'textbox', { name: 'Title' } ).fill( 'Shall we watch?' );
		await screen.getByLabel( 'Place of the notice' ).selectOption( 'corner' );
		await expect( screen.locator( '.candid-preview' ) ).toContainText( 'Shall we watch?' );
	} );
	const page = await visitor( browser, site );
	await page.goto( `${ site.url }/` );
	await expect( page.getByRole( 'dialog', { name: 'Shall we watch?' } ) ).toBeVisible();
	await page.context().close();
} );

test( 'the settings of consent have no fault that axe finds, each way chosen', async ( { site } ) => {
	await openScreen( admin, site, '/settings' );
	for ( const name of [ 'Candid asks', 'A consent plugin asks' ] ) {
		await admin.getByRole( 'radio', { name } ).click();
		const { violations } = await new AxeBuilder( { page: admin } ).include( '#candid-admin' ).withTags( [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa' ] ).analyze();
		expect( violations.flatMap( ( { id, nodes } ) => nodes.map( ( { html } ) => `${ id }: ${ html }` ) ) ).toEqual( [] );
		await admin.locator( '#candid-admin' ).screenshot( { path: test.info().outputPath( `${ name.toLowerCase().replace( /\W+/g, '-' ) }.png` ) } );
	}
	await admin.getByRole( 'button', { name: 'Discard' } ).click();
} );

test( 'a consent plugin that answers late is followed, and nobody is recorded before, or after a no', async ( { browser, site } ) => {
	await ask( admin, site, '/settings', { method: 'PUT', data: { consent: 'plugin' } } );
	await openScreen( admin, site, '/health' );
	await expect( admin.locator( '#candid-admin' ) ).toContainText( 'No consent plugin was found: nobody is recorded' );
	await mkdir( join( site.folder, 'wp-content/mu-plugins' ), { recursive: true } );
	await writeFile( join( site.folder, 'wp-content/mu-plugins/consent.php' ), CONSENT_PLUGIN );
	const before = await ids( site );
	const page = await visitor( browser, site );
	const asked = await counted( page );
	await page.goto( `${ site.url }/` );
	await page.waitForFunction( () => 'wp_consent_type' in window );
	await page.waitForLoadState( 'networkidle' );
	expect( [ asked, await stored( page ) ] ).toEqual( [ [ 'loader.js' ], { session: [], local: [] } ] );
	expect( await page.evaluate( () => ( window as unknown as { consent_api: { services: string[] } } ).consent_api.services ) ).toContain( 'Candid' );
	await page.evaluate( () => ( window as unknown as { answer: ( value: string ) => void } ).answer( 'allow' ) );
	await expect.poll( async () => ( await ids( site ) ).length, { timeout: 60_000 } ).toBe( before.length + 1 );
	await page.evaluate( () => ( window as unknown as { answer: ( value: string ) => void } ).answer( 'deny' ) );
	await expect.poll( () => ids( site ) ).toEqual( before );
	await expect.poll( () => stored( page ) ).toEqual( { session: [], local: [] } );
	await page.context().close();
} );
