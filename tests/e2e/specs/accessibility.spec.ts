/** Every screen of ours, looked at by axe. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { activateCandid, member, visitor } from '../people';
import { addressOf, changeSettings, openScreen, recordingOn } from '../screens';
import { expect, test } from '../site';
import { recordingsOf } from '../stored-bytes';

let admin: Page;

test.beforeAll( async ( { browser, site } ) => {
	admin = await member( browser, site );
	await activateCandid( admin, site );
	await changeSettings( admin, site, recordingOn );
	const page = await visitor( browser, site );
	await page.goto( `${ site.url }/` );
	await expect.poll( async () => ( await recordingsOf( admin, site ) ).length, { timeout: 60_000, intervals: [ 1500 ] } ).toBeGreaterThan( 0 );
	await page.context().close();
} );
test.afterAll( async () => {
	await admin.context().close();
} );

/** What axe finds inside our part of the page, as rule and place. */
async function problemsOf( page: Page ): Promise< string[] > {
	const { violations } = await new AxeBuilder( { page } )
		.include( '#candid-admin' )
		// The stage shows a visitor's page as it was, with whatever faults that page has.
		.exclude( '.candid-device__stage' )
		.withTags( [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa' ] )
		.analyze();
	return violations.flatMap( ( { id, nodes } ) => nodes.map( ( node ) => `${ id }: ${ node.target.join( ' ' ) }` ) );
}

for ( const [ name, route ] of [ [ 'the list', '/recordings' ], [ 'the settings', '/settings' ], [ 'what is recorded', '/what-is-recorded' ] ] as const ) {
	test( `${ name } has no fault that axe finds`, async ( { site } ) => {
		await openScreen( admin, site, route );
		expect( await problemsOf( admin ) ).toEqual( [] );
	} );
}

test( 'one recording has no fault that axe finds', async ( { site } ) => {
	const [ recording ] = await recordingsOf( admin, site );
	await admin.goto( addressOf( site, `/recordings/${ recording?.id }` ) );
	await expect( admin.getByRole( 'group', { name: 'Player' } ) ).toBeVisible();
	expect( await problemsOf( admin ) ).toEqual( [] );
} );
