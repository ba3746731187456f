/**
 * Names of private members of classes, which may be shortened in a bundle: nothing outside of the script ever asks for
 * them. A name that also stands in a string, in a shape of the contracts or in a script that shares objects with the
 * recorder is left alone; those of the DOM terser leaves alone by itself.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../base/console.mjs';

/** Whose private members are shortened. */
const OWN = [ 'src/recorder', 'src/privacy' ];
/** What the recorder shares names with: JSON, and objects that other scripts of the page hold. */
const SHARED = [ 'src/contracts/generated', 'src/consent', 'src/loader', 'src/notice', 'src/recorder/take-over.ts', 'src/recorder/recorded.ts' ];

const MEMBER = /\b(?:private|public) (?:readonly |static |get |set |async |\*)*([A-Za-z]\w+)/g;
const STRING = /'[^'\n]*'|`[^`]*`|"[^"\n]*"/g;

async function textsOf( paths ) {
	const texts = [];
	for ( const path of paths ) {
		const files = path.endsWith( '.ts' ) ? [ '' ] : ( await readdir( join( root, path ), { recursive: true } ) ).filter( ( file ) => file.endsWith( '.ts' ) );
		texts.push( ...await Promise.all( files.map( ( file ) => readFile( join( root, path, file ), 'utf8' ) ) ) );
	}
	return texts.join( '\n' );
}

const wordsIn = ( texts ) => texts.flatMap( ( text ) => text.match( /\w+/g ) ?? [] );

/** @return {Promise<string[]>} The names, sorted. */
export async function privateNames() {
	const [ own, shared ] = [ await textsOf( OWN ), await textsOf( SHARED ) ];
	const taken = new Set( wordsIn( [ shared, ...own.match( STRING ) ] ) );
	const names = [ ...own.matchAll( MEMBER ) ].map( ( [ , name ] ) => name );
	return [ ...new Set( names ) ].filter( ( name ) => ! taken.has( name ) ).sort();
}
