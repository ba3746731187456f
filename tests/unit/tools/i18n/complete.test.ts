import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../tools/i18n/catalogue.mjs';
import { folder, keyOf, LOCALES } from '../../../../tools/i18n/locales.mjs';
import { readTranslations, templateOf } from '../../../../tools/i18n/po-files.mjs';

interface Text {
	id: string;
	plural?: string;
	context?: string;
	files: string[];
}

let catalogue: Map< string, Text >;

/** What must stand in a translation as in the text: places for values, mark-up. */
const marksOf = ( text: string ) => ( text.match( /%(?:\d+\$)?[sd]|%%|<\/?[a-z]+\/?>/g ) ?? [] ).sort();

beforeAll( async () => {
	catalogue = await readCatalogue();
} );

describe( 'the template of translations', () => {
	it( 'holds every text of the source; else run "npm run pot"', async () => {
		expect( await readFile( join( folder, 'candid.pot' ), 'utf8' ) ).toBe( templateOf( catalogue ) );
	} );

	it( 'holds the texts of PHP, of the app and of the block', () => {
		const files = new Set( [ ...catalogue.values() ].flatMap( ( text ) => text.files ) );
		for ( const place of [ /^plugin\/candid\.php$/, /^plugin\/includes\/.*\.php$/, /^src\/.*\.tsx?$/, /^blocks\/.*\.tsx?$/, /^blocks\/.*\/block\.json$/ ] ) {
			expect( [ ...files ].filter( ( file ) => place.test( file ) ), String( place ) ).not.toEqual( [] );
		}
		expect( catalogue.has( 'block title\u0004Privacy statement' ) ).toBe( true );
	} );
} );

describe.each( Object.keys( LOCALES ) )( 'the translation into %s', ( locale ) => {
	it( 'lacks no text', async () => {
		const known: Map< string, string[] > = await readTranslations( locale );
		const missing = [ ...catalogue.values() ].filter( ( text ) => ! known.get( keyOf( text ) )?.every( ( part ) => part.trim() !== '' ) );
		expect( missing.map( ( text ) => text.id ) ).toEqual( [] );
	} );

	it( 'has as many plural forms as its language', async () => {
		const known: Map< string, string[] > = await readTranslations( locale );
		for ( const text of catalogue.values() ) {
			const forms = known.get( keyOf( text ) );
			if ( forms ) {
				expect( forms.length, text.id ).toBe( text.plural ? LOCALES[ locale ]?.plurals : 1 );
			}
		}
	} );

	it( 'keeps every place for a value', async () => {
		const known: Map< string, string[] > = await readTranslations( locale );
		for ( const text of catalogue.values() ) {
			for ( const form of known.get( keyOf( text ) ) ?? [] ) {
				// A form for one thing may say "one" in words, so it may lack the number; it may never have a place that is not there.
				const wanted = marksOf( text.plural ?? text.id );
				if ( form !== '' && text.plural ) {
					expect( wanted, form ).toEqual( expect.arrayContaining( marksOf( form ) ) );
				} else if ( form !== '' ) {
					expect( marksOf( form ), form ).toEqual( wanted );
				}
			}
		}
	} );
} );
