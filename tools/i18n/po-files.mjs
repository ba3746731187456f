/** Template and translations as gettext files. No dates and no line numbers: a file changes only when its text does. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { po } from 'gettext-parser';
import { folder, LOCALES } from './locales.mjs';

const headers = ( more ) => ( {
	'project-id-version': 'Candid',
	'mime-version': '1.0',
	'content-type': 'text/plain; charset=UTF-8',
	'content-transfer-encoding': '8bit',
	'x-domain': 'candid',
	...more,
} );

/** A gettext table of the catalogue; `translate` gives the translations of a string. */
function tableOf( catalogue, more, translate ) {
	const translations = {};
	for ( const string of catalogue.values() ) {
		( translations[ string.context ?? '' ] ??= {} )[ string.id ] = {
			msgid: string.id,
			...( string.context ? { msgctxt: string.context } : {} ),
			...( string.plural ? { msgid_plural: string.plural } : {} ),
			msgstr: translate( string ),
			comments: { reference: string.files.join( '\n' ), ...( string.note ? { extracted: string.note } : {} ) },
		};
	}
	return { charset: 'utf-8', headers: headers( more ), translations };
}

const textOf = ( table ) => po.compile( table, { foldLength: 0 } ).toString( 'utf8' ).trimEnd() + '\n';

/** The template as text. */
export const templateOf = ( catalogue ) => textOf( tableOf( catalogue, {}, ( string ) => ( string.plural ? [ '', '' ] : [ '' ] ) ) );

/** @return {Promise<Map<string, string[]>>} Translations of a locale by key; empty where there is no file. */
export async function readTranslations( locale ) {
	const text = await readFile( join( folder, `candid-${ locale }.po` ) ).catch( () => null );
	const found = new Map();
	if ( text ) {
		for ( const [ context, strings ] of Object.entries( po.parse( text ).translations ) ) {
			for ( const [ id, { msgstr } ] of Object.entries( strings ) ) {
				if ( id !== '' ) {
					found.set( context ? `${ context }\u0004${ id }` : id, msgstr );
				}
			}
		}
	}
	return found;
}

/** Writes a locale's file: what is translated stays, what is new is empty, what is gone goes. */
export async function writeTranslations( locale, catalogue, keyOf ) {
	const known = await readTranslations( locale );
	const { plurals, rule } = LOCALES[ locale ];
	const table = tableOf( catalogue, { language: locale, 'plural-forms': rule }, ( string ) => {
		const given = known.get( keyOf( string ) ) ?? [];
		return Array.from( { length: string.plural ? plurals : 1 }, ( _, i ) => given[ i ] ?? '' );
	} );
	await writeFile( join( folder, `candid-${ locale }.po` ), textOf( table ) );
}
