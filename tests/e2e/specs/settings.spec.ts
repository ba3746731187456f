/** The settings and "What is recorded", as the owner of the site uses them. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { activateCandid, logIn, member } from '../people';
import { ask } from '../rest';
import { openScreen } from '../screens';
import { expect, test } from '../site';
import type { Site } from '../site';

interface Answer {
	settings: { blocked_selectors: string[]; record_inputs: boolean; preset: string; account_key: string };
	account: { key: string; own_key: string; kind: string };
}

const DEFAULTS = { recording: false, account_key: '', record_inputs: false, preset: 'balanced', blocked_selectors: [], allowed_query_keys: [] };
const SMARTSUPP = '0123456789abcdef0123456789abcdef01234567';

test.describe.configure( { timeout: 180_000 } );

test.describe( 'Settings', () => {
	let admin: Page;
	const stored = ( site: Site ) => ask< Answer >( admin, site, '/settings' );
	const save = () => admin.getByRole( 'button', { name: 'Save changes' } ).click();

	test.beforeAll( async ( { browser, site } ) => {
		test.setTimeout( 240_000 );
		admin = await member( browser, site );
		await activateCandid( admin, site );
	} );
	test.beforeEach( async ( { site } ) => {
		await ask( admin, site, '/settings', { method: 'PUT', data: DEFAULTS } );
		await openScreen( admin, site, '/settings' );
		await expect( admin.getByLabel( 'Record visits to this site' ) ).toBeVisible();
	} );
	test.afterAll( async ( { site } ) => {
		await ask( admin, site, '/settings', { method: 'PUT', data: DEFAULTS } );
		await admin.context().close();
	} );

	test( 'form inputs are only turned on by somebody who has read what that means', async ( { site } ) => {
		const toggle = admin.getByLabel( 'Record what visitors enter into forms' );
		await toggle.click();
		const dialog = admin.getByRole( 'dialog', { name: 'Record form inputs?' } );
		await expect( dialog ).toContainText( 'most likely collect personal data' );
		await expect( dialog.getByRole( 'button', { name: 'Record form inputs' } ) ).toBeDisabled();
		await dialog.getByRole( 'button', { name: 'Do not record' } ).click();
		await expect( toggle ).not.toBeChecked();
		await toggle.click();
		await dialog.getByRole( 'checkbox' ).check();
		await dialog.getByRole( 'button', { name: 'Record form inputs' } ).click();
		await expect( toggle ).toBeChecked();
		expect( ( await stored( site ) ).settings.record_inputs ).toBe( false );
		await save();
		await expect( admin.locator( '.candid-save' ) ).toContainText( 'Settings saved.' );
		expect( ( await stored( site ) ).settings.record_inputs ).toBe( true );
	} );

	test( 'the example keeps a constant of what is typed, and never a card', async () => {
		const question = admin.getByRole( 'textbox', { name: 'Question' } );
		const kept = admin.locator( '.candid-example__row', { has: question } ).locator( 'output bdi' );
		await expect( kept ).not.toBeEmpty();
		const masked = await kept.textContent();
		await question.fill( 'something much longer than before' );
		await expect( kept ).toHaveText( masked ?? '' );
		await admin.getByLabel( 'Record what visitors enter into forms' ).click();
		await admin.getByRole( 'dialog' ).getByRole( 'checkbox' ).check();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Record form inputs' } ).click();
		await expect( kept ).toHaveText( 'something much longer than before' );
		await question.fill( 'pay with 4111 1111 1111 1111' );
		await expect( kept ).not.toContainText( '4111' );
		await expect( kept ).toContainText( 'pay with' );
	} );

	test( 'a bad selector is refused with its reason, and the good ones beside it are stored', async ( { site } ) => {
		for ( const [ index, selector ] of [ '.price', 'p >', '#order' ].entries() ) {
			await admin.getByRole( 'button', { name: 'Add a selector' } ).click();
			await admin.getByLabel( `Blocked selector ${ index + 1 }` ).fill( selector );
		}
		const bad = admin.getByLabel( 'Blocked selector 2' );
		await expect( bad ).toHaveAttribute( 'aria-invalid', 'true' );
		await save();
		await expect( admin.locator( '.candid-save' ) ).toContainText( 'except 1 entry' );
		expect( ( await stored( site ) ).settings.blocked_selectors ).toEqual( [ '.price', '#order' ] );
		await expect( bad ).toHaveValue( 'p >' );
		await expect( admin.locator( '.candid-lines' ).first() ).toContainText( 'not a valid CSS selector' );
		await admin.getByRole( 'button', { name: 'Remove: p >' } ).click();
		await expect( admin.getByText( 'There are unsaved changes.' ) ).toHaveCount( 0 );
	} );

	test( 'unsaved changes are asked about, by the navigation and by the browser’s back button', async ( { site } ) => {
		await openScreen( admin, site, '/recordings' );
		await admin.getByRole( 'link', { name: 'Settings', exact: true } ).last().click();
		await admin.getByLabel( 'Strict' ).check();
		await admin.getByRole( 'link', { name: 'What is recorded', exact: true } ).click();
		const question = admin.getByRole( 'dialog', { name: 'Leave without saving?' } );
		await question.getByRole( 'button', { name: 'Stay here' } ).click();
		await expect( admin.getByLabel( 'Strict' ) ).toBeChecked();
		await admin.goBack();
		await question.getByRole( 'button', { name: 'Stay here' } ).click();
		await expect( admin ).toHaveURL( /p=\/settings/ );
		await expect( admin.getByLabel( 'Strict' ) ).toBeChecked();
		await admin.goBack();
		await question.getByRole( 'button', { name: 'Leave without saving' } ).click();
		await expect( admin.getByRole( 'heading', { name: 'Recordings', level: 1 } ) ).toBeVisible();
		await expect( question ).toHaveCount( 0 );
	} );

	test( 'back and forward pressed in quick succession end in one question, and its answer holds', async ( { site } ) => {
		await openScreen( admin, site, '/recordings' );
		await admin.getByRole( 'link', { name: /^Health/ } ).click();
		await admin.getByRole( 'link', { name: 'Settings', exact: true } ).last().click();
		await admin.getByLabel( 'Strict' ).check();
		const question = admin.getByRole( 'dialog', { name: 'Leave without saving?' } );
		for ( const presses of [ [ 'back', 'back' ], [ 'back', 'forward', 'back' ], [ 'back', 'back', 'forward' ] ] as const ) {
			await admin.evaluate( ( all ) => all.forEach( ( press ) => window.history[ press ]() ), presses );
			await question.getByRole( 'button', { name: 'Stay here' } ).click();
			await expect( question ).toHaveCount( 0 );
			await expect( admin ).toHaveURL( /p=\/settings/ );
			await expect( admin.getByLabel( 'Strict' ) ).toBeChecked();
		}
		await admin.evaluate( () => window.history.back() );
		await expect( question ).toBeVisible();
		// Again while the question stands.
		await admin.evaluate( () => window.history.back() );
		await question.getByRole( 'button', { name: 'Leave without saving' } ).click();
		await expect( admin.getByRole( 'heading', { name: 'Settings', level: 1 } ) ).toHaveCount( 0 );
		await expect( question ).toHaveCount( 0 );
		const screen = /p=\/(\w+)/.exec( admin.url() )?.[ 1 ];
		await expect( admin.getByRole( 'heading', { name: screen === 'health' ? 'Health' : 'Recordings', level: 1 } ) ).toBeVisible();
	} );

	test( 'what is unsaved can be saved on the way out', async ( { site } ) => {
		await admin.getByLabel( 'Strict' ).check();
		await admin.getByRole( 'link', { name: /^Health/ } ).click();
		await admin.getByRole( 'dialog', { name: 'Leave without saving?' } ).getByRole( 'button', { name: 'Save and leave' } ).click();
		await expect( admin.getByRole( 'heading', { name: 'Health', level: 1 } ) ).toBeVisible();
		expect( ( await stored( site ) ).settings.preset ).toBe( 'strict' );
	} );

	test( 'a lost login loses nothing that was typed', async ( { site, browser } ) => {
		const page = await member( browser, site );
		await openScreen( page, site, '/settings' );
		// WordPress looks once a minute whether one is logged in, and would put its own dialog over the screen.
		await page.evaluate( () => ( window as unknown as { jQuery: ( on: Document ) => { off: ( name: string ) => void } } ).jQuery( document ).off( 'heartbeat-tick.wp-auth-check' ) );
		await page.getByRole( 'radio', { name: 'Open' } ).check();
		const cookies = await page.context().cookies();
		await page.context().clearCookies();
		await page.getByRole( 'button', { name: 'Save changes' } ).click();
		await expect( page.locator( '.candid-save' ) ).toContainText( 'no longer logged in' );
		await expect( page.getByRole( 'radio', { name: 'Open' } ) ).toBeChecked();
		expect( cookies.length ).toBeGreaterThan( 0 );
		const other = await page.context().newPage();
		await logIn( other, site );
		await page.locator( '.candid-save' ).getByRole( 'button', { name: 'Try again' } ).click();
		await expect( page.locator( '.candid-save' ) ).toContainText( 'Settings saved.' );
		expect( ( await stored( site ) ).settings.preset ).toBe( 'open' );
		await page.context().close();
	} );

	test( 'a pasted snippet gives its key, after a warning, and the way back is one button', async ( { site } ) => {
		await admin.getByText( 'Advanced', { exact: true } ).click();
		await admin.getByRole( 'button', { name: 'Replace the key…' } ).click();
		await admin.getByLabel( 'Paste a key, a snippet of code or a link' ).fill( `<script>_smartsupp.key = '${ SMARTSUPP }';</script>` );
		await expect( admin.locator( '.candid-key__found' ) ).toHaveText( 'Found: the key of a Smartsupp account.' );
		await admin.getByRole( 'button', { name: 'Use this key…' } ).click();
		await expect( admin.getByRole( 'dialog' ) ).toContainText( 'This site stops recording.' );
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Replace the key' } ).click();
		await expect( admin.getByText( 'Candid is not recording: this key belongs to another site or service.' ).first() ).toBeVisible();
		expect( ( await stored( site ) ).account ).toMatchObject( { kind: 'smartsupp', key: SMARTSUPP } );
		await admin.getByRole( 'button', { name: 'Use this site’s own key' } ).click();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Use this site’s own key' } ).click();
		await expect( admin.getByText( 'This site’s own account' ) ).toBeVisible();
		expect( ( await stored( site ) ).account.kind ).toBe( 'own' );
	} );

	test( '“What is recorded” lists every field of a page with its fate, and blocks one from the table', async ( { site } ) => {
		await openScreen( admin, site, '/what-is-recorded' );
		await admin.getByLabel( 'Page', { exact: true } ).fill( '/checkout/' );
		await admin.getByRole( 'button', { name: 'Show page' } ).click();
		const fields = admin.getByRole( 'row' );
		await expect( fields.filter( { hasText: 'Never recorded' } ).first() ).toBeVisible();
		await expect( fields.filter( { hasText: 'Masked' } ).first() ).toContainText( 'Form inputs are not recorded' );
		const before = await fields.filter( { hasText: 'Blocked' } ).count();
		await admin.getByRole( 'button', { name: /^Block / } ).first().click();
		await expect( admin.locator( '.candid-notice' ) ).toContainText( 'Blocked from now on' );
		await expect( fields.filter( { hasText: 'Blocked in the settings' } ) ).toHaveCount( before + 1 );
		expect( ( await stored( site ) ).settings.blocked_selectors ).toHaveLength( 1 );
		await admin.getByRole( 'button', { name: 'Undo' } ).click();
		await expect( fields.filter( { hasText: 'Blocked in the settings' } ) ).toHaveCount( before );
		expect( ( await stored( site ) ).settings.blocked_selectors ).toEqual( [] );
	} );

	test( '“What is recorded” blocks an element that is pointed at', async ( { site } ) => {
		await openScreen( admin, site, '/what-is-recorded' );
		const page = admin.frameLocator( '.candid-survey__page iframe' );
		await expect( admin.locator( '.candid-legend dd' ).first() ).not.toHaveText( '–' );
		await page.locator( 'h1, h2' ).first().click();
		const chosen = admin.getByRole( 'region', { name: 'Selected element' } );
		const selector = await chosen.getByRole( 'heading' ).textContent();
		await chosen.getByRole( 'button', { name: 'Block this' } ).click();
		await expect( admin.locator( '.candid-notice code' ) ).toHaveText( selector ?? '' );
		expect( ( await stored( site ) ).settings.blocked_selectors ).toEqual( [ selector ] );
	} );

	test( 'what was saved is said where one looks, and the focus stays on the button', async () => {
		for ( const width of [ 1280, 390 ] ) {
			await admin.setViewportSize( { width, height: 800 } );
			await admin.evaluate( () => window.scrollTo( 0, 0 ) );
			await admin.getByLabel( 'Record visits to this site' ).click();
			await admin.getByRole( 'button', { name: 'Save changes' } ).click();
			const said = admin.locator( '.candid-save' ).getByText( 'Settings saved.' );
			await expect( said ).toBeInViewport( { ratio: 1 } );
			await expect( admin.getByRole( 'button', { name: 'Save changes' } ) ).toBeFocused();
			await admin.getByLabel( 'Record visits to this site' ).click();
			await admin.getByRole( 'button', { name: 'Discard' } ).click();
			await expect( admin.getByRole( 'button', { name: 'Save changes' } ) ).toBeFocused();
		}
		await admin.setViewportSize( { width: 1280, height: 800 } );
	} );

	test( 'what stands over the inputs says what is set', async () => {
		const section = admin.getByRole( 'region', { name: 'Form inputs' } );
		await expect( section ).toContainText( 'and where, not what' );
		await admin.getByLabel( 'Record what visitors enter into forms' ).click();
		await admin.getByRole( 'dialog' ).getByRole( 'checkbox' ).check();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Record form inputs' } ).click();
		await expect( section ).toContainText( 'Recordings show what they enter.' );
		await expect( section ).not.toContainText( 'not what' );
	} );

	test( 'the element that is chosen stays outlined while the pointer is elsewhere, with what would be blocked', async ( { site } ) => {
		await openScreen( admin, site, '/what-is-recorded' );
		await expect( admin.locator( '.candid-legend dd' ).first() ).not.toHaveText( '–' );
		await admin.frameLocator( '.candid-survey__page iframe' ).locator( 'h1, h2' ).first().click();
		const chosen = admin.getByRole( 'region', { name: 'Selected element' } );
		await expect( chosen ).toContainText( 'matches 1 element on this page' );
		await chosen.getByRole( 'button', { name: 'Block this' } ).hover();
		// The layer is closed to scripts; what it paints is seen in the picture alone.
		const frame = admin.locator( '.candid-survey__page' );
		const outlined = await frame.screenshot();
		await chosen.getByRole( 'button', { name: 'Close' } ).click();
		await expect( chosen ).toHaveCount( 0 );
		await expect.poll( async () => ( await frame.screenshot() ).equals( outlined ) ).toBe( false );
		await expect( admin.getByLabel( 'Follow links' ) ).toBeFocused();
	} );

	test( 'what is said of a field and the button beside it do not touch', async ( { site } ) => {
		await openScreen( admin, site, '/what-is-recorded' );
		await admin.getByLabel( 'Page', { exact: true } ).fill( '/checkout/' );
		await admin.getByRole( 'button', { name: 'Show page' } ).click();
		const row = admin.getByRole( 'row' ).filter( { hasText: 'Not visible now' } ).filter( { has: admin.getByRole( 'button', { name: /^Block this/ } ) } ).first();
		const [ said, button ] = [ await row.getByText( 'Not visible now' ).boundingBox(), await row.getByRole( 'button', { name: /^Block this/ } ).boundingBox() ];
		expect( ( button?.x ?? 0 ) - ( said?.x ?? 0 ) - ( said?.width ?? 0 ) ).toBeGreaterThanOrEqual( 8 );
	} );

	test( 'the screens have no fault that axe finds, at any width', async ( { site } ) => {
		for ( const route of [ '/settings', '/what-is-recorded' ] ) {
			await openScreen( admin, site, route );
			await expect( admin.locator( '.candid-section, .candid-fields' ).first() ).toBeVisible();
			for ( const width of [ 1280, 390 ] ) {
				await admin.setViewportSize( { width, height: 800 } );
				const { violations } = await new AxeBuilder( { page: admin } ).include( '#candid-admin' ).exclude( 'iframe' ).analyze();
				expect( violations.map( ( { id, nodes } ) => `${ route } ${ id }: ${ nodes[ 0 ]?.html }` ) ).toEqual( [] );
			}
		}
		await admin.setViewportSize( { width: 1280, height: 800 } );
	} );
} );
