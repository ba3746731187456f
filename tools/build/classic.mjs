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
import { privateNames } from './private-names.mjs';

/** [ entry, output, browser floor ]. */
const CLASSIC = [
	[ 'src/loader/index.ts', 'front/loader.js', 'es2020' ],
	[ 'src/consent/index.ts', 'front/choice.js', 'es2020' ],
	[ 'src/notice/index.ts', 'front/panel.js', 'es2020' ],
	[ 'src/recorder/index.ts', 'front/visit.js', 'es2020' ],
	[ 'src/recorder/with-inputs.ts', 'front/visit-inputs.js', 'es2020' ],
	[ 'src/player/stage/index.ts', 'player/stage.js', 'es2022' ],
	[ 'src/decoder/index.ts', 'player/decoder.js', 'es2022' ],
];

/**
 * Tells V8 to compile every function while the script is being fetched, off the main thread: each is called at load, and
 * would be compiled then, one after the other, on the main thread (Explicit Compile Hints, Chromium 136).
 */
const EAGER = '//# allFunctionsCalledOnLoad\n';

/**
 * Every visitor loads these scripts: terser runs until another pass makes the file no smaller.
 *
 * @param {boolean} isRecorder Names of private members are shortened, and all is compiled early.
 */
async function shrink( file, isRecorder ) {
	const mangle = isRecorder ? { properties: { regex: new RegExp( `^(?:${ ( await privateNames() ).join( '|' ) })$` ) } } : true;
	let code = await readFile( file, 'utf8' );
	for ( let before = Infinity; code.length < before; ) {
		before = code.length;
		( { code } = await minify( code, { ecma: 2020, compress: { passes: 4, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true }, mangle } ) );
	}
	await writeFile( file, isRecorder ? EAGER + code : code );
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
	define: { 'process.env.NODE_ENV': '"production"' },
	logLevel: 'warning',
	// Not even while the script is loaded does an error come out of it.
	...( output.startsWith( 'front/' ) ? { banner: { js: 'try{' }, footer: { js: '}catch{}' } } : {} ),
	plugins: [ closeReplayer( { mustRun: output === 'player/stage.js' } ) ],
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
			await shrink( outfile, one[ 0 ].startsWith( 'src/recorder/' ) );
		}
	}
}

/** @return {Promise<string[]>} Every file that is bundled into these scripts, relative to the repository. */
export async function inputsOfClassic() {
	const results = await Promise.all( CLASSIC.map( ( one ) => build( { ...optionsOf( one ), outfile: join( root, one[ 1 ] ), write: false, minify: false, metafile: true } ) ) );
	return results.flatMap( ( { metafile } ) => Object.keys( metafile.inputs ) );
}
