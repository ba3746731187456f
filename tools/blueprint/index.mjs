/**
 * The blueprint of the demonstration shop, made from demo/ and tools/wordpress/open-shop.php.
 *
 * As a command it writes .wordpress-org/blueprints/blueprint.json, which the plugin directory's live
 * preview uses; there everything has to travel inside the one file, so theme, content and pictures
 * are embedded. With --check it only says whether the file is current.
 *
 * `blueprintFor( { mounted: true } )` is the same shop for a Playground of this machine, which mounts
 * the repository instead (see MOUNTS).
 */
import { readFile, readdir, writeFile, mkdir } from 'node:fs/promises';
import { dirname, extname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../base/console.mjs';

const output = join( root, '.wordpress-org/blueprints/blueprint.json' );

/**
 * Folders of the repository and where a mounted blueprint expects them in PHP's file system: outside
 * the web root, so that no visitor can fetch them.
 */
export const MOUNTS = [
	{ from: join( root, 'demo' ), to: '/candid/demo' },
	{ from: join( root, 'tools/wordpress' ), to: '/candid/tools' },
];

/** Where the embedded copy of the shop lies until it has been seeded. */
const CARRIED = '/tmp/candid-shop';
const TEXT = new Set( [ '.php', '.css', '.js', '.json', '.html', '.txt' ] );

/** Opens the shop with files that lie in these folders. */
const openShop = ( demo, tools, activate ) => `<?php
define( 'CANDID_DEMO_FOLDER', '${ demo }' );
define( 'CANDID_DEMO_ACTIVATE', ${ activate } );
require '/wordpress/wp-load.php';
require '${ tools }/open-shop.php';
`;

/** Pictures and fonts travel as base64 in a text file, because a blueprint is JSON. */
const unpackBinaries = `<?php
foreach ( json_decode( file_get_contents( '${ CARRIED }/binaries.json' ), true ) as $path => $bytes ) {
	$file = '${ CARRIED }/demo/' . $path;
	is_dir( dirname( $file ) ) || mkdir( dirname( $file ), 0777, true );
	file_put_contents( $file, base64_decode( $bytes ) );
}
`;

async function filesBelow( folder ) {
	const entries = await readdir( folder, { recursive: true, withFileTypes: true } );
	const files = entries.filter( ( entry ) => entry.isFile() ).map( ( entry ) => join( entry.parentPath ?? entry.path, entry.name ) );
	return files.sort();
}

/** Puts a file into a tree of folders, as a literal directory wants it. */
function plant( tree, path, content ) {
	const parts = path.split( sep );
	let branch = tree;
	for ( const part of parts.slice( 0, -1 ) ) {
		branch = branch[ part ] ??= {};
	}
	branch[ parts.at( -1 ) ] = content;
}

/** What the shop needs to be seeded, text and binaries apart. Sources of the pictures stay at home. */
async function carriedFiles() {
	const demo = join( root, 'demo' );
	const tree = {};
	const binaries = {};
	const files = [ join( demo, 'seed.php' ), ...( await Promise.all( [ 'seed', 'content', 'shop' ].map( ( name ) => filesBelow( join( demo, name ) ) ) ) ).flat() ];
	for ( const file of files ) {
		const path = relative( demo, file );
		if ( TEXT.has( extname( file ) ) ) {
			plant( tree, join( 'demo', path ), await readFile( file, 'utf8' ) );
		} else {
			binaries[ path.split( sep ).join( '/' ) ] = ( await readFile( file ) ).toString( 'base64' );
		}
	}
	plant( tree, join( 'tools', 'open-shop.php' ), await readFile( join( root, 'tools/wordpress/open-shop.php' ), 'utf8' ) );
	tree[ 'binaries.json' ] = JSON.stringify( binaries );
	return tree;
}

/**
 * The blueprint.
 *
 * @param {Object}  [options]
 * @param {boolean} [options.mounted]  The repository is mounted as MOUNTS says; nothing is embedded and the plugin is not downloaded.
 * @param {boolean} [options.activate] Activate Candid and turn recording on.
 * @param {string}  [options.php]      PHP version.
 * @return {Promise<{ steps: Array<{ step: string }> }>} A blueprint (version 1) for Playground.
 */
export async function blueprintFor( { mounted = false, activate = true, php = '8.3' } = {} ) {
	const common = { $schema: 'https://playground.wordpress.net/blueprint-schema.json', preferredVersions: { php, wp: 'latest' } };
	if ( mounted ) {
		return { ...common, steps: [ { step: 'runPHP', code: openShop( MOUNTS[ 0 ].to, MOUNTS[ 1 ].to, activate ) } ] };
	}
	return {
		...common,
		meta: { title: 'Candid with a shop to visit', author: 'Candid contributors', description: 'A small made-up shop whose visits Candid records.', categories: [ 'Privacy' ] },
		landingPage: '/wp-admin/admin.php?page=candid',
		features: { networking: false },
		login: true,
		steps: [
			{ step: 'installPlugin', pluginData: { resource: 'wordpress.org/plugins', slug: 'candid' }, options: { activate: true } },
			{ step: 'writeFiles', writeToPath: CARRIED, filesTree: { resource: 'literal:directory', name: 'candid-shop', files: await carriedFiles() } },
			{ step: 'runPHP', code: unpackBinaries },
			{ step: 'runPHP', code: openShop( `${ CARRIED }/demo`, `${ CARRIED }/tools`, activate ) },
		],
	};
}

if ( process.argv[ 1 ] && import.meta.url === pathToFileURL( process.argv[ 1 ] ).href ) {
	const text = `${ JSON.stringify( await blueprintFor(), null, '\t' ) }\n`;
	const current = await readFile( output, 'utf8' ).catch( () => '' );
	if ( process.argv.includes( '--check' ) ) {
		if ( current !== text ) {
			console.error( 'The blueprint is not current: demo/ has changed. Run "node tools/blueprint/index.mjs" and commit the result.' );
			process.exit( 1 );
		}
	} else {
		await mkdir( dirname( output ), { recursive: true } );
		await writeFile( output, text );
		console.log( `${ relative( root, output ) }, ${ Math.round( Buffer.byteLength( text ) / 1024 ) } KiB` );
	}
}
