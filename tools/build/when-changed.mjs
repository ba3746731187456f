/** Builds plugin/build when a source changed since the last time, else not at all. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop, root } from '../base/console.mjs';
import { run } from '../base/packages.mjs';

const SOURCES = [ 'src', 'blocks', 'plugin/schemas', 'plugin/rules', 'plugin/languages', 'tools/build', 'tools/i18n', 'tsconfig.json', 'package-lock.json' ];
const marker = join( root, '.cache/build.sha256' );

async function* filesOf( path ) {
	const entries = await readdir( join( root, path ), { withFileTypes: true } ).catch( () => null );
	if ( entries === null ) {
		if ( existsSync( join( root, path ) ) ) {
			yield path;
		}
		return;
	}
	for ( const entry of entries.sort( ( a, b ) => ( a.name < b.name ? -1 : 1 ) ) ) {
		yield* filesOf( join( path, entry.name ) );
	}
}

async function sealOfSources() {
	const hash = createHash( 'sha256' );
	for ( const source of SOURCES ) {
		for await ( const file of filesOf( source ) ) {
			hash.update( `${ file }\0` ).update( await readFile( join( root, file ) ) );
		}
	}
	return hash.digest( 'hex' );
}

/** Both builders leave the same names, so one file of each part shows that nothing was removed. */
const WITNESSES = [ 'front/loader.js', 'admin/index.js', 'languages' ].map( ( name ) => join( root, 'plugin/build', name ) );

/**
 * @param {Object}  [options]
 * @param {boolean} [options.quick] Enough is what esbuild makes alone; what wp-scripts made is as good.
 * @return {Promise<string>} What was done, for people.
 */
export async function buildWhenChanged( { quick = false } = {} ) {
	const seal = await sealOfSources();
	const [ done, kind ] = ( await readFile( marker, 'utf8' ).catch( () => '' ) ).split( ' ' );
	if ( seal === done && ( quick || kind === 'full' ) && WITNESSES.every( ( path ) => existsSync( path ) ) ) {
		return 'nothing changed';
	}
	await rm( marker, { force: true } );
	const { code, output } = await run( process.execPath, [ join( root, 'tools/build/index.mjs' ), ...( quick ? [ '--quick' ] : [] ) ], { stdio: [ 'ignore', 'pipe', 'pipe' ] } );
	if ( code !== 0 ) {
		throw new Stop( `The build failed:\n${ output.trim().split( '\n' ).slice( -40 ).join( '\n' ) }` );
	}
	await mkdir( join( root, '.cache' ), { recursive: true } );
	await writeFile( marker, `${ seal } ${ quick ? 'quick' : 'full' }` );
	return 'done';
}
