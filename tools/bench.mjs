/** `npm run bench`: runs every measurement of tests/bench, one after another, for nothing else shall use the machine meanwhile. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bold, main, root, step } from './console.mjs';
import { installPackages, run } from './dependencies.mjs';

main( async () => {
	await step( 'Packages', installPackages );
	const { buildWhenChanged } = await import( './build-current.mjs' );
	await step( 'Build', buildWhenChanged );
	for ( const file of ( await readdir( join( root, 'tests/bench' ) ) ).filter( ( name ) => name.endsWith( '.mjs' ) ).sort() ) {
		console.log( `\n${ bold( file ) }` );
		const { code } = await run( process.execPath, [ join( root, 'tests/bench', file ) ] );
		process.exitCode = code === 0 ? process.exitCode : 1;
	}
} );
