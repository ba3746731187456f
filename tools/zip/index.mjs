/**
 * `npm run zip [-- <file>]`: candid.zip is exactly the folder plugin/, built. The same sources give the
 * same bytes, so that anybody can check what they install.
 */
import { createRequire } from 'node:module';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, root, step } from '../base/console.mjs';
import { installPackages } from '../base/packages.mjs';

/** Every file carries this time: when it was packed says nothing about what is in it. */
const WHEN = new Date( 2020, 0, 1 );
const NOT_SHIPPED = /(^|\/)\.|\.map$/;

/**
 * Packs plugin/ as it is.
 *
 * @param {string} target File to write.
 * @return {Promise<number>} How many files are in it.
 */
export async function writeZip( target ) {
	const AdmZip = createRequire( import.meta.url )( 'adm-zip' );
	const zip = new AdmZip();
	const entries = await readdir( join( root, 'plugin' ), { withFileTypes: true, recursive: true } );
	const files = entries
		.filter( ( entry ) => entry.isFile() )
		.map( ( entry ) => join( entry.parentPath ?? entry.path, entry.name ).slice( join( root, 'plugin' ).length + 1 ).split( '\\' ).join( '/' ) )
		.filter( ( name ) => ! NOT_SHIPPED.test( name ) )
		.sort();
	for ( const name of files ) {
		zip.addFile( `candid/${ name }`, await readFile( join( root, 'plugin', name ) ), '', 0o644 );
		zip.getEntry( `candid/${ name }` ).header.time = WHEN;
	}
	zip.writeZip( target );
	return files.length;
}

if ( process.argv[ 1 ] && import.meta.url === pathToFileURL( process.argv[ 1 ] ).href ) {
	const target = resolve( process.argv[ 2 ] ?? join( root, 'candid.zip' ) );
	main( async () => {
		await step( 'Packages', ( tell ) => installPackages( { tell } ) );
		const { buildWhenChanged } = await import( '../build/when-changed.mjs' );
		await step( 'Build', () => buildWhenChanged() );
		await step( 'Zip', async () => `${ target }, ${ await writeZip( target ) } files` );
	} );
}
