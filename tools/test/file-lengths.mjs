/** No source file over 400 lines: by then it holds more than one idea. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../base/console.mjs';
import { run } from '../base/packages.mjs';

const LIMIT = 400;
const SOURCES = /\.(ts|tsx|mjs|cjs|js|php|scss|css)$/;
const EXEMPT = /(^|\/)(generated|Contracts|vendor|node_modules|build|languages)\//;

export async function fileLengths() {
	const { code, stdout, output } = await run( 'git', [ 'ls-files', '-z', '--cached', '--others', '--exclude-standard' ], { stdio: [ 'ignore', 'pipe', 'pipe' ] } );
	if ( code !== 0 ) {
		return { passed: 0, failed: 1, details: output };
	}
	const long = [];
	let files = 0;
	for ( const file of stdout.split( '\0' ).filter( ( name ) => SOURCES.test( name ) && ! EXEMPT.test( name ) ) ) {
		const text = await readFile( join( root, file ), 'utf8' ).catch( () => null );
		if ( text === null ) {
			continue;
		}
		files++;
		const lines = text.split( '\n' ).length - 1;
		if ( lines > LIMIT ) {
			long.push( `${ file } has ${ lines } lines; ${ LIMIT } at most.` );
		}
	}
	return { passed: files - long.length, failed: long.length, details: long.join( '\n' ) };
}
