/** The people of the tests, each in a browser context of their own. */
import { expect, type Browser, type Page } from '@playwright/test';
import type { Site } from './site';

/** Logs in through the form, as a person does. */
export async function logIn( page: Page, site: Site, user = 'admin', password = 'password' ): Promise< void > {
	await page.goto( `${ site.url }/wp-login.php?redirect_to=${ encodeURIComponent( `${ site.url }/wp-admin/profile.php` ) }` );
	// WordPress puts the caret there a moment after the page is shown; who types before is interrupted.
	await expect( page.locator( '#user_login' ) ).toBeFocused();
	await page.locator( '#user_login' ).fill( user );
	await page.locator( '#user_pass' ).fill( password );
	// PHP-WASM takes its time for the first screen of wp-admin.
	await page.locator( '#wp-submit' ).click( { noWaitAfter: true } );
	await page.waitForURL( /\/wp-admin\//, { timeout: 90_000, waitUntil: 'domcontentloaded' } );
}

/** A page of somebody who is logged in. Close its context when done. */
export async function member( browser: Browser, site: Site, user = 'admin', password = 'password' ): Promise< Page > {
	const context = await browser.newContext( { baseURL: site.url } );
	const page = await context.newPage();
	await logIn( page, site, user, password );
	return page;
}

/** A page of a stranger: no cookie, nothing stored. */
export async function visitor( browser: Browser, site: Site ): Promise< Page > {
	const context = await browser.newContext( { baseURL: site.url } );
	return context.newPage();
}

/** Turns a plugin on in wp-admin when it is off. */
export async function activateCandid( page: Page, site: Site ): Promise< void > {
	await page.goto( `${ site.url }/wp-admin/plugins.php` );
	const activate = page.locator( 'tr[data-slug="candid"] .activate a, tr[data-plugin="candid/candid.php"] .activate a' );
	if ( await activate.count() > 0 ) {
		await activate.first().click();
		await page.waitForLoadState();
	}
}
