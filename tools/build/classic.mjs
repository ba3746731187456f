/**
 * The scripts that do without WordPress' packages: each is one classic script, bundled by esbuild.
 *
 * File names of what visitors load are neutral on purpose: content blockers match words such as "record",
 * "replay" and "track" in paths.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { root } from '../base/console.mjs';
import { closeReplayer } from './close-replayer.mjs';
import { INNER_NAMES, trimRrweb } from './trim-rrweb.mjs';

/** [ entry, output, browser floor ]. */
const CLASSIC = [
	[ 'src/loader/index.ts', 'front/loader.js', 'es2020' ],
	[ 'src/recorder/index.ts', 'front/visit.js', 'es2020' ],
	[ 'src/recorder/with-inputs.ts', 'front/visit-inputs.js', 'es2020' ],
	[ 'src/player/stage/index.ts', 'player/stage.js', 'es2022' ],
	[ 'src/decoder/index.ts', 'player/decoder.js', 'es2022' ],
];

/** Names of the recorder's own properties; the build shortens them. No browser API, no event, no shape of plugin/schemas and nothing of rrweb may bear one of them. */
export const OWN_NAMES = `
	accountKey adopters allowance askForSnapshot beforeSeal begin bitsOf blockedBy closedSince counts
	createCapture declaration delivery departures departuresOf digits discard endWait failures firsts folded
	follow followOnce followed forget found gate goOn groupOf gzipped hasSecret hasSnapshot hide hides
	identity idle interesting isBlocked isBroken isClosed isDrawn isFirst isFull isKey isNews
	isOnline isPaused isReady isRecheckDue isRefused isScrollTold isSecret isSecretKnown isSelectable isShut isSilent
	isSnapshot isStarted isUnprotected joined judged keepClosed keepaliveBytes known lastSign legendOf
	legends listen listeners lose makeEnvelope malformed masked masking meet notBefore note noted occurrences ofText
	onBroken onClosed onEvent onFull onHidden onInput onLeave onLoad onLost onOnline onRefused onReturn onRoom onShow
	onSign onVisibility openPage outbox ownState pageState parcels passwordNames past places prepareMasking presetOf
	presetOfCss protect purge reaching reasonOf recheck refuse relabel remember remembered renew saw
	scheduleSnapshot scrub sealPage searched searches secrets sending sensitiveWord setStopped settings settle
	shownBefore slotted spent stateIn stateOf take tellRoom textOf times tried typed watch watchIn
	windows within
`.trim().split( /\s+/ );

/** Every visitor loads the recorder: terser runs until another pass makes the file no smaller. */
async function shrink( file ) {
	let code = await readFile( file, 'utf8' );
	for ( let before = Infinity; code.length < before; ) {
		before = code.length;
		( { code } = await minify( code, { ecma: 2020, compress: { passes: 3, keep_fargs: false } } ) );
	}
	await writeFile( file, code );
}

/** esbuild's options for one of the scripts. */
const optionsOf = ( [ entry, output, target ] ) => ( {
	absWorkingDir: root,
	entryPoints: [ join( root, entry ) ],
	bundle: true,
	minify: true,
	format: 'iife',
	target,
	// The licenses of what is bundled stand in THIRD-PARTY-LICENSES.txt.
	legalComments: 'none',
	loader: { '.css': 'text' },
	...( output.startsWith( 'front/visit' ) ? { mangleProps: new RegExp( `^(?:${ [ ...INNER_NAMES, ...OWN_NAMES ].join( '|' ) })$` ) } : {} ),
	define: { 'process.env.NODE_ENV': '"production"' },
	logLevel: 'warning',
	plugins: [ closeReplayer( { mustRun: output === 'player/stage.js' } ), trimRrweb ],
} );

/**
 * @param {string} folder Where the outputs go.
 * @param {string} only   First part of the outputs wanted, "front" or "player".
 */
export async function buildClassic( folder, only ) {
	for ( const one of CLASSIC.filter( ( [ , output ] ) => output.startsWith( `${ only }/` ) ) ) {
		const outfile = join( folder, one[ 1 ] );
		await build( { ...optionsOf( one ), outfile } );
		if ( only === 'front' ) {
			await shrink( outfile );
		}
	}
}

/** @return {Promise<string[]>} Every file that is bundled into these scripts, relative to the repository. */
export async function inputsOfClassic() {
	const results = await Promise.all( CLASSIC.map( ( one ) => build( { ...optionsOf( one ), outfile: join( root, one[ 1 ] ), write: false, minify: false, metafile: true } ) ) );
	return results.flatMap( ( { metafile } ) => Object.keys( metafile.inputs ) );
}
