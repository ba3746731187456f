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
	[ 'src/recorder/with-inputs.ts', 'front/visit-inputs.js', 'es2020' ],
	[ 'src/player/stage/index.ts', 'player/stage.js', 'es2022' ],
	[ 'src/player/decoder/index.ts', 'player/decoder.js', 'es2022' ],
];

/** Names of the recorder's own properties; the build shortens them. No browser API, no event, no shape of plugin/schemas and nothing of rrweb may bear one of them. */
const OWN_NAMES = `
	accountKey adopters allowance askForSnapshot beforeSeal begin bitsOf blockedBy boundary closedSince counts
	createCapture declaration delivery departures departuresOf digits discard endWait failures firsts flush folded
	follow followOnce followed forget found gate goOn groupOf gzipped handlers hasSecret hasSnapshot held hide hides
	identity idle interesting isActive isBlocked isBroken isClosed isDrawn isFirst isFull isKey isNews
	isOnline isPaused isReady isRecheckDue isRefused isScrollTold isSecret isSecretKnown isSelectable isShut isSilent
	isSnapshot isSnapshotDue isStarted isUnprotected joined judged keepClosed keepaliveBytes known lastSign legendOf
	legends listen listeners lose makeEnvelope malformed masked masking meet notBefore note noted occurrences ofText
	onBroken onClosed onEvent onFull onHidden onInput onLeave onLoad onLost onOnline onRefused onReturn onRoom onShow
	onSign onVisibility openPage outbox ownState pageState parcels passwordNames past places prepareMasking presetOf
	presetOfCss protect purge reaching reasonOf recheck refuse relabel remember remembered renew saw
	scheduleSnapshot scrub seal sealPage searched searches secrets sending sensitiveWord setStopped settings settle
	shownBefore slotted snapshotTimer spent stateIn stateOf take tellRoom textOf times tried typed watch watchIn
	windows within
`.trim().split( /\s+/ );

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
			plugins: [ closeReplayer(), trimRrweb ],
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
