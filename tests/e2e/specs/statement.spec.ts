/** An editor puts the privacy statement on a page. */
import { activateCandid, member, visitor } from '../people';
import { expect, test } from '../site';
import type { Site } from '../site';
import type { Browser, Locator, Page } from '@playwright/test';

/** The editor's canvas: the page itself, or a frame in it, by WordPress' version. */
async function canvasOf( page: Page ) {
	const framed = page.locator( 'iframe[name="editor-canvas"]' );
	await expect( page.locator( 'iframe[name="editor-canvas"], .editor-post-title__input' ).first() ).toBeVisible();
	return await framed.count() > 0 ? page.frameLocator( 'iframe[name="editor-canvas"]' ) : page;
}

/** Puts the block in by the list of blocks; again where the editor, still loading, has closed the list. */
async function insertStatement( page: Page, block: Locator ): Promise< void > {
	const search = page.getByPlaceholder( 'Search' ).first();
	await expect( async () => {
		if ( await block.count() > 0 ) {
			return;
		}
		if ( ! await search.isVisible() ) {
			await page.getByRole( 'button', { name: /^(Toggle b|B)lock inserter$/i } ).click( { timeout: 10_000 } );
		}
		await search.fill( 'privacy statement', { timeout: 5_000 } );
		await page.locator( '.block-editor-block-types-list__item', { hasText: /privacy statement/i } ).first().click( { timeout: 5_000 } );
		await expect( block ).toBeVisible( { timeout: 10_000 } );
	} ).toPass();
}

/** Writes a page with the block in it and publishes it. @return Its address. */
async function publishStatement( page: Page, site: Site, title: string, language?: string ): Promise< string > {
	await page.goto( `${ site.url }/wp-admin/post-new.php?post_type=page` );
	// The greeting of a first visit to the editor.
	await page.evaluate( () => ( window as unknown as { wp: { data: { dispatch: ( store: string ) => { set: ( ...args: unknown[] ) => void } } } } ).wp.data.dispatch( 'core/preferences' ).set( 'core/edit-post', 'welcomeGuide', false ) );
	const canvas = await canvasOf( page );
	const chooser = page.getByRole( 'button', { name: 'Close', exact: true } );
	if ( await chooser.count() > 0 ) {
		// It may be on its way out by itself.
		await chooser.first().click( { timeout: 5_000 } ).catch( () => expect( chooser ).toHaveCount( 0 ) );
	}
	await canvas.locator( '.editor-post-title__input' ).fill( title );
	await insertStatement( page, canvas.locator( '[data-type="candid/privacy-statement"]' ) );
	if ( language ) {
		await canvas.locator( '[data-type="candid/privacy-statement"]' ).click();
		const settings = page.getByRole( 'button', { name: 'Settings', exact: true } );
		if ( await settings.getAttribute( 'aria-pressed' ) !== 'true' && await settings.getAttribute( 'aria-expanded' ) !== 'true' ) {
			await settings.click();
		}
		await page.getByRole( 'combobox', { name: 'Language' } ).selectOption( { value: language } );
	}
	await page.getByRole( 'button', { name: 'Publish', exact: true } ).click();
	await page.locator( '.editor-post-publish-panel' ).getByRole( 'button', { name: 'Publish', exact: true } ).click();
	const link = page.locator( '.post-publish-panel__postpublish-buttons a', { hasText: 'View Page' } );
	await expect( link ).toBeVisible();
	return await link.getAttribute( 'href' ) ?? '';
}

/** The page's source as a visitor without scripts gets it. */
async function sourceOf( browser: Browser, site: Site, address: string ): Promise< string > {
	const page = await visitor( browser, site );
	const answer = await page.request.get( address );
	expect( answer.status() ).toBe( 200 );
	const source = await answer.text();
	await page.context().close();
	return source;
}

test.beforeAll( async ( { browser, site } ) => {
	const admin = await member( browser, site );
	await activateCandid( admin, site );
	await admin.context().close();
} );

test( 'an editor inserts the statement and visitors read it in English, in the page itself', async ( { browser, site } ) => {
	const editor = await member( browser, site, 'editor' );
	const source = await sourceOf( browser, site, await publishStatement( editor, site, 'How we look at visits' ) );
	await editor.context().close();
	expect( source ).toContain( '>We record visits to this website: ' );
} );

test( 'an editor chooses Italian and visitors read it in Italian', async ( { browser, site } ) => {
	const editor = await member( browser, site, 'editor' );
	const source = await sourceOf( browser, site, await publishStatement( editor, site, 'Visite', 'it' ) );
	await editor.context().close();
	expect( source ).toMatch( /<p[^>]* lang="it" dir="ltr"[^>]*>Registriamo le visite a questo sito: [^<]*\.<\/p>/ );
} );
