/** Translations as WordPress loads them: .mo, .l10n.php, and one .json per script and locale. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mo, po } from 'gettext-parser';
import { root } from '../base/console.mjs';
import { folder, keyOf, LOCALES, SCRIPTS } from './locales.mjs';

/** Where compiled files go; Candid\Admin\Languages names it too. */
export const output = join( root, 'plugin/build/languages' );

/** A text as PHP source; control characters (gettext joins with NUL and EOT) need double quotes. */
const php = ( text ) =>
	text
		.split( /([\u0000-\u001f])/ )
		.filter( ( part ) => part !== '' )
		.map( ( part ) => ( /^[\u0000-\u001f]$/.test( part ) ? `"\\x${ part.charCodeAt( 0 ).toString( 16 ).padStart( 2, '0' ) }"` : `'${ part.replace( /[\\']/g, '\\$&' ) }'` ) )
		.join( ' . ' ) || "''";

const isWhole = ( { msgstr } ) => msgstr.every( ( text ) => text !== '' );

function* entriesOf( table ) {
	for ( const strings of Object.values( table.translations ) ) {
		for ( const entry of Object.values( strings ) ) {
			if ( entry.msgid !== '' && isWhole( entry ) ) {
				yield entry;
			}
		}
	}
}

function phpOf( locale, rule, entries ) {
	const lines = entries.map( ( { msgid, msgctxt, msgid_plural: plural, msgstr } ) => {
		const key = ( msgctxt ? `${ msgctxt }\u0004` : '' ) + msgid + ( plural ? `\u0000${ plural }` : '' );
		return `\t\t${ php( key ) } => ${ php( msgstr.join( '\u0000' ) ) },\n`;
	} );
	return `<?php\nreturn array(\n\t'domain' => 'candid',\n\t'plural-forms' => ${ php( rule ) },\n\t'language' => '${ locale }',\n\t'messages' => array(\n${ lines.join( '' ) }\t),\n);\n`;
}

function jsonOf( locale, rule, entries ) {
	const messages = { '': { domain: 'messages', lang: locale, 'plural-forms': rule } };
	for ( const { msgid, msgctxt, msgstr } of entries ) {
		messages[ keyOf( { id: msgid, context: msgctxt } ) ] = msgstr;
	}
	return JSON.stringify( { domain: 'messages', locale_data: { messages } } );
}

/** Name of the JSON WordPress looks for: MD5 of the script's path inside the plugin. */
export const jsonName = ( locale, script ) => `candid-${ locale }-${ createHash( 'md5' ).update( script ).digest( 'hex' ) }.json`;

/** @return {Promise<Map<string, string[]>>} The source files of each text by key, as the template has them. */
async function filesOfTexts() {
	const { translations } = po.parse( await readFile( join( folder, 'candid.pot' ) ) );
	const entries = Object.values( translations ).flatMap( ( strings ) => Object.values( strings ) );
	return new Map( entries.map( ( { msgid, msgctxt, comments } ) => [ keyOf( { id: msgid, context: msgctxt } ), ( comments?.reference ?? '' ).split( /\s+/ ) ] ) );
}

/** Writes every compiled file anew. A string without a translation is left out, and shows in English. */
export async function compileLanguages() {
	const files = await filesOfTexts();
	await rm( output, { recursive: true, force: true } );
	await mkdir( output, { recursive: true } );
	for ( const [ locale, { rule } ] of Object.entries( LOCALES ) ) {
		const table = po.parse( await readFile( join( folder, `candid-${ locale }.po` ) ) );
		const entries = [ ...entriesOf( table ) ];
		const whole = new Set( entries );
		for ( const strings of Object.values( table.translations ) ) {
			for ( const [ id, entry ] of Object.entries( strings ) ) {
				if ( id !== '' && ! whole.has( entry ) ) {
					delete strings[ id ];
				}
			}
		}
		await writeFile( join( output, `candid-${ locale }.mo` ), mo.compile( table ) );
		await writeFile( join( output, `candid-${ locale }.l10n.php` ), phpOf( locale, rule, entries ) );
		for ( const [ script, takes ] of Object.entries( SCRIPTS ) ) {
			const own = entries.filter( ( { msgid, msgctxt } ) => files.get( keyOf( { id: msgid, context: msgctxt } ) )?.some( takes ) );
			await writeFile( join( output, jsonName( locale, script ) ), jsonOf( locale, rule, own ) );
		}
	}
}
