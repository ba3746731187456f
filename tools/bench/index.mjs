/**
 * `npm run bench`: runs every measurement of tests/bench, one after another, for nothing else shall use the machine
 * meanwhile. `npm run bench -- recorder` runs one of them; options after its name are its own.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bold, main, root, step } from '../base/console.mjs';
import { installPackages, run } from '../base/packages.mjs';

main( async () => {
	await step( 'Packages', ( tell ) => installPackages( { tell } ) );
	const { buildWhenChanged } = await import( '../build/when-changed.mjs' );
	await step( 'Build', () => buildWhenChanged() );
	const [ only, ...options ] = process.argv.slice( 2 );
	const files = ( await readdir( join( root, 'tests/bench' ) ) ).filter( ( name ) => ( only ? name === `${ only }.mjs` : name.endsWith( '.mjs' ) ) ).sort();
	if ( files.length === 0 ) {
		throw new Error( `There is no tests/bench/${ only }.mjs.` );
	}
	for ( const file of files ) {
		console.log( `\n${ bold( file ) }` );
		const { code } = await run( process.execPath, [ join( root, 'tests/bench', file ), ...options ] );
		process.exitCode = code === 0 ? process.exitCode : 1;
	}
} );
