/**
 * npm run pot: reads every translatable string out of the source, writes plugin/languages/candid.pot, and
 * brings the .po files up to date. What is translated stays. --check writes nothing and ends with 1 when
 * the template is not current.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCatalogue } from './catalogue.mjs';
import { folder, keyOf, LOCALES } from './locales.mjs';
import { readTranslations, templateOf, writeTranslations } from './po-files.mjs';

const catalogue = await readCatalogue();
const template = join( folder, 'candid.pot' );
const text = templateOf( catalogue );

if ( process.argv.includes( '--check' ) ) {
	if ( await readFile( template, 'utf8' ).catch( () => '' ) !== text ) {
		console.error( 'plugin/languages/candid.pot is not current. Run "npm run pot" and commit the result.' );
		process.exit( 1 );
	}
} else {
	await mkdir( folder, { recursive: true } );
	await writeFile( template, text );
	for ( const locale of Object.keys( LOCALES ) ) {
		await writeTranslations( locale, catalogue, keyOf );
	}
}
for ( const locale of Object.keys( LOCALES ) ) {
	const known = await readTranslations( locale );
	const missing = [ ...catalogue.values() ].filter( ( string ) => ! known.get( keyOf( string ) )?.every( ( part ) => part !== '' ) );
	console.log( `${ locale }: ${ catalogue.size - missing.length } of ${ catalogue.size } strings translated` );
}
