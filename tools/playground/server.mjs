/** The embedded default: WordPress in PHP-WASM on SQLite, served by Playground CLI. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop, root } from '../base/console.mjs';
import { MOUNTS, blueprintFor } from '../blueprint/index.mjs';
import { demandPort } from '../base/port.mjs';
import { prepareSite, shopIsOpen, shopMarker } from '../wordpress/site.mjs';

export const PHP_VERSIONS = [ '8.1', '8.2', '8.3', '8.4', '8.5' ];
export const DEFAULT_PHP = '8.3';

/** Without it, every request compiles all of WordPress. */
const KEEP_OPCODES = new URL( './keep-opcodes.mjs', import.meta.url ).href;

const cli = () => join( root, 'node_modules/@wp-playground/cli/wp-playground.js' );

/**
 * Starts Playground and waits until WordPress answers.
 *
 * @param {Object}  options
 * @param {string}  options.folder    State of this site; kept over restarts.
 * @param {{folder: string, version: string, name: string}} options.core      What assembleCore gave.
 * @param {string}  [options.php]     "8.1" to "8.5".
 * @param {number}  options.port      Port on 127.0.0.1.
 * @param {string|null} [options.plugin] The plugin's folder; null leaves wp-content/plugins as it is.
 * @param {boolean} [options.shop]      Open the demo shop on it (once).
 * @param {boolean} [options.activate]  With the shop: activate Candid and turn recording on.
 * @param {Object}  [options.constants] More constants for wp-config.php.
 * @param {boolean} [options.debug]     WP_DEBUG with a log in wp-content/debug.log.
 * @return {Promise<{url: string, folder: string, stop: () => Promise<void>, ended: Promise<number>}>} The running site.
 * @throws {Stop} When the port is taken or WordPress does not come up; with the last lines it said.
 */
export async function bootPlayground( { folder, core, php = DEFAULT_PHP, port, plugin = join( root, 'plugin' ), shop = true, activate = true, debug = false, constants = {} } ) {
	if ( ! PHP_VERSIONS.includes( php ) ) {
		throw new Stop( `There is no PHP ${ php } here. Choose one of ${ PHP_VERSIONS.join( ', ' ) }.` );
	}
	await demandPort( port, 'Stop that program, or choose another port: npm start -- --port <number>' );
	const url = `http://127.0.0.1:${ port }`;
	const site = join( folder, 'site' );
	await prepareSite( {
		folder: site,
		core,
		mustUse: plugin === null ? [ 'no-requests.php' ] : [ 'keep-sources.php', 'no-requests.php' ],
		constants: {
			DB_NAME: 'wordpress',
			// Cron by loopback blocks the only worker; keepTime() below calls it from outside.
			DISABLE_WP_CRON: true,
			WP_DEBUG: debug,
			WP_DEBUG_LOG: debug,
			WP_DEBUG_DISPLAY: false,
			AUTOMATIC_UPDATER_DISABLED: true,
			...constants,
		},
	} );
	const seed = shop && ! shopIsOpen( site ) && existsSync( join( root, 'demo/seed.php' ) );
	const args = [ '--import', KEEP_OPCODES, cli(), 'server', `--port=${ port }`, `--site-url=${ url }`, `--php=${ php }`, '--workers=1', '--verbosity=normal',
		`--mount-before-install=${ site }:/wordpress`, '--wordpress-install-mode=install-from-existing-files-if-needed' ];
	if ( plugin !== null ) {
		args.push( `--mount=${ plugin }:/wordpress/wp-content/plugins/candid` );
	}
	if ( seed ) {
		const blueprint = join( folder, 'blueprint.json' );
		await mkdir( folder, { recursive: true } );
		await writeFile( blueprint, JSON.stringify( await blueprintFor( { mounted: true, activate, php } ) ) );
		args.push( ...MOUNTS.map( ( { from, to } ) => `--mount=${ from }:${ to }` ), `--blueprint=${ blueprint }` );
	}
	const running = await launch( args, url );
	if ( seed ) {
		await writeFile( shopMarker( site ), new Date().toISOString() );
	}
	return { ...running, url, folder: site };
}

/** Starts the command and waits for WordPress' first answer. */
async function launch( args, url ) {
	const child = spawn( process.execPath, args, { cwd: root, stdio: [ 'ignore', 'pipe', 'pipe' ] } );
	let said = '';
	const keep = ( data ) => ( said = ( said + data ).slice( -20000 ) );
	child.stdout.on( 'data', keep );
	child.stderr.on( 'data', keep );
	const ended = new Promise( ( resolve ) => child.on( 'close', ( code ) => resolve( code ?? 0 ) ) );
	const stop = async () => {
		child.kill( 'SIGTERM' );
		const late = setTimeout( () => child.kill( 'SIGKILL' ), 5000 );
		await ended;
		clearTimeout( late );
	};
	const ready = new Promise( ( resolve ) => child.stdout.on( 'data', () => said.includes( 'Ready!' ) && resolve( 'ready' ) ) );
	const tooLong = new Promise( ( resolve ) => setTimeout( resolve, 240000, 'late' ).unref() );
	const state = await Promise.race( [ ready, ended, tooLong ] );
	const answer = state === 'ready' ? await fetch( url, { redirect: 'manual' } ).catch( () => null ) : null;
	if ( answer === null || answer.status >= 500 ) {
		await stop();
		const lines = said.replace( /\u001b\[[\d;]*[A-Za-z]/g, '' ).trim().split( '\n' ).slice( -25 ).join( '\n' );
		throw new Stop( `WordPress did not start${ answer ? ` (it answers ${ answer.status })` : '' }. It said:\n${ lines }` );
	}
	const keepTime = setInterval( () => fetch( `${ url }/wp-cron.php?doing_wp_cron` ).catch( () => {} ), 60000 );
	keepTime.unref();
	ended.then( () => clearInterval( keepTime ) );
	return { ended, stop, pid: child.pid };
}
