// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { SettingsScreen } from '../../../../../src/admin/screens/settings/settings-screen';
import { render } from '../../render';
import type { Rendered } from '../../render';

const SETTINGS = { recording: false, consent: 'ask', consent_category: 'statistics', privacy_signals: 'obey', notice_place: 'bar', notice_colors: 'light', notice_texts: [] as object[], account_key: '', record_inputs: false, preset: 'balanced', blocked_selectors: [ '.price' ], allowed_query_keys: [] as string[] };
const ACCOUNT = { own_key: `cnd_${ 'a'.repeat( 32 ) }`, key: `cnd_${ 'a'.repeat( 32 ) }`, kind: 'own', fixed: false, legal_name: '', vat_id: '' };
const settings = ( given: object = {}, account: object = {}, rejected: unknown = [], recording: object = { allowed: true, reason: '' } ) => ( {
	'GET /candid/v1/settings': { settings: { ...SETTINGS, ...given }, account: { ...ACCOUNT, ...account }, recording, rejected },
} );

describe( 'the settings', () => {
	let screen: Rendered;
	afterEach( () => screen.close() );
	const toggle = ( name: string ) => [ ...screen.root.querySelectorAll( 'label' ) ].find( ( label ) => label.textContent === name )?.control;

	it.each( [ [ [ null ] ], [ [ 7, 'x', {} ] ], [ [ { field: 'blocked_selectors', value: null, reason: {} } ] ] ] )( 'are shown whatever the list of refused values holds: %j', async ( rejected ) => {
		screen = await render( <SettingsScreen />, settings( {}, {}, rejected ) );
		expect( toggle( 'Record visits to this site' ) ).toBeDefined();
		expect( screen.text() ).not.toMatch( /could not be|stopped working/ );
	} );

	it.each( [
		[ 'a selector that turns the text around', { blocked_selectors: [ '\u202e.price', '.a[title="\u202eb"]' ] } ],
		[ 'a key of another account', {}, { kind: 'smartsupp', key: 'f'.repeat( 40 ) } ],
		[ 'an empty key', {}, { key: '', own_key: '' } ],
		[ 'a very long key', {}, { key: 'x'.repeat( 10_000 ) } ],
	] )( 'are shown with %s', async ( _what, given: object = {}, account: object = {} ) => {
		screen = await render( <SettingsScreen />, settings( given, account ) );
		expect( toggle( 'Record visits to this site' ) ).toBeDefined();
		expect( screen.text() ).toContain( 'Account key' );
	} );

	it.each( [
		[ 'no settings', { settings: null } ],
		[ 'an unknown preset', { settings: { ...SETTINGS, preset: 'loose' } } ],
		[ 'an unknown kind of account', { account: { ...ACCOUNT, kind: 'toString' } } ],
		[ 'no list of refusals', { rejected: null } ],
		[ 'whether visits are recorded', { recording: null } ],
	] )( 'say that the answer is not understood where what decides is missing: %s', async ( _what, broken ) => {
		screen = await render( <SettingsScreen />, { 'GET /candid/v1/settings': { settings: SETTINGS, account: ACCOUNT, recording: { allowed: true, reason: '' }, rejected: [], ...broken } } );
		expect( screen.text() ).toContain( 'The settings could not be loaded.' );
		expect( screen.button( 'Try again' ) ).toBeDefined();
	} );

	it( 'keep the focus on Save when saving fails, is tried again and works', async () => {
		const answers: Record< string, unknown > = settings();
		screen = await render( <SettingsScreen />, answers );
		await screen.click( toggle( 'Record visits to this site' ) );
		await screen.click( screen.button( 'Save changes' ) );
		expect( screen.text() ).toContain( 'The settings were not saved.' );
		answers[ 'PUT /candid/v1/settings' ] = settings( { recording: true } )[ 'GET /candid/v1/settings' ];
		const again = screen.button( 'Try again' );
		again?.focus();
		await screen.click( again );
		expect( screen.text() ).toContain( 'Settings saved.' );
		expect( screen.focused()?.textContent ).toBe( 'Save changes' );
	} );

	it( 'say at the switch that turns recording on that visitors must be told', async () => {
		screen = await render( <SettingsScreen />, settings() );
		expect( toggle( 'Record visits to this site' )?.closest( 'section' )?.textContent ).toMatch( /Tell your visitors.*consent/ );
	} );

	it( 'say what is wrong with a key in wp-config.php that is none, and name no owner of it', async () => {
		screen = await render( <SettingsScreen />, settings( { recording: true }, { kind: 'candid', key: '', fixed: true }, [], { allowed: false, reason: 'unusable_key' } ) );
		expect( toggle( 'Record visits to this site' )?.closest( 'section' )?.textContent ).toContain( 'CANDID_ACCOUNT_KEY in wp-config.php is not an account key.' );
		expect( screen.text() ).not.toMatch( /belongs to another|Another site/ );
		expect( screen.button( 'Copy key' ) ).toBeUndefined();
	} );

	const choice = ( name: string ) => toggle( name ) as HTMLInputElement;
	const preview = () => screen.root.querySelector( '.candid-preview [data-candid]' )?.shadowRoot;

	it( 'explain three ways to agree, and record without asking only after the owner stated that the law allows that', async () => {
		screen = await render( <SettingsScreen />, settings() );
		expect( choice( 'Candid asks' ).checked ).toBe( true );
		await screen.click( choice( 'Record without asking' ) );
		expect( choice( 'Record without asking' ).checked ).toBe( false );
		expect( screen.text() ).toMatch( /just like using Google Analytics.*CNIL.*ask a local lawyer/ );
		const goOn = () => screen.button( 'Record without asking' );
		expect( goOn()?.getAttribute( 'aria-disabled' ) ).toBe( 'true' );
		await screen.click( document.querySelector( '[role=dialog] input[type=checkbox]' ) );
		await screen.click( goOn() );
		expect( choice( 'Record without asking' ).checked ).toBe( true );
	} );

	it( 'say that nobody is recorded where a consent plugin is to ask and there is none', async () => {
		const answers = settings( { consent: 'plugin' } );
		Object.assign( answers[ 'GET /candid/v1/settings' ], { consent_plugin: { there: false, managed: false } } );
		screen = await render( <SettingsScreen />, answers );
		expect( screen.text() ).toContain( 'No consent plugin was found, so nobody is recorded.' );
		expect( preview() ).toBeUndefined();
	} );

	it( 'show the notice as visitors see it, with the owner’s words', async () => {
		screen = await render( <SettingsScreen />, settings( { notice_colors: 'dark', notice_place: 'corner', notice_texts: [ { language: 'en', title: 'Recorded?', text: '', accept: '', refuse: '' } ] } ) );
		expect( preview()?.querySelector( 'h2' )?.textContent ).toBe( 'Recorded?' );
		expect( preview()?.querySelector( '.box' )?.className ).toBe( 'box corner dark preview' );
		expect( [ ...( preview()?.querySelectorAll( 'button' ) ?? [] ) ].map( ( { textContent } ) => textContent ) ).toEqual( [ 'Do not record', 'Allow recording' ] );
	} );

	it( 'follow in words what is chosen for form inputs', async () => {
		screen = await render( <SettingsScreen />, settings( { record_inputs: true } ) );
		const section = toggle( 'Record what visitors enter into forms' )?.closest( 'section' );
		expect( section?.textContent ).toContain( 'Recordings show what they enter.' );
		await screen.click( toggle( 'Record what visitors enter into forms' ) );
		expect( section?.textContent ).toContain( 'not what' );
	} );
} );
