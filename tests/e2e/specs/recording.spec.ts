/** One recording, as the owner watches it: with the mouse, with the keyboard, and away with it. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { activateCandid, member, visitor } from '../people';
import { ask } from '../rest';
import { chaptersOf, openScreen, rebuilt } from '../screens';
import { look } from '../shop-visit';
import { expect, test } from '../site';
import { recordingsOf, settledRecording } from '../stored-bytes';

test.describe.configure( { timeout: 180_000 } );

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
	/** Changes what the site answers about the recording. */
	const answering = ( change: ( recording: Record< string, unknown > ) => unknown ) =>
		admin.route( new RegExp( `candid(/|%2F)v1(/|%2F)recordings(/|%2F)${ id }(?!.*segments)` ), async ( route ) => {
			const answer = await route.fetch();
			await route.fulfill( { response: answer, json: change( await answer.json() as Record< string, unknown > ) } );
		} );
	const isFullScreen = (): Promise< boolean > => admin.evaluate( () => document.fullscreenElement !== null );
	/** Whether an element is what is seen in its middle: nothing lies over it, and it is painted. */
	const isOnTop = ( element: Locator ): Promise< boolean > => element.evaluate( ( shown ) => {
		const { x, y, width, height } = shown.getBoundingClientRect();
		const full = document.fullscreenElement;
		return ( full === null || full.contains( shown ) ) && shown.contains( document.elementFromPoint( x + width / 2, y + height / 2 ) );
	} );
	const whatIsInTheCorners = (): Promise< string[] > => admin.evaluate( () => [ [ 2, 2 ], [ innerWidth - 3, 2 ], [ 2, innerHeight - 3 ], [ innerWidth - 3, innerHeight - 3 ] ].map( ( [ x, y ] ) => {
		const seen = document.elementFromPoint( x ?? 0, y ?? 0 );
		return seen?.closest( '.candid-viewer' ) ? 'player' : ( seen?.outerHTML.slice( 0, 60 ) ?? 'nothing' );
	} ) );

	test.beforeAll( async ( { browser, site } ) => {
		test.setTimeout( 240_000 );
		admin = await member( browser, site );
		await activateCandid( admin, site );
		await ask( admin, site, '/settings', { method: 'PUT', data: { recording: true, consent: 'without' } } );
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
		// The server calls a visit live for 30 seconds after its last segment; until then it has no end.
		await expect.poll( async () => ( await ask< { live: boolean } >( admin, site, `/recordings/${ id }` ) ).live, { timeout: 60_000 } ).toBe( false );
		slider = admin.getByRole( 'slider', { name: 'Position in the recording' } );
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

	test( 'pictures of the site appear in it', async ( { site } ) => {
		await open( site );
		const picture = rebuilt( admin ).locator( 'main img' ).first();
		await expect.poll( () => picture.evaluate( ( image: HTMLImageElement ) => image.naturalWidth ) ).toBeGreaterThan( 1 );
	} );

	test( 'a page in the list is a chapter: it goes there, shows it, and says where one is', async ( { site } ) => {
		await open( site );
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

	test( 'full screen is entered and left with F, and every key works in it', async ( { site } ) => {
		await open( site );
		await admin.keyboard.press( 'f' );
		await expect.poll( isFullScreen ).toBe( true );
		await expect( admin.getByRole( 'button', { name: 'Leave full screen' } ) ).toBeVisible();
		await expect.poll( whatIsInTheCorners ).toEqual( [ 'player', 'player', 'player', 'player' ] );
		await expect( slider ).toBeInViewport();
		await admin.keyboard.press( 'k' );
		await expect( admin.getByRole( 'button', { name: 'Pause' } ) ).toBeVisible();
		await admin.keyboard.press( 'k' );
		await expect( admin.getByRole( 'button', { name: 'Pause' } ) ).toHaveCount( 0 );
		await admin.keyboard.press( '5' );
		await expect.poll( moment ).toBeGreaterThan( Number( await slider.getAttribute( 'max' ) ) * 0.4 );
		await admin.keyboard.press( 'f' );
		await expect.poll( isFullScreen ).toBe( false );
		await expect( admin.getByRole( 'button', { name: 'Full screen', exact: true } ) ).toBeVisible();
	} );

	test( 'in full screen the list of keys and the name of a button are seen, and the focus stays in the player', async ( { site } ) => {
		await open( site );
		await admin.getByRole( 'button', { name: 'Full screen', exact: true } ).click();
		await expect.poll( isFullScreen ).toBe( true );
		await admin.keyboard.press( '?' );
		const help = admin.getByRole( 'dialog', { name: 'Keyboard shortcuts' } );
		await expect.poll( () => isOnTop( help ) ).toBe( true );
		await help.getByRole( 'button', { name: 'Close' } ).click();
		await expect( help ).toHaveCount( 0 );

		await admin.getByRole( 'button', { name: 'Keyboard shortcuts' } ).hover();
		await expect.poll( () => isOnTop( admin.getByRole( 'tooltip', { name: 'Keyboard shortcuts' } ) ) ).toBe( true );

		for ( let step = 0; step < 12; step++ ) {
			await admin.keyboard.press( 'Tab' );
			expect( await admin.evaluate( () => document.querySelector( ':focus:not(.candid-viewer, .candid-viewer *)' ) === null ), `after ${ step + 1 } tabs` ).toBe( true );
		}
		await admin.getByRole( 'button', { name: 'Leave full screen' } ).click();
		await expect.poll( isFullScreen ).toBe( false );
		await expect( admin.getByRole( 'button', { name: 'Delete…' } ) ).toBeEnabled();
	} );

	test( 'the time line shows the time and the page under the pointer', async ( { site } ) => {
		await open( site );
		await admin.keyboard.press( 'End' );
		await expect( admin.getByRole( 'button', { name: 'Play again' } ).first() ).toBeVisible();
		const line = ( await admin.locator( '.candid-timeline' ).boundingBox() ) as { x: number; y: number; width: number; height: number };
		const said = async ( share: number ): Promise< string > => {
			await admin.mouse.move( line.x + line.width * share, line.y + line.height / 2 );
			return ( await admin.locator( '.candid-timeline__hint' ).textContent() ) ?? '';
		};
		expect( await said( 0 ) ).toMatch( /^0:00/ );
		expect( await said( 0 ) ).toContain( 'Ovenbird' );
		const length = ( await admin.locator( '.candid-controls__of' ).textContent() ) ?? '';
		expect( `/ ${ ( await said( 1 ) ).split( ' ' )[ 0 ] }` ).toBe( length.trim() );
		await admin.mouse.move( 0, 0 );
		await expect( admin.locator( '.candid-timeline__hint' ) ).toHaveCount( 0 );
	} );

	test( 'facts and player agree on the length, also where the list has it a little wrong', async ( { site } ) => {
		await answering( ( recording ) => ( { ...recording, duration: Number( recording.duration ) + 1_000 } ) );
		await open( site );
		await admin.keyboard.press( 'End' );
		await expect( admin.getByRole( 'button', { name: 'Play again' } ).first() ).toBeVisible();
		const length = ( ( await admin.locator( '.candid-controls__of' ).textContent() ) ?? '' ).replace( '/', '' ).trim();
		await expect( admin.locator( '.candid-facts' ) ).toContainText( ` ${ length } ` );
		await admin.unrouteAll();
	} );

	test( 'bad values in an answer are left out one by one, and the rest is shown', async ( { site } ) => {
		await answering( ( recording ) => ( {
			...recording, started: 1e300, title: { toString: 1 }, language: 'not a language!', viewport: [ -1, 'x' ], device: 'toaster', duration: -5,
			page_views: [ null, { n: 0, path: 7, title: [], started: 0, sequence: 0 }, ...recording.page_views as unknown[], { n: 'x' } ],
			segment_list: [ ...recording.segment_list as unknown[], { sequence: -3 }, 'x' ],
		} ) );
		await open( site );
		await expect( chaptersOf( admin ) ).toHaveCount( 3 );
		await expect( admin.locator( '.candid-left-out' ) ).toContainText( 'could not be read' );
		await admin.unrouteAll();
	} );

	test( 'a visit that goes on grows in the player, and ends in it', async ( { browser, site } ) => {
		const known = new Set( ( await recordingsOf( admin, site ) ).map( ( recording ) => recording.id ) );
		const page = await visitor( browser, site );
		await page.goto( `${ site.url }/` );
		await look( page );
		const newest = async () => ( await recordingsOf( admin, site ) ).find( ( recording ) => ! known.has( recording.id ) );
		await expect.poll( async () => ( await newest() )?.live ).toBe( true );
		await openScreen( admin, site, `/recordings/${ ( await newest() )?.id }` );
		await expect( admin.getByRole( 'button', { name: 'Play', exact: true } ).first() ).toBeEnabled();
		await admin.keyboard.press( 'k' );
		await expect( admin.getByText( 'The visitor is still here' ).first() ).toBeVisible();
		await expect( admin.getByRole( 'button', { name: 'Play again' } ) ).toHaveCount( 0 );

		await page.goto( `${ site.url }/shop/` );
		await page.mouse.wheel( 0, 400 );
		await look( page );
		await expect( chaptersOf( admin ) ).toHaveCount( 2 );
		await expect( rebuilt( admin ).locator( 'body' ) ).toContainText( 'Everything we make, and nothing we do not.' );

		await page.goto( 'about:blank' );
		await page.context().close();
		// The server calls a visit live for 30 seconds after its last segment.
		await expect( admin.getByRole( 'button', { name: 'Play again' } ).first() ).toBeVisible( { timeout: 90_000 } );
		await expect( admin.getByText( 'The visitor is still here' ) ).toHaveCount( 0 );
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
		await expect( admin.locator( '.candid-said' ) ).toContainText( /recording deleted\./i );
		expect( ( await recordingsOf( admin, site ) ).some( ( recording ) => recording.id === id ) ).toBe( false );

		await openScreen( admin, site, `/recordings/${ id }` );
		await expect( admin.locator( '.candid-notice' ) ).toContainText( 'This recording could not be opened.' );
		await admin.getByRole( 'link', { name: 'All recordings' } ).click();
		await expect( admin.getByRole( 'heading', { name: 'Recordings', level: 1 } ) ).toBeFocused();
	} );
} );
