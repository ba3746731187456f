import { describe, expect, it } from 'vitest';
import { requestErrorFrom } from '../../../../src/admin/data/request-error';

describe( 'what a failed request means', () => {
	it( 'recognizes a lost login in all its forms', () => {
		expect( requestErrorFrom( { code: 'rest_cookie_invalid_nonce', data: { status: 403 } } ).kind ).toBe( 'login' );
		expect( requestErrorFrom( { code: 'rest_forbidden', data: { status: 401 } } ).kind ).toBe( 'login' );
		// What is left when a new nonce was asked for and refused.
		expect( requestErrorFrom( new Response( '0', { status: 400 } ) ).kind ).toBe( 'login' );
	} );

	it( 'does not take a missing permission for a lost login', () => {
		expect( requestErrorFrom( { code: 'rest_forbidden', message: 'No.', data: { status: 403 } } ) ).toMatchObject( {
			kind: 'capability',
			message: 'No.',
		} );
	} );

	it( 'names the field that was refused', () => {
		const error = requestErrorFrom( { code: 'candid_invalid', message: 'Bad.', data: { status: 400, field: 'preset' } } );
		expect( error ).toMatchObject( { kind: 'invalid', field: 'preset', detail: 'candid_invalid 400' } );
	} );

	it( 'says that no answer came, rather than that the server failed', () => {
		expect( requestErrorFrom( { code: 'fetch_error', message: 'x' } ).kind ).toBe( 'offline' );
	} );

	it( 'has words for everything else', () => {
		for ( const reason of [ undefined, null, 'text', new Error( '' ), {}, { data: { status: 500 } } ] ) {
			expect( requestErrorFrom( reason ) ).toMatchObject( { kind: 'server' } );
			expect( requestErrorFrom( reason ).message ).not.toBe( '' );
		}
	} );
} );
