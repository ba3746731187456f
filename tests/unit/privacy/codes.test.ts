import { describe, expect, it } from 'vitest';
import { hideKeys } from '../../../src/privacy/codes';

describe( 'A key that is known by its prefix', () => {
	it.each( [ 'sk_live_4eC39HqLyjW', 'ghp_16C7e42F292c69', 'AKIAIOSFODNN7EXAMPLE', 'xoxb-1234-abcd', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.c2ln' ] )( 'is hidden: %s', ( key ) => {
		expect( hideKeys( `Your key: ${ key }` ) ).toBe( 'Your key: ***' );
	} );

	it( 'is none inside a word', () => {
		expect( hideKeys( 'risk_live_music' ) ).toBe( 'risk_live_music' );
	} );
} );

describe( 'A secret in groups of four', () => {
	it.each( [ 'JBSW Y3DP EHPK 3PXP', 'jbsw y3dp ehpk 3pxp', 'JBSW-Y3DP-EHPK-3PXP', 'JBSW\nY3DP\nEHPK\n3PXP' ] )( 'is hidden in one case, whatever stands between the groups: %s', ( key ) => {
		expect( hideKeys( `Enter ${ key }, please` ) ).toBe( 'Enter ***, please' );
	} );

	it.each( [ 'MORE BLUE SALE HOME', 'with your kind help', 'EU42 EU43 EU44 EU45', 'JBSW Y3DP EHPK', '2222 3333 4444 5555' ] )( 'is none of words, sizes of one make, numbers, or three groups: %s', ( text ) => {
		expect( hideKeys( text ) ).toBe( text );
	} );

	it( 'is hidden without spaces too, where digits stand between its letters twice', () => {
		expect( hideKeys( 'JBSWY3DPEHPK3PXP' ) ).toBe( '***' );
		expect( hideKeys( 'SUMMERSHIRTBLUE2XL' ) ).toBe( 'SUMMERSHIRTBLUE2XL' );
	} );
} );

describe( 'Recovery codes', () => {
	it.each( [ 'a1b2c-3d4e5 f6g7h-8i9j0', 'A1B2-C3D4, E5F6-G7H8', '7k3f9-qq2x4\nm5n6p-r8s1t\nz2z3z-b4c5d' ] )( 'are hidden, two and more of them: %s', ( codes ) => {
		expect( hideKeys( `Codes: ${ codes }.` ) ).toBe( 'Codes: ***.' );
	} );

	it.each( [ 'AB1001-20 AB1002-20', 'ABCD-1001 ABCD-1002', 'word-list word-play', '12345-67890 12345-67891', 'a1b2c-3d4e5', 'a1b2c-3d4e5 f6g7-h8i9' ] )( 'are none of product numbers made alike, words, numbers, one alone, or lengths that differ: %s', ( text ) => {
		expect( hideKeys( text ) ).toBe( text );
	} );
} );
