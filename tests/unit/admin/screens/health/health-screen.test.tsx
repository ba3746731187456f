// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { HealthScreen } from '../../../../../src/admin/screens/health/health-screen';
import { asked, render } from '../../render';
import type { Rendered } from '../../render';

const CHECK = { id: 'tls', label: 'Recordings are sent over HTTPS', status: 'good', message: 'Fine.' };
const LEAK = { rule: 'secret-text', path: '/shop/', selector: 'p.note', count: 3, first: 1_760_000_000_000, last: 1_760_000_000_000 };
const STOP = { reason: 'limit', path: '/shop/', count: 2, last: 1_760_000_000_000 };
const health = ( given: object ) => ( { 'GET /candid/v1/health': { checks: [ CHECK ], leaks: [ LEAK ], stops: [ STOP ], ...given } } );

/** Paths, times, counts and names as nobody honest sends them, and yet in the right types. */
const HOSTILE = [
	{ path: '//' },
	{ path: '//%zz' },
	{ path: '\\\\evil.test\\x' },
	{ path: '' },
	{ path: 'javascript:alert(1)' },
	{ path: `/${ '\u202e'.repeat( 40 ) }moc.live` },
	{ path: '/'.repeat( 2000 ) },
	{ first: 1e300, last: 1e300, count: 1e300 },
	{ first: -1, last: -8.64e15, count: -5 },
	{ rule: '__proto__', reason: 'constructor' },
	{ selector: '\u2066<script>alert(1)</script>' },
];

describe( 'the health screen', () => {
	let screen: Rendered;
	afterEach( () => screen.close() );

	it.each( HOSTILE )( 'shows checks, leaks and stops whatever a stranger’s request left behind: %j', async ( bad ) => {
		screen = await render( <HealthScreen />, health( { leaks: [ { ...LEAK, ...bad }, LEAK ], stops: [ { ...STOP, ...bad }, STOP ] } ) );
		expect( screen.text() ).toContain( 'Recordings are sent over HTTPS' );
		expect( screen.root.querySelectorAll( 'tbody tr' ) ).toHaveLength( 4 );
		expect( screen.text() ).not.toMatch( /could not be shown|stopped working|[\u202e\u2066]/ );
		for ( const link of screen.root.querySelectorAll( 'tbody a' ) ) {
			const page = new URLSearchParams( link.getAttribute( 'href' ) ?? '' ).get( 'at' ) ?? '';
			expect( page.startsWith( 'https://shop.test/' ), page ).toBe( true );
			expect( page.startsWith( 'https://shop.test//' ), page ).toBe( false );
		}
	} );

	it.each( [ null, 7, 'text', [], {}, { ...LEAK, path: null }, { ...LEAK, count: 'many' }, { ...LEAK, last: null } ] )( 'leaves out an entry that is none (%j), says so, and shows the rest', async ( bad ) => {
		screen = await render( <HealthScreen />, health( { checks: [ bad, CHECK ], leaks: [ bad, LEAK ], stops: [ bad, STOP ] } ) );
		expect( screen.root.querySelectorAll( 'tbody tr' ) ).toHaveLength( 2 );
		expect( screen.text() ).toContain( '1 check could not be shown.' );
		expect( screen.text().match( /1 entry could not be shown\./g ) ).toHaveLength( 2 );
	} );

	it( 'empties each list of findings, also one of which nothing can be shown', async () => {
		for ( const [ list, title ] of [ [ 'leaks', 'Removed before it was stored' ], [ 'stops', 'Recordings that ended early' ] ] as const ) {
			screen?.close();
			screen = await render( <HealthScreen />, { ...health( { [ list ]: [ null ] } ), [ `DELETE /candid/v1/health/${ list }` ]: { forgotten: 1 } } );
			const section = [ ...screen.root.querySelectorAll( 'section' ) ].find( ( one ) => one.textContent?.includes( title ) );
			await screen.click( screen.button( 'Empty this list…', section ) );
			await screen.click( screen.button( 'Empty the list' ) );
			expect( asked ).toContain( `DELETE /candid/v1/health/${ list }` );
			expect( screen.focused()?.textContent ).toBe( 'Check again' );
			expect( screen.text() ).toContain( 'The list is empty now.' );
		}
	} );

	it( 'leads to the place in wp-admin that the server names', async () => {
		const statement = { id: 'statement', label: 'The privacy policy does not mention recordings', status: 'recommended', message: 'Put the block on it.' };
		const remedy = { label: 'Edit the page', url: 'https://shop.test/wp-admin/post.php?post=3&action=edit' };
		screen = await render( <HealthScreen />, health( { checks: [ { ...statement, remedy } ] } ) );
		expect( screen.button( 'Edit the page' )?.getAttribute( 'href' ) ).toBe( remedy.url );
		screen.close();
		screen = await render( <HealthScreen />, health( { checks: [ { ...statement, remedy: null } ] } ) );
		expect( screen.text() ).toContain( statement.label );
	} );
} );
