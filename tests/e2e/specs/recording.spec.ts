/** One recording, as the owner watches it: with the mouse, with the keyboard, and away with it. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { activateCandid, member, visitor } from '../people';
import { ask } from '../rest';
import { chaptersOf, openScreen, rebuilt } from '../screens';
import { look } from '../shop-visit';
import { expect, test } from '../site';
import { recordingsOf, settledRecording } from '../stored-bytes';

test.describe.configure( { mode: 'serial', timeout: 180_000 } );

test.describe( 'One recording', () => {
	let admin: Page;
	let id = '';
	let slider: Locator;

	const open = async ( site: Parameters< typeof openScreen >[ 1 ] ) => {
		await openScreen( admin, site, `/recordings/${ id }` );
		await expect( admin.getByRole( 'group', { name: 'Player' } ).getByRole( 'button', { name: 'Play', exact: true } ) ).toBeEnabled();
		await expect( rebuilt( admin ).locator( 'body' ) ).toContainText( 'Stoneware' );
	};
	const moment = async (): Promise< number > => Number( await slider.inputValue() );

	test.beforeAll( async ( { browser, site } ) => {
		test.setTimeout( 240_000 );
		admin = await member( browser, site );
		await activateCandid( admin, site );
		await ask( admin, site, '/settings', { method: 'PUT', data: { recording: true } } );
		const known = new Set( ( await recordingsOf( admin, site ) ).map( ( recording ) => recording.id ) );

		const page = await visitor( browser, site );
		await page.setViewportSize( { width: 390, height: 844 } );
		for ( const path of [ '/', '/shop/', '/account/' ] ) {
			await page.goto( `${ site.url }${ path }` );
			await page.mouse.move( 100, 200 );
			await page.mouse.wheel( 0, 400 );
			await look( page );
		}
		await page.goto( 'about:blank' );
		await page.context().close();
		id = ( await settledRecording( admin, site, 3, known ) ).id;
		slider = admin.getByRole( 'slider', { name: 'Moment of the visit' } );
	} );
	test.afterAll( async () => {
		await admin.context().close();
	} );

	test( 'says when and on what it was made, and names the pages, a masked one too', async ( { site } ) => {
		await open( site );
		await expect( admin.locator( '.candid-facts' ) ).toContainText( '3 pages' );
		await expect( admin.locator( '.candid-facts' ) ).toContainText( '390 × 844' );
		await expect( chaptersOf( admin ) ).toHaveText( [ /Ovenbird/, /\/shop\//, /\/account\// ] );
	} );

	test( 'pictures of the site appear in it', async () => {
		const picture = rebuilt( admin ).locator( 'main img' ).first();
		await expect.poll( () => picture.evaluate( ( image: HTMLImageElement ) => image.naturalWidth ) ).toBeGreaterThan( 1 );
	} );

	test( 'a page in the list is a chapter: it goes there, shows it, and says where one is', async () => {
		await chaptersOf( admin ).nth( 1 ).click();
		await expect( rebuilt( admin ).locator( 'body' ) ).toContainText( 'Everything we make, and nothing we do not.' );
		await expect( chaptersOf( admin ).nth( 1 ) ).toHaveAttribute( 'aria-current', 'step' );
		await expect( admin.locator( '.candid-device__path' ) ).toHaveText( '/shop/' );
	} );

	test( 'keys play, pause, jump, change the speed and skipping', async ( { site } ) => {
		await open( site );
		await admin.keyboard.press( 'k' );
		await expect( admin.getByRole( 'button', { name: 'Pause' } ) ).toBeVisible();
		await admin.keyboard.press( 'k' );
		await expect( admin.getByRole( 'button', { name: 'Pause' } ) ).toHaveCount( 0 );

		await admin.keyboard.press( '5' );
		const length = Number( await slider.getAttribute( 'max' ) );
		await expect.poll( moment ).toBeGreaterThan( length * 0.4 );
		await admin.keyboard.press( '0' );
		await expect.poll( moment ).toBeLessThan( length * 0.1 );

		const speed = admin.getByRole( 'combobox', { name: 'Speed' } );
		await admin.keyboard.press( '>' );
		await expect( speed ).toHaveValue( '1.5' );
		await admin.keyboard.press( '<' );
		await expect( speed ).toHaveValue( '1' );

		const skip = admin.getByRole( 'checkbox', { name: 'Skip inactivity' } );
		const before = await skip.isChecked();
		await admin.keyboard.press( 's' );
		await expect( skip ).toBeChecked( { checked: ! before } );
		await admin.keyboard.press( 's' );
		await expect( skip ).toBeChecked( { checked: before } );
	} );

	test( 'keys do nothing while the focus is elsewhere', async ( { site } ) => {
		await open( site );
		await admin.locator( '.candid-screen__title' ).focus();
		await admin.keyboard.press( '?' );
		await admin.keyboard.press( 'k' );
		await expect( admin.getByRole( 'dialog' ) ).toHaveCount( 0 );
		await expect( admin.getByRole( 'button', { name: 'Pause' } ) ).toHaveCount( 0 );
	} );

	test( 'the time line is a slider that keys move, and it says the moment and the page', async ( { site } ) => {
		await open( site );
		await slider.focus();
		await admin.keyboard.press( 'End' );
		await expect( slider ).toHaveAttribute( 'aria-valuetext', /page \/account\/$/ );
		await expect( admin.getByRole( 'button', { name: 'Play again' } ).first() ).toBeVisible();
		await admin.keyboard.press( 'Home' );
		await expect( slider ).toHaveAttribute( 'aria-valuetext', /page \/$/ );
		await admin.keyboard.press( 'ArrowRight' );
		await expect.poll( moment ).toBeGreaterThan( 0 );
		await admin.keyboard.press( 'ArrowLeft' );
		await expect.poll( moment ).toBe( 0 );
	} );

	test( 'the list of keys opens with ?, takes the keys to itself, and closes with Escape', async ( { site } ) => {
		await open( site );
		await admin.keyboard.press( '?' );
		const help = admin.getByRole( 'dialog', { name: 'Keyboard shortcuts' } );
		await expect( help ).toContainText( 'Play or pause' );
		await admin.keyboard.press( 'k' );
		await expect( admin.getByRole( 'button', { name: 'Pause' } ) ).toHaveCount( 0 );
		await admin.keyboard.press( 'Escape' );
		await expect( help ).toHaveCount( 0 );
	} );

	test( 'full screen shows stage and controls, and leaves again', async ( { site } ) => {
		await open( site );
		const isFull = () => admin.evaluate( () => document.fullscreenElement?.classList.contains( 'candid-theatre' ) ?? false );
		await admin.getByRole( 'button', { name: 'Full screen' } ).click();
		await expect.poll( isFull ).toBe( true );
		await expect( slider ).toBeInViewport();
		await admin.keyboard.press( 'f' );
		await expect.poll( isFull ).toBe( false );
	} );

	test( 'the controls are in the window as it opens, on a large and on a small screen', async ( { site } ) => {
		for ( const [ width, height ] of [ [ 1280, 800 ], [ 390, 844 ] ] as const ) {
			await admin.setViewportSize( { width, height } );
			await open( site );
			await expect( slider ).toBeInViewport( { ratio: 1 } );
			expect( await admin.evaluate( () => document.documentElement.scrollWidth - document.documentElement.clientWidth ), `${ width } px` ).toBe( 0 );
		}
		await admin.setViewportSize( { width: 1280, height: 800 } );
	} );

	test( 'the screen has no fault that axe finds, at any width', async ( { site } ) => {
		await open( site );
		for ( const width of [ 1280, 390 ] ) {
			await admin.setViewportSize( { width, height: 800 } );
			// Not into the stage: what a visited page looks like is not ours.
			const { violations } = await new AxeBuilder( { page: admin } ).include( '#candid-admin' ).exclude( '.candid-device__stage' ).analyze();
			expect( violations.map( ( { id: rule, nodes } ) => `${ rule }: ${ nodes[ 0 ]?.html }` ) ).toEqual( [] );
		}
		await admin.setViewportSize( { width: 1280, height: 800 } );
	} );

	test( 'it is deleted after a question, and the list is shown', async ( { site } ) => {
		await open( site );
		await admin.getByRole( 'button', { name: 'Delete…' } ).click();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Cancel' } ).click();
		await expect( slider ).toBeVisible();
		await admin.getByRole( 'button', { name: 'Delete…' } ).click();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Delete for good' } ).click();
		await expect( admin.getByRole( 'heading', { name: 'Recordings', level: 1 } ) ).toBeVisible();
		expect( ( await recordingsOf( admin, site ) ).some( ( recording ) => recording.id === id ) ).toBe( false );

		await openScreen( admin, site, `/recordings/${ id }` );
		await expect( admin.locator( '.candid-notice' ) ).toContainText( 'This recording could not be opened.' );
		await admin.getByRole( 'link', { name: 'All recordings' } ).click();
		await expect( admin.getByRole( 'heading', { name: 'Recordings', level: 1 } ) ).toBeFocused();
	} );
} );
