/** The list of recordings, as the owner of the site uses it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { activateCandid, member } from '../people';
import { ask } from '../rest';
import { openScreen } from '../screens';
import { sendShortVisit } from '../short-visit';
import { expect, test } from '../site';
import type { Site } from '../site';

test.describe.configure( { timeout: 180_000 } );

test.describe( 'The list of recordings', { tag: '@both-stacks' }, () => {
	let admin: Page;
	let key = '';

	/** Visits with these titles, until each is in the list. */
	const sendVisits = async ( site: Site, titles: string[] ): Promise< void > => {
		for ( const title of titles ) {
			await sendShortVisit( site, key, title );
		}
		// Each look indexes for two seconds at most; a slow machine needs more than one.
		await expect.poll( async () => ( await ask< { total: number } >( admin, site, '/recordings?per_page=1' ) ).total ).toBe( titles.length );
	};
	const visits = ( count: number ): string[] => Array.from( { length: count }, ( _, n ) => `Visit ${ n + 1 }` );

	test.beforeAll( async ( { browser, site } ) => {
		test.setTimeout( 240_000 );
		admin = await member( browser, site );
		await activateCandid( admin, site );
		key = ( await ask< { account: { key: string } } >( admin, site, '/settings' ) ).account.key;
	} );
	// An empty list of a site that records.
	test.beforeEach( async ( { site } ) => {
		await ask( admin, site, '/settings', { method: 'PUT', data: { recording: true, consent: 'without' } } );
		const { items } = await ask< { items: { id: string }[] } >( admin, site, '/recordings?per_page=100' );
		if ( items.length > 0 ) {
			await ask( admin, site, '/recordings', { method: 'DELETE', data: { ids: items.map( ( { id } ) => id ) } } );
		}
	} );
	test.afterAll( async () => {
		await admin.context().close();
	} );

	test( 'an empty list says that recording is off, turns it on, and then says what to do next', async ( { site } ) => {
		await ask( admin, site, '/settings', { method: 'PUT', data: { recording: false } } );
		await openScreen( admin, site, '/recordings' );
		await expect( admin.getByRole( 'heading', { name: 'Recording is off' } ) ).toBeVisible();
		await admin.getByRole( 'button', { name: 'Turn recording on' } ).click();
		await expect( admin.getByRole( 'heading', { name: /Recording is on/ } ) ).toBeVisible();
		await expect( admin.getByText( 'private window' ) ).toBeVisible();
		await expect( admin.getByRole( 'link', { name: new RegExp( site.url ) } ) ).toBeVisible();
		expect( ( await ask< { settings: { recording: boolean } } >( admin, site, '/settings' ) ).settings.recording ).toBe( true );
	} );

	test( 'the first visit fills the empty list by itself, with its page, length, device and exact time', async ( { site } ) => {
		await openScreen( admin, site, '/recordings' );
		await expect( admin.getByRole( 'button', { name: 'Check again' } ) ).toBeVisible();
		await sendShortVisit( site, key, 'Jugs and jars' );
		const row = admin.getByRole( 'row', { name: /Jugs and jars/ } );
		await expect( row ).toContainText( '/jugs-and-jars/' );
		await expect( row ).toContainText( '0:04' );
		await expect( row ).toContainText( 'Phone' );
		await expect( row ).toContainText( 'just now' );
		await expect( admin.getByText( '1 recording', { exact: true } ) ).toBeVisible();
	} );

	test( 'later visits are announced when one comes back to the tab, and shown when asked for', async ( { site } ) => {
		await sendVisits( site, [ 'Jugs and jars' ] );
		await openScreen( admin, site, '/recordings' );
		await expect( admin.getByText( '1 recording', { exact: true } ) ).toBeVisible();
		await sendShortVisit( site, key, 'Bowls' );
		// What the browser says when a tab is looked at again; tabs of a browser without a window are never hidden.
		await admin.evaluate( () => document.dispatchEvent( new Event( 'visibilitychange' ) ) );
		await expect( admin.getByText( '1 new recording', { exact: true } ) ).toBeVisible();
		await expect( admin.getByRole( 'row', { name: /Bowls/ } ) ).toHaveCount( 0 );
		await admin.getByRole( 'button', { name: 'Show' } ).click();
		await expect( admin.getByRole( 'row', { name: /Bowls/ } ) ).toBeVisible();
		await expect( admin.getByText( '2 recordings', { exact: true } ) ).toBeVisible();
	} );

	test( 'older recordings are a page away, and back again, also with the browser’s buttons', async ( { site } ) => {
		await sendVisits( site, [ 'Jugs and jars', ...visits( 27 ) ] );
		await openScreen( admin, site, '/recordings' );
		await expect( admin.getByText( '28 recordings', { exact: true } ) ).toBeVisible();
		await expect( admin.locator( '.candid-table tbody tr' ) ).toHaveCount( 25 );
		await expect( admin.getByRole( 'row', { name: /Jugs and jars/ } ) ).toHaveCount( 0 );
		await admin.getByRole( 'button', { name: 'Older' } ).first().click();
		await expect( admin.locator( '.candid-table tbody tr' ) ).toHaveCount( 3 );
		await expect( admin.getByRole( 'row', { name: /Jugs and jars/ } ) ).toBeVisible();
		await admin.goBack();
		await expect( admin.locator( '.candid-table tbody tr' ) ).toHaveCount( 25 );
		await admin.goForward();
		await expect( admin.getByRole( 'row', { name: /Jugs and jars/ } ) ).toBeVisible();
		await admin.getByRole( 'button', { name: 'Newer' } ).first().click();
		await expect( admin.locator( '.candid-table tbody tr' ) ).toHaveCount( 25 );
	} );

	test( 'a click anywhere on a row opens the recording, and the heading takes the focus', async ( { site } ) => {
		await sendVisits( site, visits( 2 ) );
		await openScreen( admin, site, '/recordings' );
		await admin.locator( '.candid-table tbody tr' ).first().getByText( 'Phone' ).click();
		await expect( admin ).toHaveURL( /p=\/recordings\/[0-9a-f]{32}/ );
		await admin.goBack();
		await expect( admin.getByRole( 'heading', { name: 'Recordings', level: 1 } ) ).toBeFocused();
		await expect( admin ).toHaveTitle( /^Recordings/ );
	} );

	test( '“All recordings” and deleting lead back to the page of the list one came from', async ( { site } ) => {
		await sendVisits( site, [ 'Jugs and jars', ...visits( 27 ) ] );
		await openScreen( admin, site, '/recordings' );
		await admin.getByRole( 'button', { name: 'Older' } ).last().click();
		await expect( admin.getByRole( 'button', { name: 'Older' } ) ).toBeFocused();
		await admin.getByRole( 'link', { name: 'Jugs and jars' } ).click();
		await admin.getByRole( 'link', { name: 'All recordings' } ).click();
		await expect( admin.getByRole( 'link', { name: 'Jugs and jars' } ) ).toBeVisible();
		await admin.getByRole( 'link', { name: 'Jugs and jars' } ).click();
		await admin.getByRole( 'button', { name: 'Delete…' } ).click();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Delete for good' } ).click();
		await expect( admin.locator( '.candid-said' ).getByText( 'Recording deleted.' ) ).toBeInViewport();
		await expect( admin ).toHaveURL( /before=/ );
		await admin.getByRole( 'button', { name: 'Newer' } ).click();
		await expect( admin.locator( '.candid-table tbody tr' ) ).toHaveCount( 25 );
	} );

	test( 'turning the page at the top keeps the focus on its button', async ( { site } ) => {
		await sendVisits( site, visits( 28 ) );
		await openScreen( admin, site, '/recordings' );
		const older = admin.getByRole( 'navigation', { name: 'Pages of the list' } ).getByRole( 'button', { name: 'Older' } );
		await older.click();
		await expect( admin.locator( '.candid-table tbody tr' ) ).toHaveCount( 3 );
		await expect( older ).toBeFocused();
		await admin.getByRole( 'button', { name: 'Newer' } ).first().click();
		await expect( admin.locator( '.candid-table tbody tr' ) ).toHaveCount( 25 );
		await expect( admin.getByRole( 'navigation', { name: 'Pages of the list' } ).getByRole( 'button', { name: 'Newer' } ) ).toBeFocused();
	} );

	test( 'deleting a row far down leaves the list where it is, and the focus beside it', async ( { site } ) => {
		await sendVisits( site, visits( 28 ) );
		await openScreen( admin, site, '/recordings' );
		const last = admin.locator( '.candid-table tbody tr' ).nth( 23 );
		const name = await last.getByRole( 'link' ).textContent();
		const next = await admin.locator( '.candid-table tbody tr' ).nth( 24 ).getByRole( 'link' ).textContent();
		await last.getByRole( 'button' ).hover();
		const before = await admin.evaluate( () => window.scrollY );
		await last.getByRole( 'button' ).click();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Delete for good' } ).click();
		await expect( admin.locator( '.candid-said' ).getByText( '1 recording deleted.' ) ).toBeInViewport();
		await expect( admin.getByRole( 'link', { name: name ?? '', exact: true } ) ).toHaveCount( 0 );
		await expect( admin.getByRole( 'link', { name: next ?? '', exact: true } ) ).toBeFocused();
		expect( Math.abs( ( await admin.evaluate( () => window.scrollY ) ) - before ) ).toBeLessThan( 70 );
	} );

	test( 'on a phone everything can be selected, and selecting moves no row', async ( { site } ) => {
		await sendVisits( site, visits( 25 ) );
		await admin.setViewportSize( { width: 390, height: 800 } );
		await openScreen( admin, site, '/recordings' );
		const first = admin.locator( '.candid-table tbody tr' ).first();
		const before = await first.boundingBox();
		await admin.getByRole( 'checkbox', { name: 'Select all on this page' } ).check();
		await expect( admin.getByText( '25 selected', { exact: true } ) ).toBeVisible();
		expect( ( await first.boundingBox() )?.y ).toBe( before?.y );
		await admin.getByRole( 'button', { name: 'Clear selection' } ).click();
		await expect( admin.locator( '.candid-list__count' ) ).toBeFocused();
		await admin.setViewportSize( { width: 1280, height: 800 } );
	} );

	test( 'what is selected is deleted after a question, and nothing when it is declined', async ( { site } ) => {
		await sendVisits( site, visits( 4 ) );
		await openScreen( admin, site, '/recordings' );
		await admin.getByLabel( /^Select “Visit 4”/ ).check();
		await admin.getByLabel( /^Select “Visit 3”/ ).check();
		await admin.getByRole( 'button', { name: 'Delete…', exact: true } ).click();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Cancel' } ).click();
		await expect( admin.getByRole( 'row', { name: /Visit 4/ } ) ).toBeVisible();
		await admin.getByRole( 'button', { name: 'Delete…', exact: true } ).click();
		await admin.getByRole( 'dialog', { name: 'Delete 2 recordings?' } ).getByRole( 'button', { name: 'Delete for good' } ).click();
		await expect( admin.locator( '.candid-said' ) ).toContainText( '2 recordings deleted.' );
		await expect( admin.locator( '.candid-list__count' ) ).toBeFocused();
		await expect( admin.getByRole( 'row', { name: /Visit [34]/ } ) ).toHaveCount( 0 );
		await expect( admin.getByText( '2 recordings', { exact: true } ) ).toBeVisible();
	} );

	test( 'the screen has no fault that axe finds, at any width', async ( { site } ) => {
		await sendVisits( site, visits( 3 ) );
		await openScreen( admin, site, '/recordings' );
		await expect( admin.locator( '.candid-table tbody tr' ) ).toHaveCount( 3 );
		for ( const width of [ 1280, 390 ] ) {
			await admin.setViewportSize( { width, height: 800 } );
			const { violations } = await new AxeBuilder( { page: admin } ).include( '#candid-admin' ).analyze();
			expect( violations.map( ( { id, nodes } ) => `${ id }: ${ nodes[ 0 ]?.html }` ) ).toEqual( [] );
		}
		await admin.setViewportSize( { width: 1280, height: 800 } );
	} );
} );
