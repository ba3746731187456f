/**
 * The admin app and the blocks, built by esbuild for `npm start`: the same files with the same script handles as
 * wp-scripts makes, without its 1,700 packages. What ships and what is tested is built by wp-scripts.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import rtlcss from 'rtlcss';
import { compile } from 'sass';
import { root } from '../base/console.mjs';
import { packagesOfCore } from './wordpress-packages.mjs';

const sassFiles = {
	name: 'sass-files',
	setup( bundle ) {
		bundle.onLoad( { filter: /\.scss$/ }, ( { path } ) => ( { contents: compile( path ).css, loader: 'css' } ) );
	},
};

/** What WordPress reads beside a script: handles of the scripts it needs, and its version for caches. */
const assetFile = ( handles, code ) => {
	const list = [ ...handles ].sort().map( ( handle ) => `'${ handle }'` ).join( ', ' );
	return `<?php return array('dependencies' => array(${ list }), 'version' => '${ createHash( 'sha256' ).update( code ).digest( 'hex' ).slice( 0, 20 ) }');\n`;
};

/**
 * Bundles one script, its style sheet for both directions of writing, and its asset file.
 *
 * @param {string}  entry   Source, absolute.
 * @param {string}  outfile Script, absolute; the other files lie beside it.
 * @param {boolean} [write] False: only looks at what would be bundled.
 * @return {Promise<string[]>} The files that were bundled, relative to the repository.
 */
async function bundleScript( entry, outfile, write = true ) {
	const handles = new Set();
	const { outputFiles, metafile } = await build( {
		absWorkingDir: root,
		entryPoints: [ entry ],
		outfile,
		bundle: true,
		minify: true,
		metafile: true,
		write: false,
		format: 'iife',
		target: 'es2022',
		jsx: 'automatic',
		define: { 'process.env.NODE_ENV': '"production"', 'globalThis.SCRIPT_DEBUG': 'false', SCRIPT_DEBUG: 'false' },
		logLevel: 'warning',
		plugins: [ packagesOfCore( handles ), sassFiles ],
	} );
	if ( write ) {
		await mkdir( dirname( outfile ), { recursive: true } );
		for ( const { path, text } of outputFiles ) {
			await writeFile( path, text );
			if ( path.endsWith( '.css' ) ) {
				await writeFile( path.replace( /\.css$/, '-rtl.css' ), rtlcss.process( text ) );
			}
		}
		await writeFile( outfile.replace( /\.js$/, '.asset.php' ), assetFile( handles, outputFiles.map( ( { text } ) => text ).join( '' ) ) );
	}
	return Object.keys( metafile.inputs ).filter( ( path ) => ! path.startsWith( 'core:' ) );
}

/** @param {string} folder Where the admin app goes. */
export async function buildAdmin( folder ) {
	await rm( folder, { recursive: true, force: true } );
	await bundleScript( join( root, 'src/admin/index.tsx' ), join( folder, 'index.js' ) );
}

/** Fields of block.json that name scripts. */
const SCRIPTS = [ 'editorScript', 'script', 'viewScript' ];

/** Scripts of a block: names without extension. */
async function scriptsOf( folder ) {
	const block = JSON.parse( await readFile( join( folder, 'block.json' ), 'utf8' ) );
	return SCRIPTS.flatMap( ( field ) => block[ field ] ?? [] ).filter( ( name ) => name.startsWith( 'file:./' ) ).map( ( name ) => name.slice( 'file:./'.length ).replace( /\.js$/, '' ) );
}

/** Source of a script that block.json names by what it becomes. */
async function sourceOf( folder, name ) {
	const found = ( await readdir( folder ) ).find( ( file ) => file === `${ name }.ts` || file === `${ name }.tsx` );
	if ( ! found ) {
		throw new Error( `${ folder }/block.json names ${ name }.js, and there is neither ${ name }.ts nor ${ name }.tsx.` );
	}
	return join( folder, found );
}

async function* blockFolders() {
	for ( const entry of await readdir( join( root, 'blocks' ), { withFileTypes: true } ) ) {
		if ( entry.isDirectory() ) {
			yield [ entry.name, join( root, 'blocks', entry.name ) ];
		}
	}
}

/** @param {string} folder Where the blocks go, each into a folder of its own. */
export async function buildBlocks( folder ) {
	await rm( folder, { recursive: true, force: true } );
	for await ( const [ block, source ] of blockFolders() ) {
		for ( const name of await scriptsOf( source ) ) {
			await bundleScript( await sourceOf( source, name ), join( folder, block, `${ name }.js` ) );
		}
		for ( const file of await readdir( source ) ) {
			if ( file === 'block.json' || file.endsWith( '.php' ) ) {
				await copyFile( join( source, file ), join( folder, block, file ) );
			}
		}
	}
}

/** @return {Promise<string[]>} Every file that is bundled into the admin app and the blocks, relative to the repository. */
export async function inputsOfScreens() {
	const inputs = await bundleScript( join( root, 'src/admin/index.tsx' ), join( root, 'index.js' ), false );
	for await ( const [ , source ] of blockFolders() ) {
		for ( const name of await scriptsOf( source ) ) {
			inputs.push( ...await bundleScript( await sourceOf( source, name ), join( root, 'index.js' ), false ) );
		}
	}
	return inputs;
}
