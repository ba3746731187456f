/** The honest path: activate, turn on, be visited, watch, and find nothing private in what is stored. */
import type { Page } from '@playwright/test';
import { activateCandid, member, visitor } from '../people';
import { block, changeSettings, chaptersOf, inputsOn, openScreen, rebuilt, recordingOn } from '../screens';
import { typedBy, visitShop, WALK } from '../shop-visit';
import { expect, test } from '../site';
import { decrypted, everythingStored, foundIn, recordingsOf, settledRecording } from '../stored-bytes';

test.use( { ownSite: 'journey' } );
test.describe.configure( { mode: 'serial', timeout: 400_000 } );

test.describe( 'From installation to watching a visit', { tag: '@both-stacks' }, () => {
	let admin: Page;
	const known = new Set< string >();

	test.beforeAll( async ( { browser, site } ) => {
		admin = await member( browser, site );
	} );
	test.afterAll( async () => {
		await admin.context().close();
	} );

	test( 'nothing of Candid is in a page before the owner turns recording on', async ( { site, browser } ) => {
		await activateCandid( admin, site );
		await expect( admin.locator( '#menu-plugins' ) ).toBeVisible();
		const page = await visitor( browser, site );
		await page.goto( `${ site.url }/` );
		await expect( page.locator( '#candid-config, #candid-loader-js' ) ).toHaveCount( 0 );
		await page.context().close();
	} );

	test( 'the owner turns recording on, and a visit of five pages arrives', async ( { site, browser } ) => {
		await changeSettings( admin, site, recordingOn );
		const page = await visitor( browser, site );
		const typed = typedBy( 'Aldwych' );
		const { nonces } = await visitShop( page, site, typed );
		await page.context().close();

		await openScreen( admin, site, '/recordings' );
		const recording = await settledRecording( admin, site, WALK.length );
		known.add( recording.id );
		expect( recording.page_views?.map( ( { path } ) => path ) ).toEqual( WALK.map( ( { path } ) => path ) );

		const stored = await everythingStored( admin, site );
		// The search itself works: what the pages say is found in the recordings.
		expect( foundIn( stored.recordings, Object.fromEntries( WALK.map( ( { path, shows } ) => [ path, shows ] ) ) ) ).toEqual( WALK.map( ( { path } ) => path ) );
		expect( foundIn( stored.raw, { shows: WALK[ 3 ].shows } ), 'the contact page lies in the database as a page' ).toEqual( [ 'shows' ] );

		expect( nonces.length ).toBeGreaterThan( 0 );
		const secrets = { ...typed, ...Object.fromEntries( nonces.map( ( nonce, i ) => [ `nonce ${ i }`, nonce ] ) ) };
		expect( foundIn( stored.recordings, secrets ), 'in the decrypted recordings' ).toEqual( [] );
		expect( foundIn( stored.raw, secrets ), 'in tables and files' ).toEqual( [] );
	} );

	test( 'the owner finds the recording in the list and sees the text of each page in order', async ( { site } ) => {
		await openScreen( admin, site, '/recordings' );
		const row = admin.locator( '.candid-table tbody tr' ).first();
		await expect( row ).toContainText( 'Ovenbird' );
		await row.getByRole( 'link' ).click();
		const chapters = chaptersOf( admin );
		await expect( chapters ).toHaveCount( WALK.length );
		for ( const [ index, { shows } ] of WALK.entries() ) {
			await chapters.nth( index ).click();
			await expect( rebuilt( admin ).locator( 'body' ), `page ${ index + 1 }` ).toContainText( shows );
		}
	} );

	test( 'with form inputs on, a name is found and replayed; card, password, nonce and file name are not', async ( { site, browser } ) => {
		await changeSettings( admin, site, inputsOn );
		const page = await visitor( browser, site );
		const typed = typedBy( 'Brixham' );
		const { nonces } = await visitShop( page, site, typed );
		await page.context().close();

		await openScreen( admin, site, '/recordings' );
		const recording = await settledRecording( admin, site, WALK.length, known );
		known.add( recording.id );
		const text = await decrypted( admin, site, recording );
		const { name, town, card, secondCard, code, password, fileName } = typed;
		expect( foundIn( text, { name, town } ) ).toEqual( [ 'name', 'town' ] );
		const secrets = { card, secondCard, code, password, fileName, ...Object.fromEntries( nonces.map( ( nonce, i ) => [ `nonce ${ i }`, nonce ] ) ) };
		expect( foundIn( text.replace( /"timestamp":\d+/g, '' ), secrets ) ).toEqual( [] );
		expect( foundIn( ( await everythingStored( admin, site ) ).raw, { ...secrets, name, town } ), 'in tables and files, where what may be kept is encrypted' ).toEqual( [] );

		await openScreen( admin, site, `/recordings/${ recording.id }` );
		await chaptersOf( admin ).nth( 4 ).click();
		await expect( rebuilt( admin ).locator( '#first-name' ) ).toBeAttached();
		await admin.getByRole( 'group', { name: 'Player' } ).getByRole( 'button', { name: 'Play', exact: true } ).click();
		await expect( rebuilt( admin ).locator( '#first-name' ) ).toHaveValue( name, { timeout: 60_000 } );
	} );

	test( 'the text below a blocked selector is nowhere', async ( { site, browser } ) => {
		await changeSettings( admin, site, block( '.page-head' ) );
		const page = await visitor( browser, site );
		await visitShop( page, site, typedBy( 'Corfe' ) );
		await page.context().close();

		await openScreen( admin, site, '/recordings' );
		const recording = await settledRecording( admin, site, WALK.length, known );
		const text = await decrypted( admin, site, recording );
		// The page itself has it in its table of posts; the tables and files of ours are ciphertext and are searched in the first visit.
		expect( foundIn( text, { inside: 'Everything we make, and nothing we do not.' } ) ).toEqual( [] );
		expect( foundIn( text, { outside: 'A jug is judged by its last drop.' } ) ).toEqual( [ 'outside' ] );
	} );

	test( 'deleting every recording leaves none', async ( { site } ) => {
		await openScreen( admin, site, '/recordings' );
		expect( ( await recordingsOf( admin, site ) ).length ).toBe( 3 );
		await admin.getByRole( 'checkbox', { name: 'Select all on this page' } ).check();
		await admin.getByRole( 'button', { name: /^Delete/ } ).first().click();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: /^Delete/ } ).click();
		await expect.poll( async () => ( await recordingsOf( admin, site ) ).length ).toBe( 0 );
		expect( ( await everythingStored( admin, site ) ).recordings ).toBe( '' );
	} );
} );
