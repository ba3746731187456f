import { describe, expect, it } from 'vitest';
import { fold, wantedOf } from '../../../../src/recorder/masking/occurrences';
import { spellingsOf, withoutSpellings } from '../../../../src/recorder/masking/spellings';

const seen = ( value: string, ...texts: string[] ) => texts.map( ( text ) => withoutSpellings( text, fold( text ), spellingsOf( [ wantedOf( value ) ] )! ) );

describe( 'a value in other spellings', () => {
	it.each( [
		[ 'a number', '47300', [ '$47,300 a year', '47.300,00 €', "47'300", '47 300' ], [ '$*** a year', '*** €', '***', '***' ] ],
		[ 'a date', '1983-05-12', [ 'Born 12 May 1983.', '05/12/1983', 'May 12, 1983' ], [ '***.', '***', '***' ] ],
		[ 'a name with accents', 'Żółć Müller', [ 'ZOŁC MULLER', 'żółć-müller' ], [ '***', '***' ] ],
		[ 'a post code', 'SW1A 1AAX', [ 'SW1A1AAX', 'sw1a-1aax' ], [ '***', '***' ] ],
		[ 'a cut text', 'my long diagnosis.pdf', [ 'my long diag…', 'my lo…sis.pdf', 'Read more…' ], [ '***', '***', 'Read more…' ] ],
	] )( 'is found: %s', ( _, value, texts, expected ) => {
		expect( seen( value, ...texts ) ).toEqual( expected );
	} );

	it( 'leaves other numbers and words alone', () => {
		expect( seen( '47300', '147,300', '47,301', '4730', 'No. 12' ) ).toEqual( [ '147,300', '47,301', '4730', 'No. 12' ] );
		expect( seen( 'Anna', 'Annabel', 'Hannover' ) ).toEqual( [ 'Annabel', 'Hannover' ] );
	} );
} );
