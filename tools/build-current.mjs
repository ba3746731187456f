/** Builds plugin/build when a source changed since the last time, else not at all. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop, root } from './console.mjs';
import { run } from './dependencies.mjs';

const SOURCES = [ 'src', 'blocks', 'plugin/schemas', 'plugin/languages', 'tools/build.mjs', 'tools/close-replayer.mjs', 'tools/languages', 'tools/make-pot.mjs', 'tools/number-rrweb.mjs', 'tools/quicken-rrweb.mjs', 'tools/rrweb-cuts.mjs', 'tools/trim-rrweb.mjs', 'tsconfig.json', 'package-lock.json' ];
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

/** @return {Promise<string>} What was done, for people. */
export async function buildWhenChanged() {
	const seal = await sealOfSources();
	const done = await readFile( marker, 'utf8' ).catch( () => '' );
	if ( seal === done && existsSync( join( root, 'plugin/build/front/loader.js' ) ) && existsSync( join( root, 'plugin/build/admin/index.js' ) ) ) {
		return 'nothing changed';
	}
	const { code, output } = await run( process.execPath, [ join( root, 'tools/build.mjs' ) ], { stdio: [ 'ignore', 'pipe', 'pipe' ] } );
	if ( code !== 0 ) {
		throw new Stop( `The build failed:\n${ output.trim().split( '\n' ).slice( -40 ).join( '\n' ) }` );
	}
	await mkdir( join( root, '.cache' ), { recursive: true } );
	await writeFile( marker, seal );
	return 'done';
}
