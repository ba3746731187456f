// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { RecordingsScreen } from '../../../../../src/admin/screens/recordings/recordings-screen';
import { useRouting } from '../../../../../src/admin/shell/routing';
import { render } from '../../render';
import type { Answers, Rendered } from '../../render';

const recording = ( n: number, given: object = {} ) => ( {
	id: String( n ).padStart( 32, '0' ),
	account: 1,
	started: Date.now() - n * 60_000,
	duration: 4000,
	pages: 1,
	events: 10,
	segments: 1,
	bytes: 900,
	device: 'phone',
	viewport: [ 390, 844 ],
	language: 'en',
	entry: `/page-${ n }/`,
	exit: `/page-${ n }/`,
	title: `Page ${ n }`,
	referrer: '',
	redacted: 0,
	live: false,
	...given,
} );
const SETTINGS = {
	settings: { recording: true, account_key: '', record_inputs: false, preset: 'balanced', blocked_selectors: [], allowed_query_keys: [] },
	account: { own_key: 'cnd_x', key: 'cnd_x', kind: 'own', fixed: false, legal_name: '', vat_id: '' },
	rejected: [],
};
const list = ( items: unknown[], given: object = {} ): Answers => ( {
	'GET /candid/v1/recordings': { items, next: null, total: items.length, total_capped: false, ...given },
	'GET /candid/v1/settings': SETTINGS,
} );

describe( 'the list of recordings', () => {
	let screen: Rendered;
	afterEach( () => screen.close() );
	const rows = () => [ ...screen.root.querySelectorAll( 'tbody tr' ) ];

	it.each( [
		{ device: '' },
		{ device: 'fridge' },
		{ started: -1 },
		{ started: 1.5 },
		{ started: null },
		{ title: null },
		{ viewport: [ 390 ] },
		{ id: '../../x' },
		{ unknown: 1 },
	] )( 'leaves out a recording that breaks the contract (%j), says so, and shows the others', async ( bad ) => {
		screen = await render( <RecordingsScreen before={ null } />, list( [ recording( 1 ), recording( 2, bad ), recording( 3, bad ), recording( 4 ) ] ) );
		expect( rows() ).toHaveLength( 2 );
		expect( screen.text() ).toContain( '2 recordings could not be shown.' );
	} );

	it( 'says so also when no recording of the page can be shown', async () => {
		screen = await render( <RecordingsScreen before={ null } />, list( [ null ] ) );
		expect( screen.text() ).toContain( '1 recording could not be shown.' );
		expect( screen.text() ).not.toContain( 'There are no visits yet' );
	} );

	it.each( [
		{ started: 9e15 },
		{ started: 0 },
		{ started: 4e14 },
		{ duration: 9e15, pages: 9e15, events: 9e15 },
		{ viewport: [ 9e15, 0 ] },
		{ title: `\u202e${ 'gnp.exe' }`, entry: '//\u2066' },
		{ title: '***', entry: '' },
		{ title: '', entry: '' },
		{ title: '<img src=x onerror=alert(1)>', language: '<b>' },
	] )( 'shows a recording with values as nobody honest sends them: %j', async ( bad ) => {
		screen = await render( <RecordingsScreen before={ null } />, list( [ recording( 1, bad ), recording( 2 ) ] ) );
		expect( rows() ).toHaveLength( 2 );
		expect( screen.text() ).not.toMatch( /could not be shown|stopped working|Invalid|NaN|[\u202e\u2066]/ );
		expect( screen.root.querySelector( 'img' ) ).toBeNull();
	} );

	it( 'names a masked page once: by its path', async () => {
		screen = await render( <RecordingsScreen before={ null } />, list( [ recording( 1, { title: '*** **', entry: '/account/' } ) ] ) );
		expect( rows()[ 0 ]?.querySelector( 'th' )?.textContent ).toBe( '/account/' );
		await screen.click( screen.root.querySelector( 'tbody button' ) );
		expect( document.querySelector( '[role="dialog"]' )?.textContent ).toContain( '/account/' );
		expect( document.querySelector( '[role="dialog"]' )?.textContent ).not.toContain( '***' );
	} );

	it( 'forgets the selection of a row that has left the page', async () => {
		const answers = list( [ recording( 2 ), recording( 3 ) ] );
		screen = await render( <RecordingsScreen before={ null } />, answers );
		await screen.click( rows()[ 1 ]?.querySelector( 'input' ) );
		expect( screen.text() ).toContain( '1 selected' );
		Object.assign( answers, list( [ recording( 1 ), recording( 2 ) ] ) );
		await screen.click( screen.button( 'Refresh' ) );
		expect( rows() ).toHaveLength( 2 );
		expect( screen.text() ).not.toContain( 'selected' );
	} );

	it( 'puts the focus on the row beside one that was deleted, and says at the foot of the window that it is gone', async () => {
		const answers = { ...list( [ recording( 1 ), recording( 2 ), recording( 3 ) ] ), 'DELETE /candid/v1/recordings': { deleted: 1 } };
		screen = await render( <RecordingsScreen before={ null } />, answers );
		await screen.click( rows()[ 2 ]?.querySelector( 'button' ) );
		Object.assign( answers, list( [ recording( 1 ), recording( 2 ) ] ) );
		await screen.click( screen.button( 'Delete for good' ) );
		expect( screen.focused()?.textContent ).toBe( 'Page 2' );
		expect( document.querySelector( '.candid-said' )?.textContent ).toContain( '1 recording deleted.' );
	} );

	it( 'keeps the focus on the button that turned the page, also where there is no further page', async () => {
		const answers = list( [ recording( 1 ) ], { next: 'c' } );
		screen = await render( <Paged />, answers );
		const older = screen.button( 'Older' );
		older?.focus();
		Object.assign( answers, list( [ recording( 2 ) ] ) );
		await screen.click( older );
		expect( screen.text() ).toContain( 'Page 2' );
		expect( screen.focused() ).toBe( older );
		expect( older?.getAttribute( 'aria-disabled' ) ).toBe( 'true' );
	} );

	it( 'says beside the button that turns recording on that visitors must be told', async () => {
		screen = await render( <RecordingsScreen before={ null } />, { ...list( [] ), 'GET /candid/v1/settings': { ...SETTINGS, settings: { ...SETTINGS.settings, recording: false } } } );
		expect( screen.button( 'Turn recording on' )?.closest( 'section' )?.textContent ).toMatch( /Tell your visitors.*consent/ );
	} );
} );

/** The list as the app shows it: with the page that the address names. */
function Paged() {
	const { route } = useRouting();
	return <RecordingsScreen before={ route.screen === 'recordings' ? route.before : null } />;
}
