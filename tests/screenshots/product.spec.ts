/** The pictures in the order in which plugin/readme.txt describes them. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { devices } from '@playwright/test';
import type { Page } from '@playwright/test';
import { root } from '../../tools/base/console.mjs';
import { activateCandid, member, visitor } from '../e2e/people';
import { addressOf, changeSettings, chaptersOf, openScreen, rebuilt, recordingOn } from '../e2e/screens';
import { typedBy, visitShop, WALK } from '../e2e/shop-visit';
import { expect, test } from '../e2e/site';
import { recordingsOf, settledRecording } from '../e2e/stored-bytes';

test.describe.configure( { timeout: 600_000 } );

const FOLDERS = [ join( root, '.wordpress-org' ), join( root, 'docs/images' ) ];

/** People who look at one page for a while. */
const GUESTS = [
	[ '/journal/', { viewport: { width: 1440, height: 900 } } ],
	[ '/visit/', devices[ 'Pixel 7' ] ],
	[ '/shop/', { viewport: { width: 1440, height: 900 } } ],
] as const;

/** Takes one picture under both its names: a number for the directory, a word for the README. */
async function take( page: Page, number: number, word: string ): Promise< void > {
	await page.locator( ':focus' ).evaluateAll( ( focused ) => focused.forEach( ( element ) => ( element as HTMLElement ).blur() ) );
	await page.screenshot( { path: join( FOLDERS[ 0 ] ?? '', `screenshot-${ number }.png` ) } );
	await page.screenshot( { path: join( FOLDERS[ 1 ] ?? '', `${ word }.png` ) } );
}

test( 'the product, running', async ( { site, browser } ) => {
	await Promise.all( FOLDERS.map( ( folder ) => mkdir( folder, { recursive: true } ) ) );
	const admin = await member( browser, site );
	await activateCandid( admin, site );
	await changeSettings( admin, site, recordingOn );

	const known = new Set< string >();
	for ( const mark of [ 'Ash', 'Birch' ] ) {
		const page = await visitor( browser, site );
		await visitShop( page, site, typedBy( mark ) );
		await page.context().close();
		known.add( ( await settledRecording( admin, site, WALK.length, known ) ).id );
	}
	for ( const [ path, context ] of GUESTS ) {
		const guest = await browser.newContext( context );
		const page = await guest.newPage();
		await page.goto( `${ site.url }${ path }` );
		let at = 0;
		await expect.poll( async () => {
			at += 40;
			await page.mouse.move( 200 + at, 300 + at, { steps: 20 } );
			await page.mouse.wheel( 0, 120 );
			return ( await recordingsOf( admin, site ) ).filter( ( { id, duration } ) => ! known.has( id ) && duration > 8000 ).length;
		}, { timeout: 90_000, intervals: [ 1500 ] } ).toBe( 1 );
		( await recordingsOf( admin, site ) ).forEach( ( { id } ) => known.add( id ) );
		await guest.close();
	}

	await openScreen( admin, site, '/recordings' );
	await expect( admin.locator( '.candid-table tbody tr' ) ).toHaveCount( 5 );
	await take( admin, 1, 'recordings' );

	const [ first ] = [ ...known ];
	await admin.goto( addressOf( site, `/recordings/${ first }` ) );
	await chaptersOf( admin ).nth( 2 ).click();
	const body = rebuilt( admin ).locator( 'body' );
	await expect( body ).toContainText( WALK[ 2 ].shows );
	const isDressed = () => body.evaluate( ( { ownerDocument: page } ) => {
		const faces = [ ...page.fonts ];
		return faces.length > 0 && faces.every( ( face ) => face.status === 'loaded' ) && [ ...page.images ].every( ( image ) => image.complete );
	} );
	await expect.poll( isDressed ).toBe( true );
	await take( admin, 2, 'recording' );

	await openScreen( admin, site, '/settings' );
	await expect( admin.getByLabel( 'Record visits to this site' ) ).toBeVisible();
	await take( admin, 3, 'settings' );

	await openScreen( admin, site, '/what-is-recorded' );
	await admin.getByRole( 'combobox', { name: 'Page' } ).or( admin.getByRole( 'textbox', { name: 'Page' } ) ).first().fill( `${ site.url }/contact/` );
	await admin.getByRole( 'button', { name: 'Show page' } ).click();
	await expect( admin.locator( '#candid-admin table' ).first() ).toContainText( 'Your name' );
	await take( admin, 4, 'what-is-recorded' );

	const reader = await visitor( browser, site );
	await reader.goto( `${ site.url }/privacy-policy/` );
	await expect( reader.getByText( /^We record visits to this website/ ) ).toBeVisible();
	await reader.getByText( /^We record visits to this website/ ).scrollIntoViewIfNeeded();
	await take( reader, 5, 'privacy-statement' );
} );
