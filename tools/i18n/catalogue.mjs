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

/** Strings of every file, by path, in the order of the paths. */
async function stringsOfFiles( paths ) {
	const texts = Object.fromEntries( await Promise.all( paths.map( async ( path ) => [ path, await readFile( join( root, path ), 'utf8' ) ] ) ) );
	const ofPhp = stringsOfPhp( Object.fromEntries( Object.entries( texts ).filter( ( [ path ] ) => path.endsWith( '.php' ) ) ) );
	return paths.map( ( path ) => {
		if ( path.endsWith( '.json' ) ) {
			return [ path, stringsOfBlock( texts[ path ] ) ];
		}
		const strings = ofPhp[ path ] ?? stringsOfScript( path, texts[ path ] );
		return [ path, path === 'plugin/candid.php' ? [ ...stringsOfHeader( texts[ path ] ), ...strings ] : strings ];
	} );
}

/**
 * Every string once.
 *
 * @return {Promise<Map<string, {id: string, plural?: string, context?: string, note?: string, files: string[]}>>} By key, in the order of files.
 * @throws {Error} When a string is written with two different plurals, or there is no PHP to read PHP files with.
 */
export async function readCatalogue() {
	const paths = [
		...await filesBelow( 'plugin', /\.php$/ ),
		...await filesBelow( 'blocks', /\.(tsx?|php)$|^block\.json$/ ),
		...await filesBelow( 'src', /(?<!\.d)\.tsx?$/ ),
	];
	const catalogue = new Map();
	for ( const [ path, strings ] of await stringsOfFiles( paths ) ) {
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
