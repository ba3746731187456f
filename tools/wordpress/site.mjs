/** A WordPress folder of its own: a copy of a clean core, a configuration, and what our machines need beside it. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../base/console.mjs';

export const ADMIN = { user: 'admin', password: 'password', email: 'admin@example.com' };

const php = ( value ) => ( typeof value === 'string' ? `'${ value.replace( /[\\']/g, '\\$&' ) }'` : String( value ) );

/** wp-config.php with salts of its own. */
function configuration( constants ) {
	const salts = [ 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ];
	const all = { ...Object.fromEntries( salts.map( ( name ) => [ name, randomBytes( 32 ).toString( 'hex' ) ] ) ), ...constants };
	const lines = Object.entries( all ).map( ( [ name, value ] ) => `defined( '${ name }' ) || define( '${ name }', ${ php( value ) } );` );
	return `<?php\n// Written by Candid's tools for a WordPress of this machine only.\n${ lines.join( '\n' ) }\n$table_prefix = 'wp_';\ndefined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );\nrequire_once ABSPATH . 'wp-settings.php';\n`;
}

/** What a site's folder says it was made from. */
const stampOf = ( core ) => `${ core.name } ${ core.version }`;
const readStamp = ( folder ) => readFile( join( folder, '.candid-core' ), 'utf8' ).catch( () => '' );

/**
 * Whether a folder holds a site on another core, which prepareSite() would remove.
 *
 * @param {string} folder Where.
 * @param {Object} core   What assembleCore gave.
 */
export async function holdsAnotherSite( folder, core ) {
	const found = await readStamp( folder );
	return found !== '' && found !== stampOf( core );
}

/**
 * Makes the folder unless it is there already with the same core.
 *
 * @param {Object}  options
 * @param {string}  options.folder      Where.
 * @param {Object}  options.core        What assembleCore gave.
 * @param {Object}  options.constants   wp-config.php's constants.
 * @param {string[]} options.mustUse    Must-use plugins of tools/wordpress/ that this machine needs.
 * @return {Promise<boolean>} Whether it was made now.
 */
export async function prepareSite( { folder, core, constants, mustUse = [] } ) {
	if ( await readStamp( folder ) === stampOf( core ) ) {
		return false;
	}
	await rm( folder, { recursive: true, force: true } );
	await mkdir( folder, { recursive: true } );
	await cp( core.folder, folder, { recursive: true, verbatimSymlinks: true, filter: ( path ) => ! path.endsWith( 'wp-config.php' ) } );
	await writeFile( join( folder, 'wp-config.php' ), configuration( constants ) );
	const mu = join( folder, 'wp-content/mu-plugins' );
	await mkdir( mu, { recursive: true } );
	for ( const file of mustUse ) {
		await cp( join( root, 'tools/wordpress', file ), join( mu, file ) );
	}
	await mkdir( join( folder, 'wp-content/uploads' ), { recursive: true } );
	await writeFile( join( folder, '.candid-core' ), stampOf( core ) );
	return true;
}

/** Whether the shop was opened on this site (a marker written after seeding). */
export const shopMarker = ( folder ) => join( folder, '.candid-shop' );
export const shopIsOpen = ( folder ) => existsSync( shopMarker( folder ) );
