/**
 * Builds everything in plugin/build/.
 *
 * `npm run build` builds all of it, `npm run build -- player admin` parts of it. With --quick, esbuild builds the
 * admin app and the blocks too, in place of wp-scripts (docs/adr/0009-npm-start-builds-with-esbuild-alone.md).
 */
import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../base/console.mjs';
import { buildClassic } from './classic.mjs';

export const out = join( root, 'plugin/build' );

/** Runs a program with its output shown; rejects when it fails. */
function run( command, args ) {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( command, args, { cwd: root, stdio: [ 'ignore', 'inherit', 'inherit' ], env: { ...process.env, NODE_ENV: 'production' } } );
		child.on( 'exit', ( code ) => ( code === 0 ? resolve() : reject( new Error( `${ command } ${ args.join( ' ' ) } ended with ${ code }` ) ) ) );
		child.on( 'error', reject );
	} );
}

const wpScripts = ( ...args ) => run( join( root, 'node_modules/.bin/wp-scripts' ), [ 'build', ...args ] );
const quick = async () => import( './quick-screens.mjs' );

/** Part → how it is built; parts that write to one folder are never built at a time. */
const PARTS = {
	front: () => buildClassic( out, 'front' ),
	player: () => buildClassic( out, 'player' ),
	admin: () => wpScripts( 'src/admin/index.tsx', '--output-path=plugin/build/admin' ),
	blocks: () => wpScripts( '--source-path=blocks', '--output-path=plugin/build/blocks', '--webpack-copy-php' ),
	licenses: async () => {
		await mkdir( out, { recursive: true } );
		await ( await import( './licenses.mjs' ) ).writeLicenses( join( out, 'THIRD-PARTY-LICENSES.txt' ) );
	},
	languages: async () => ( await import( '../i18n/compile.mjs' ) ).compileLanguages(),
};

const QUICK_PARTS = {
	...PARTS,
	admin: async () => ( await quick() ).buildAdmin( join( out, 'admin' ) ),
	blocks: async () => ( await quick() ).buildBlocks( join( out, 'blocks' ) ),
};

const isQuick = process.argv.includes( '--quick' );
const parts = isQuick ? QUICK_PARTS : PARTS;
const wanted = process.argv.slice( 2 ).filter( ( argument ) => argument !== '--quick' );
const unknown = wanted.filter( ( part ) => ! parts[ part ] );
if ( unknown.length > 0 ) {
	console.error( `No part "${ unknown[ 0 ] }". Parts: ${ Object.keys( parts ).join( ', ' ) }.` );
	process.exit( 1 );
}
if ( wanted.length === 0 ) {
	await rm( out, { recursive: true, force: true } );
}
// The check of the contracts needs packages that `npm start` does not install.
const check = wanted.length === 0 && ! isQuick ? [ run( process.execPath, [ join( root, 'tools/contracts/index.mjs' ), '--check' ] ) ] : [];
await Promise.all( [ ...check, ...( wanted.length === 0 ? Object.keys( parts ) : wanted ).map( ( part ) => parts[ part ]() ) ] );
