/** All translatable strings of the plugin. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../base/console.mjs';
import { keyOf } from './locales.mjs';
import { stringsOfPhp } from './strings-of-php.mjs';
import { stringsOfScript } from './strings-of-script.mjs';

async function filesBelow( path, wanted ) {
	const entries = await readdir( join( root, path ), { recursive: true, withFileTypes: true } ).catch( () => [] );
	return entries
		.filter( ( entry ) => entry.isFile() && wanted.test( entry.name ) )
		.map( ( entry ) => join( entry.parentPath ?? entry.path, entry.name ).slice( root.length + 1 ) )
		.filter( ( file ) => ! file.startsWith( 'plugin/build/' ) && ! file.includes( '/generated/' ) )
		.sort();
}

/** What WordPress translates of a block.json, with the contexts it looks them up by. */
function stringsOfBlock( text ) {
	const block = JSON.parse( text );
	return [
		{ id: block.title, context: 'block title' },
		{ id: block.description, context: 'block description' },
		...( block.keywords ?? [] ).map( ( id ) => ( { id, context: 'block keyword' } ) ),
	].filter( ( { id } ) => id );
}

/** What WordPress translates of the plugin's header. */
function stringsOfHeader( text ) {
	return [ ...text.matchAll( /^ \* (Plugin Name|Description):\s*(.+)$/gm ) ].map( ( [ , name, id ] ) => ( { id: id.trim(), note: `${ name } of the plugin` } ) );
}

function stringsOf( path, text ) {
	if ( path.endsWith( '.json' ) ) {
		return stringsOfBlock( text );
	}
	return path.endsWith( '.php' ) ? stringsOfPhp( path, text ) : stringsOfScript( path, text );
}

/**
 * Every string once.
 *
 * @return {Promise<Map<string, {id: string, plural?: string, context?: string, note?: string, files: string[]}>>} By key, in the order of files.
 * @throws {Error} When a string cannot be translated, or is written with two different plurals.
 */
export async function readCatalogue() {
	const files = [
		...await filesBelow( 'plugin', /\.php$/ ),
		...await filesBelow( 'blocks', /\.(tsx?|php)$|^block\.json$/ ),
		...await filesBelow( 'src', /(?<!\.d)\.tsx?$/ ),
	];
	const catalogue = new Map();
	for ( const path of files ) {
		const text = await readFile( join( root, path ), 'utf8' );
		const strings = [ ...( path === 'plugin/candid.php' ? stringsOfHeader( text ) : [] ), ...stringsOf( path, text ) ];
		for ( const string of strings ) {
			const known = catalogue.get( keyOf( string ) ) ?? { ...string, files: [] };
			if ( known.plural && string.plural && known.plural !== string.plural ) {
				throw new Error( `${ path }: "${ string.id }" has two plurals: "${ known.plural }" and "${ string.plural }".` );
			}
			known.plural ??= string.plural;
			known.note ??= string.note;
			if ( ! known.files.includes( path ) ) {
				known.files.push( path );
			}
			catalogue.set( keyOf( string ), known );
		}
	}
	return catalogue;
}
