import { describe, expect, it } from 'vitest';
import { readRoute, routeQuery } from '../../../../src/admin/shell/route';
import type { Route } from '../../../../src/admin/shell/route';

const ID = '0123456789abcdef0123456789abcdef';

describe( 'routes in the address', () => {
	it( 'opens the recordings when the address names no screen', () => {
		expect( readRoute( '?page=candid' ) ).toEqual( { screen: 'recordings', before: null } );
		expect( readRoute( '?page=candid&p=/' ) ).toEqual( { screen: 'recordings', before: null } );
	} );

	it( 'reads back every address it makes', () => {
		const routes: Route[] = [
			{ screen: 'recordings', before: null },
			{ screen: 'recordings', before: '17&x=/é' },
			{ screen: 'recording', id: ID },
			{ screen: 'settings' },
			{ screen: 'what-is-recorded', page: null },
			{ screen: 'what-is-recorded', page: '/shop/?a=1&b=2#top' },
		];
		for ( const route of routes ) {
			expect( readRoute( routeQuery( route ) ) ).toEqual( route );
		}
	} );

	it( 'keeps the address readable and on WordPress’ page', () => {
		expect( routeQuery( { screen: 'recording', id: ID } ) ).toBe( `?page=candid&p=/recordings/${ ID }` );
	} );

	it( 'does not take a mistyped id or path for a screen', () => {
		for ( const path of [ `/recordings/${ ID }0`, '/recordings/../settings', '/nowhere', `/recordings/${ ID.toUpperCase() }` ] ) {
			expect( readRoute( `?page=candid&p=${ path }` ).screen ).toBe( 'unknown' );
		}
	} );
} );
