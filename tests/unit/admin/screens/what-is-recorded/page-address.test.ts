import { describe, expect, it } from 'vitest';
import { pageAddress } from '../../../../../src/admin/screens/what-is-recorded/page-address';

const SITE = 'https://shop.example/en/';
const of = ( typed: string ) => pageAddress( typed, SITE, 'https://shop.example' );

describe( 'the page somebody means', () => {
	it( 'counts a path from the site’s own folder, written with or without it', () => {
		expect( of( '/contact/?a=1' ) ).toEqual( { url: 'https://shop.example/en/contact/?a=1' } );
		expect( of( 'contact/' ) ).toEqual( { url: 'https://shop.example/en/contact/' } );
		expect( of( '/en/contact/' ) ).toEqual( { url: 'https://shop.example/en/contact/' } );
		expect( of( '/' ) ).toEqual( { url: SITE } );
	} );

	it( 'takes a full address of this site only', () => {
		expect( of( 'https://shop.example/en/a/' ) ).toEqual( { url: 'https://shop.example/en/a/' } );
		expect( of( 'https://other.example/' ) ).toEqual( { problem: 'elsewhere' } );
		expect( of( '//other.example/' ) ).toMatchObject( { url: expect.stringMatching( /^https:\/\/shop\.example\// ) } );
	} );

	it( 'never opens scripts or the administration', () => {
		expect( of( 'javascript:alert(1)' ) ).toEqual( { problem: 'broken' } );
		expect( of( 'data:text/html,x' ) ).toEqual( { problem: 'broken' } );
		expect( of( '/wp-admin/plugins.php' ) ).toEqual( { problem: 'admin' } );
		expect( of( 'https://shop.example/en/wp-login.php' ) ).toEqual( { problem: 'admin' } );
	} );
} );
