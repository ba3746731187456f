/**
 * Builds everything in plugin/build/. One table says what comes from where.
 *
 * Front-end file names are neutral on purpose: content blockers match words such as "record",
 * "replay" and "track" in paths.
 */
import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';
import { closeReplayer } from './close-replayer.mjs';
import { INNER_NAMES, trimRrweb } from './trim-rrweb.mjs';

const root = dirname( dirname( fileURLToPath( import.meta.url ) ) );
const out = join( root, 'plugin/build' );

/** Classic scripts without WordPress' externals: [ entry, output, browser floor ]. */
const CLASSIC = [
	[ 'src/loader/index.ts', 'front/loader.js', 'es2020' ],
	[ 'src/recorder/index.ts', 'front/visit.js', 'es2020' ],
	[ 'src/recorder/index.ts', 'front/visit-inputs.js', 'es2020' ],
	[ 'src/player/stage/index.ts', 'player/stage.js', 'es2022' ],
	[ 'src/decoder/index.ts', 'player/decoder.js', 'es2022' ],
];

/**
 * The recorder of a site that records no inputs needs no list of sensitive words: there every field
 * is hidden anyway. The stand-in calls every field sensitive.
 */
const withoutWords = {
	name: 'without-words',
	setup( bundle ) {
		bundle.onResolve( { filter: /^\.\/words$/ }, ( found ) => ( { path: join( found.resolveDir, 'no-words.ts' ) } ) );
	},
};

/** Names of the recorder's own properties that nothing outside it reads; the build shortens them. */
const OWN_NAMES = 'stateOf closedSince isBlocked protect isNews hides meet saw sealPage purge seal flush renew spent setStopped onEvent onBroken onClosed onRefused onLost boundary watch listen hide forget echo gate masked within ofText followOnce declaration isSecret hasSecret accountKey gzipped sending tried isReady take follow resume'.split( ' ' );

/** The recorder is loaded by every visitor: what its parts never use of each other is found by slower looks, until nothing is left. */
async function shrink( file ) {
	let code = await readFile( file, 'utf8' );
	for ( let before = Infinity; code.length < before; ) {
		before = code.length;
		( { code } = await minify( code, { ecma: 2020, compress: { passes: 3, keep_fargs: false } } ) );
	}
	await writeFile( file, code );
}

async function buildClassic( only ) {
	const { existsSync } = await import( 'node:fs' );
	for ( const [ entry, output, target ] of CLASSIC ) {
		if ( ! existsSync( join( root, entry ) ) || ( only && ! output.startsWith( only ) ) ) {
			continue;
		}
		await build( {
			entryPoints: [ join( root, entry ) ],
			outfile: join( out, output ),
			bundle: true,
			minify: true,
			format: 'iife',
			target,
			legalComments: 'none',
			loader: { '.css': 'text' },
			...( output.startsWith( 'front/visit' ) ? { mangleProps: new RegExp( `^(?:${ [ ...INNER_NAMES, ...OWN_NAMES ].join( '|' ) })$` ) } : {} ),
			define: { 'process.env.NODE_ENV': '"production"' },
			logLevel: 'warning',
			plugins: [ closeReplayer(), trimRrweb, ...( output === 'front/visit.js' ? [ withoutWords ] : [] ) ],
		} );
		if ( output.startsWith( 'front/' ) ) {
			await shrink( join( out, output ) );
		}
	}
}

function run( command, args ) {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( command, args, { cwd: root, stdio: [ 'ignore', 'inherit', 'inherit' ], env: { ...process.env, NODE_ENV: 'production' } } );
		child.on( 'exit', ( code ) => ( code === 0 ? resolve() : reject( new Error( `${ command } ${ args.join( ' ' ) } ended with ${ code }` ) ) ) );
		child.on( 'error', reject );
	} );
}

const wpScripts = join( root, 'node_modules/.bin/wp-scripts' );
const parts = {
	classic: () => buildClassic(),
	front: () => buildClassic( 'front' ),
	player: () => buildClassic( 'player' ),
	admin: () => run( wpScripts, [ 'build', 'src/admin/index.tsx', '--output-path=plugin/build/admin' ] ),
	languages: async () => ( await import( './languages/compile.mjs' ) ).compileLanguages(),
	blocks: () => run( wpScripts, [ 'build', '--source-path=blocks', '--output-path=plugin/build/blocks', '--webpack-copy-php' ] ),
};

const wanted = process.argv.slice( 2 );
if ( wanted.length === 0 ) {
	await rm( out, { recursive: true, force: true } );
	await run( process.execPath, [ join( root, 'tools/generate-contracts.mjs' ), '--check' ] );
	for ( const part of [ 'classic', 'admin', 'blocks', 'languages' ] ) {
		await parts[ part ]();
	}
} else {
	for ( const part of wanted ) {
		if ( ! parts[ part ] ) {
			console.error( `No part "${ part }". Parts: ${ Object.keys( parts ).join( ', ' ) }.` );
			process.exit( 1 );
		}
		await parts[ part ]();
	}
}
