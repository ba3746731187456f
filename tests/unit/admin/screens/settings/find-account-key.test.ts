import { describe, expect, it } from 'vitest';
import { findAccountKey } from '../../../../../src/admin/screens/settings/find-account-key';

const OWN = 'cnd_0123456789abcdefghijklmnopqrstuv';
const OTHER = 'cnd_vutsrqponmlkjihgfedcba9876543210';
const SMARTSUPP = '0123456789abcdef0123456789abcdef01234567';
const SECOND = 'ffffffffffffffffffffffffffffffffffffffff';

describe( 'finding the account key in what was pasted', () => {
	it( 'takes a bare key of either kind, with space around it', () => {
		expect( findAccountKey( `  ${ OTHER }\n`, OWN ) ).toEqual( { found: 'one', key: OTHER, kind: 'candid' } );
		expect( findAccountKey( SMARTSUPP, OWN ) ).toEqual( { found: 'one', key: SMARTSUPP, kind: 'smartsupp' } );
	} );

	it( 'knows this site’s own key from another Candid site’s', () => {
		expect( findAccountKey( `key: ${ OWN }.`, OWN ) ).toEqual( { found: 'one', key: OWN, kind: 'own' } );
	} );

	it( 'finds the key in Smartsupp’s snippet, whatever else with 40 digits stands in it', () => {
		const snippet = `<script>var _smartsupp = _smartsupp || {};\n_smartsupp.key = '${ SMARTSUPP }';</script><!-- build ${ SECOND } -->`;
		expect( findAccountKey( snippet, OWN ) ).toEqual( { found: 'one', key: SMARTSUPP, kind: 'smartsupp' } );
	} );

	it( 'finds the key in a link, also when the link is encoded', () => {
		const link = `https://example.org/loader.js?key=${ SMARTSUPP }&v=2`;
		expect( findAccountKey( link, OWN ) ).toMatchObject( { key: SMARTSUPP } );
		expect( findAccountKey( encodeURIComponent( link ), OWN ) ).toMatchObject( { key: SMARTSUPP } );
	} );

	it( 'prefers a Candid key to a stray run of 40 digits', () => {
		expect( findAccountKey( `${ SECOND } ${ OTHER }`, OWN ) ).toMatchObject( { key: OTHER, kind: 'candid' } );
	} );

	it( 'reads capital digits as the key they stand for', () => {
		expect( findAccountKey( SMARTSUPP.toUpperCase(), OWN ) ).toMatchObject( { key: SMARTSUPP } );
	} );

	it( 'does not choose between different keys', () => {
		expect( findAccountKey( `${ OWN } ${ OTHER }`, OWN ) ).toEqual( { found: 'several' } );
		expect( findAccountKey( `key=${ SMARTSUPP } key=${ SECOND }`, OWN ) ).toEqual( { found: 'several' } );
		expect( findAccountKey( `key=${ SMARTSUPP } ${ OTHER }`, OWN ) ).toEqual( { found: 'several' } );
	} );

	it( 'takes the same key twice for one', () => {
		expect( findAccountKey( `${ OTHER } ${ OTHER }`, OWN ) ).toMatchObject( { found: 'one', key: OTHER } );
	} );

	it( 'finds nothing in text that only resembles a key', () => {
		for ( const text of [ '', 'hello', `${ SMARTSUPP }0`, `x${ OTHER }`, OTHER.slice( 0, -1 ), '100%' ] ) {
			expect( findAccountKey( text, OWN ) ).toEqual( { found: 'none' } );
		}
	} );
} );
