/**
 * Puts a clean WordPress core into .cache/core/<version>, from npm's package of WordPress builds for
 * Playground: the only source of core that needs no network beyond npm.
 *
 * As a command: `node tools/wordpress/assemble-core.mjs [6.6|6.7|<folder>]` prints the folder.
 * The environment variable CANDID_CORE=<folder> wins over the default version everywhere.
 */
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Stop, root } from '../base/console.mjs';

/** Version asked for → the name of the build inside the npm package. 6.6 is the plugin's floor. */
export const CORE_BUILDS = { 6.6: 'wp-beta', 6.7: 'wp-nightly' };
export const DEFAULT_CORE = '6.6';

/**
 * What the published zips carry but a clean core does not: a ready-made SQLite database with its
 * drop-in, and a configuration. Left in, an installation would start from somebody else's data.
 */
const NOT_CORE = [ 'wp-config.php', 'wp-content/database', 'wp-content/db.php', 'wp-content/mu-plugins', 'wp-content/plugins/sqlite-database-integration' ];

const packageFolder = () => join( root, 'node_modules/@wp-playground/wordpress-builds' );

/**
 * The version string of a WordPress folder.
 *
 * @param {string} folder A WordPress core folder.
 * @return {Promise<string>} For example "6.6-RC3".
 * @throws {Stop} When the folder holds no WordPress.
 */
export async function versionOf( folder ) {
	const source = await readFile( join( folder, 'wp-includes/version.php' ), 'utf8' ).catch( () => '' );
	const found = /\$wp_version\s*=\s*'([^']+)'/.exec( source );
	if ( ! found ) {
		throw new Stop( `There is no WordPress in ${ folder }: wp-includes/version.php is missing. Name a folder with WordPress core in it.` );
	}
	return found[ 1 ];
}

/** Unpacks with the library that @wordpress/scripts brings: `unzip` is not on every machine. */
export async function unzip( archive, target ) {
	const AdmZip = createRequire( import.meta.url )( 'adm-zip' );
	await mkdir( target, { recursive: true } );
	new AdmZip( archive ).extractAllTo( target, true );
}

/** Unzips one build beside its place and moves it there in one step, so that a broken run leaves nothing half done. */
async function assemble( build, target ) {
	const packed = join( packageFolder(), 'src/wordpress', `${ build }.zip` );
	if ( ! existsSync( packed ) ) {
		throw new Stop( `${ packed } is missing. Run "npm ci" and try again.` );
	}
	const draft = `${ target }.${ process.pid }`;
	await rm( draft, { recursive: true, force: true } );
	await unzip( packed, draft );
	// The zips are stripped of JavaScript and style sheets; these lie beside them.
	await cp( join( packageFolder(), 'public', build ), draft, { recursive: true } );
	await rm( join( draft, 'wordpress-remote-asset-paths' ), { force: true } );
	for ( const path of NOT_CORE ) {
		await rm( join( draft, path ), { recursive: true, force: true } );
	}
	await versionOf( draft );
	await rm( target, { recursive: true, force: true } );
	await rename( draft, target ).catch( async ( error ) => {
		// Another run has put it there in the meantime: that one is as good.
		await rm( draft, { recursive: true, force: true } );
		if ( ! existsSync( join( target, 'wp-includes/version.php' ) ) ) {
			throw error;
		}
	} );
}

/**
 * A clean core, ready to be copied or mounted. Never change anything inside it.
 *
 * @param {string} [wanted] "6.6", "6.7" or a folder; default: CANDID_CORE, else 6.6.
 * @return {Promise<{folder: string, version: string, name: string}>} Absolute folder, its WordPress version, and a short name for caches.
 * @throws {Stop} With one sentence for people, when there is no such core.
 */
export async function assembleCore( wanted = process.env.CANDID_CORE || DEFAULT_CORE ) {
	const build = CORE_BUILDS[ wanted ];
	if ( build ) {
		const folder = join( root, '.cache/core', wanted );
		if ( ! existsSync( join( folder, 'wp-includes/version.php' ) ) ) {
			await mkdir( join( root, '.cache/core' ), { recursive: true } );
			await assemble( build, folder );
		}
		return { folder, version: await versionOf( folder ), name: wanted };
	}
	const folder = isAbsolute( wanted ) ? wanted : resolve( process.cwd(), wanted );
	if ( ! existsSync( folder ) ) {
		throw new Stop( `No WordPress "${ wanted }". Choose ${ Object.keys( CORE_BUILDS ).join( ' or ' ) }, or name a folder with WordPress core in it.` );
	}
	const version = await versionOf( folder );
	return { folder, version, name: version.replace( /[^\w.-]/g, '_' ) };
}

if ( process.argv[ 1 ] && import.meta.url === pathToFileURL( process.argv[ 1 ] ).href ) {
	try {
		console.log( ( await assembleCore( process.argv[ 2 ] ) ).folder );
	} catch ( error ) {
		if ( ! ( error instanceof Stop ) ) {
			throw error;
		}
		console.error( error.message );
		process.exit( 1 );
	}
}
