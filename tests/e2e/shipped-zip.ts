/** Installing and removing the zip that ships, by hand in wp-admin, and what is left of it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { visitor } from './people';
import { ask } from './rest';
import { bootSite, firstPortOf } from './site';
import type { Site, Stack } from './site';
import { recordingsOf, tablesOf } from './stored-bytes';

/** Names of files below wp-content that are Candid's, but for the plugin itself. */
export async function filesOfCandid( site: Site ): Promise< string[] > {
	const names = await readdir( join( site.folder, 'wp-content' ), { recursive: true } );
	return names.filter( ( name ) => /candid/i.test( name ) && ! name.startsWith( 'upgrade' ) && ! name.startsWith( 'mu-plugins' ) );
}

/** Rows of the database in which Candid is named: options, capabilities, schedules, tables. */
export async function rowsOfCandid( site: Site ): Promise< string[] > {
	const rows = ( await tablesOf( site ) ).split( '\n' ).filter( ( row ) => /candid/i.test( row ) );
	// The SQLite layer forgets to clear its own notes on the keys of a dropped table; its tables themselves are looked at.
	// WordPress itself notes what was active lately, which plugins it knows of, and who used which screen.
	return rows.filter( ( row ) => ! /^_wp_sqlite_mysql_information_schema_key_column_usage |recently_activated|_site_transient_|_transient_|user_activation_key|community-events|^-- |session_tokens/.test( row ) );
}

export async function uploadZip( page: Page, admin: string, file: string ): Promise< void > {
	await page.goto( `${ admin }plugin-install.php?tab=upload` );
	await page.locator( '#pluginzip' ).setInputFiles( file );
	await page.locator( '#install-plugin-submit' ).click( { noWaitAfter: true } );
	await expect( page.getByText( 'Plugin installed successfully.' ) ).toBeVisible( { timeout: 180_000 } );
}

export async function deletePlugin( page: Page, admin: string ): Promise< void > {
	await page.goto( `${ admin }plugins.php` );
	const row = page.locator( 'tr[data-plugin="candid/candid.php"]' ).first();
	await row.locator( '.deactivate a' ).click();
	await expect( page.getByText( 'Plugin deactivated.' ) ).toBeVisible();
	// Until the page's scripts have begun, the link asks on a page of its own.
	await page.waitForLoadState();
	page.once( 'dialog', ( dialog ) => dialog.accept() );
	await row.locator( '.delete a' ).click( { noWaitAfter: true } );
	await expect( page.getByText( /was successfully deleted|successfully deleted/ ).first() ).toBeVisible( { timeout: 180_000 } );
}

/** One recorded visit, so that there is something to leave behind. */
export async function recordOneVisit( page: Page, site: Site, browser: Browser ): Promise< void > {
	await ask( page, site, '/settings', { method: 'PUT', data: { recording: true, consent: 'without' } } );
	const guest = await visitor( browser, site );
	await guest.goto( `${ site.url }/` );
	await expect.poll( async () => ( await recordingsOf( page, site ) ).length, { timeout: 45_000 } ).toBe( 1 );
	await guest.context().close();
}

/** A WordPress that has never seen Candid. The caller stops it. */
export const cleanSite = ( stack: Stack, parallelIndex: number, name: string ) =>
	bootSite( { stack, name: `${ name }-${ stack }-${ parallelIndex }`, firstPort: firstPortOf( parallelIndex ) + 2, furnished: false } );
