/** What the screens show when the site answers badly or not at all: readable, and without a request to another host. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { requestsElsewhere } from '../other-hosts';
import { activateCandid, member } from '../people';
import { ask } from '../rest';
import { openScreen } from '../screens';
import { sendShortVisit } from '../short-visit';
import { expect, test } from '../site';

test.describe.configure( { mode: 'serial', timeout: 180_000 } );

const ROUTES = [ '/recordings', `/recordings/${ '0'.repeat( 32 ) }`, '/settings', '/what-is-recorded', '/health', '/nowhere' ];
const NOT_LOGGED_IN = { status: 401, json: { code: 'rest_not_logged_in', message: 'You are not currently logged in.', data: { status: 401 } } };
const BROKEN = { status: 500, json: { code: 'internal_server_error', message: 'There has been a critical error on this website.', data: { status: 500 } } };

/** Requests of Candid's own REST routes, in both forms of a REST address. */
const REST = /candid(?:\/|%2F)v1/;

test.describe( 'A screen in trouble', () => {
	let admin: Page;
	let elsewhere: string[];

	test.beforeAll( async ( { browser, site } ) => {
		test.setTimeout( 240_000 );
		admin = await member( browser, site );
		await activateCandid( admin, site );
		elsewhere = requestsElsewhere( admin, site );
	} );
	test.afterEach( async () => {
		await admin.unrouteAll( { behavior: 'ignoreErrors' } );
		expect( elsewhere ).toEqual( [] );
	} );
	test.afterAll( async () => {
		await admin.context().close();
	} );

	const problems = async (): Promise< string[] > => {
		const { violations } = await new AxeBuilder( { page: admin } ).include( '#candid-admin' ).exclude( 'iframe' ).analyze();
		return violations.map( ( { id, nodes } ) => `${ id }: ${ nodes[ 0 ]?.html }` );
	};

	for ( const [ name, answer ] of [ [ 'the login is lost', NOT_LOGGED_IN ], [ 'the site fails', BROKEN ] ] as const ) {
		test( `every screen says what happened, and axe finds no fault in it, when ${ name }`, async ( { site } ) => {
			await admin.route( REST, ( route ) => route.fulfill( answer ) );
			for ( const route of ROUTES ) {
				await openScreen( admin, site, route );
				if ( route !== '/nowhere' ) {
					await expect( admin.locator( '#candid-admin .candid-notice.is-error' ).first() ).toBeVisible();
					await expect( admin.locator( '#candid-admin' ) ).not.toContainText( /rest_not|internal_server|HTTP \d|\b500\b/ );
				}
				expect( await problems(), route ).toEqual( [] );
			}
		} );
	}

	test( 'whoever logs in again in another tab arrives on the same screen', async ( { site, browser } ) => {
		const page = await member( browser, site );
		await page.route( REST, ( route ) => route.fulfill( NOT_LOGGED_IN ) );
		await openScreen( page, site, '/health' );
		const link = page.getByRole( 'link', { name: /^Log in again in another tab/ } );
		await page.context().clearCookies();
		const [ tab ] = await Promise.all( [ page.context().waitForEvent( 'page' ), link.click() ] );
		await expect( tab.locator( '#user_login' ) ).toBeFocused();
		await tab.locator( '#user_login' ).fill( 'admin' );
		await tab.locator( '#user_pass' ).fill( 'password' );
		await tab.locator( '#wp-submit' ).click( { noWaitAfter: true } );
		await expect( tab.getByRole( 'heading', { name: 'Health', level: 1 } ) ).toBeVisible( { timeout: 90_000 } );
		await page.context().close();
	} );

	test( 'no screen asks another host for anything, empty, filled, and with notices', async ( { site } ) => {
		await ask( admin, site, '/settings', { method: 'PUT', data: { recording: true, consent: 'without' } } );
		await admin.route( ( url ) => REST.test( url.href ) && /recordings(?:\?|&|$)/.test( decodeURIComponent( url.href ).replace( /.*candid\/v1\//, '' ) ), ( route ) => route.fulfill( { json: { items: [], next: null, total: 0, total_capped: false } } ) );
		await openScreen( admin, site, '/recordings' );
		// The arrow behind the address is what WordPress' emoji script would replace.
		await expect( admin.getByRole( 'link', { name: new RegExp( site.url ) } ) ).toBeVisible();
		await admin.unrouteAll( { behavior: 'ignoreErrors' } );
		const { account } = await ask< { account: { key: string } } >( admin, site, '/settings' );
		await sendShortVisit( site, account.key, 'Lamp ↗ 🫖' );
		await expect.poll( async () => ( await ask< { total: number } >( admin, site, '/recordings?per_page=1' ) ).total ).toBeGreaterThan( 0 );
		for ( const route of ROUTES ) {
			await openScreen( admin, site, route );
			await admin.waitForLoadState( 'networkidle' );
		}
		await expect( admin.locator( 'img.emoji, script[src*="wp-emoji"]' ) ).toHaveCount( 0 );
	} );
} );
