import { describe, expect, it } from 'vitest';
import { composeStatement, defaultsFor, languageOf, LANGUAGES } from '../../../blocks/privacy-statement/statement';
import type { AccountKind } from '../../../blocks/privacy-statement/statement';
import samples from '../../contract/samples/statements.json';

describe( 'the privacy statement in the editor', () => {
	it.each( samples )( 'says for $locale, $kind, "$company", "$vatId" what PHP says', ( sample ) => {
		expect( composeStatement( sample.locale, sample.kind as AccountKind, sample.company, sample.vatId ) ).toEqual( {
			language: sample.language,
			text: sample.text,
		} );
	} );

	it( 'is offered in the five languages, by their own names', () => {
		expect( LANGUAGES.map( ( { code, name } ) => `${ code } ${ name }` ) ).toEqual( [
			'en English',
			'es Español',
			'it Italiano',
			'pl Polski',
			'hu Magyar',
		] );
	} );

	it( 'takes a language from any spelling of a locale, and English where there is no translation', () => {
		expect( [ 'pl', 'pl_PL', 'PL-pl', 'hu_HU', 'fr_FR', 'plt', '' ].map( languageOf ) ).toEqual( [ 'pl', 'pl', 'pl', 'hu', 'en', 'en', 'en' ] );
	} );

	it( 'shows a company as default for the account of Smartsupp only', () => {
		expect( defaultsFor( 'smartsupp' ) ).toEqual( { company: 'Smartsupp.com, s.r.o.', vatId: 'CZ03668681' } );
		expect( defaultsFor( 'own' ) ).toEqual( { company: '', vatId: '' } );
		expect( defaultsFor( 'candid' ) ).toEqual( { company: '', vatId: '' } );
	} );
} );
