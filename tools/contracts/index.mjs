/**
 * plugin/schemas/*.json and plugin/rules/*.json → src/contracts/generated/ and plugin/includes/Contracts/.
 *
 * They are the one source of every shape, default, limit and rule. `npm run generate` writes; with --check it says
 * whether what is committed is current (exit 1 when it is not), and writes nothing.
 *
 * KINDS in generate.mjs says what is made of a file; a new kind of source or output is a module of its own there.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../base/console.mjs';
import { OUTPUT_FOLDERS, outputsOf } from './generate.mjs';

const SOURCE_FOLDERS = [ 'plugin/schemas', 'plugin/rules' ];
const checkOnly = process.argv.includes( '--check' );

/** Path → text of everything that is generated. */
async function allOutputs() {
	const outputs = new Map();
	for ( const folder of SOURCE_FOLDERS ) {
		for ( const file of ( await readdir( join( root, folder ) ) ).filter( ( name ) => name.endsWith( '.json' ) ).sort() ) {
			const path = `${ folder }/${ file }`;
			for ( const [ target, text ] of await outputsOf( path, await readFile( join( root, path ), 'utf8' ) ) ) {
				outputs.set( target, text );
			}
		}
	}
	return outputs;
}

/** Files in the folders of generated code that nothing generates any more. */
async function leftOver( outputs ) {
	const found = await Promise.all( OUTPUT_FOLDERS.map( async ( folder ) => ( await readdir( join( root, folder ), { withFileTypes: true, recursive: true } ) )
		.filter( ( entry ) => entry.isFile() )
		.map( ( entry ) => join( entry.parentPath ?? entry.path, entry.name ).slice( root.length + 1 ) ) ) );
	return found.flat().filter( ( path ) => ! outputs.has( path ) );
}

const outputs = await allOutputs();
const stale = await leftOver( outputs );
if ( ! checkOnly ) {
	await Promise.all( stale.map( ( path ) => rm( join( root, path ) ) ) );
}
for ( const [ path, text ] of outputs ) {
	if ( await readFile( join( root, path ), 'utf8' ).catch( () => null ) !== text ) {
		stale.push( path );
		if ( ! checkOnly ) {
			await mkdir( dirname( join( root, path ) ), { recursive: true } );
			await writeFile( join( root, path ), text );
		}
	}
}
if ( checkOnly && stale.length > 0 ) {
	console.error( `Not current: ${ stale.join( ', ' ) }.\nRun "npm run generate" and commit the result.` );
	process.exit( 1 );
}
console.log( stale.length === 0 ? 'Contracts are current.' : `Wrote or removed ${ stale.length } files.` );
