/** The native stack: nginx, PHP-FPM and MariaDB below one folder, with a WordPress in it. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stop, root } from '../base/console.mjs';
import { run } from '../base/packages.mjs';
import { demandPort } from '../base/port.mjs';
import { ADMIN, prepareSite, shopIsOpen, shopMarker } from '../wordpress/site.mjs';
import { databaseArguments, fpmConfiguration, nginxConfiguration } from './configuration.mjs';
import { program } from './machine.mjs';
import { runningPid, startApart, stopByPidFile, until } from './processes.mjs';

const quiet = { stdio: [ 'ignore', 'pipe', 'pipe' ] };
const DATABASE = 'candid';

/** A Unix socket's path may have 107 characters at most, so in a deep folder the sockets lie elsewhere. */
function pathsOf( folder ) {
	const near = join( folder, 'run' );
	const short = join( tmpdir(), `candid-${ createHash( 'sha256' ).update( folder ).digest( 'hex' ).slice( 0, 12 ) }` );
	return { folder, run: near.length < 80 ? near : short, site: join( folder, 'site' ) };
}

const PROCESSES = [ [ 'nginx.pid', 'nginx', 'SIGQUIT' ], [ 'php-fpm.pid', 'php-fpm', 'SIGQUIT' ], [ 'mariadb.pid', 'mariadbd', 'SIGTERM' ] ];

/** @return {Promise<boolean>} Whether all three run. */
export async function nativeRuns( folder ) {
	const paths = pathsOf( folder );
	const pids = await Promise.all( PROCESSES.map( ( [ file, name ] ) => runningPid( join( paths.run, file ), name ) ) );
	return pids.every( ( pid ) => pid !== null );
}

/** Stops what was started in this folder. @return {Promise<number>} How many processes. */
export async function stopNative( folder ) {
	const { run: runFolder } = pathsOf( folder );
	let stopped = 0;
	for ( const [ file, name, signal ] of PROCESSES ) {
		stopped += await stopByPidFile( join( runFolder, file ), name, signal ) ? 1 : 0;
	}
	return stopped;
}

/** The last lines of a log, for an error message. */
const tail = async ( path ) => ( await readFile( path, 'utf8' ).catch( () => '' ) ).trim().split( '\n' ).slice( -8 ).join( '\n' );

/**
 * Starts MariaDB alone, with an empty database "candid" and a root without password behind its socket.
 *
 * @param {string} folder Absolute folder for its data, logs and socket.
 * @return {Promise<{socket: string, name: string, stop: () => Promise<boolean>}>} Where it listens.
 */
export async function bootDatabase( folder ) {
	const paths = pathsOf( folder );
	for ( const name of [ paths.run, join( folder, 'log' ), join( folder, 'tmp' ) ] ) {
		await mkdir( name, { recursive: true } );
	}
	const user = process.getuid?.() === 0 ? [ '--user=root' ] : [];
	const socket = join( paths.run, 'mariadb.sock' );
	const pidFile = join( paths.run, 'mariadb.pid' );
	if ( ! existsSync( join( folder, 'database/mysql' ) ) ) {
		const made = await run( program( 'mariadb-install-db' ), [ '--no-defaults', `--datadir=${ join( folder, 'database' ) }`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user ], quiet );
		if ( made.code !== 0 ) {
			throw new Stop( `MariaDB could not make its tables:\n${ made.output.trim().split( '\n' ).slice( -8 ).join( '\n' ) }` );
		}
	}
	if ( await runningPid( pidFile, 'mariadbd' ) === null ) {
		startApart( program( 'MariaDB' ), [ ...databaseArguments( paths ), ...user ] );
	}
	const sql = ( query ) => run( 'mariadb', [ '--no-defaults', `--socket=${ socket }`, '-uroot', '-e', query ], quiet );
	await until( async () => ( await sql( `CREATE DATABASE IF NOT EXISTS ${ DATABASE }` ) ).code === 0, 60, 'late' ).catch( async () => {
		throw new Stop( `MariaDB did not start. It said:\n${ await tail( join( folder, 'log/mariadb.log' ) ) }` );
	} );
	return { socket, name: DATABASE, stop: () => stopByPidFile( pidFile, 'mariadbd' ) };
}

const needsInstallation = async ( url ) => ( ( await fetch( `${ url }/wp-login.php`, { redirect: 'manual' } ) ).headers.get( 'location' ) ?? '' ).includes( 'install.php' );

/** As a person does it: the installer's own form. */
async function installWordPress( url ) {
	const form = { weblog_title: 'A site', user_name: ADMIN.user, admin_password: ADMIN.password, admin_password2: ADMIN.password, pw_weak: '1', admin_email: ADMIN.email, blog_public: '0' };
	const answer = await fetch( `${ url }/wp-admin/install.php?step=2`, { method: 'POST', body: new URLSearchParams( form ) } );
	const page = await answer.text();
	if ( answer.status !== 200 || ! page.includes( 'wp-login.php' ) ) {
		throw new Stop( `WordPress could not be installed (answer ${ answer.status }):\n${ page.replace( /<[^>]+>/g, ' ' ).replace( /\s+/g, ' ' ).slice( 0, 500 ) }` );
	}
}

/** Runs PHP with this WordPress loaded. @return {Promise<{code: number, output: string, stdout: string}>} */
export function runInWordPress( site, url, code ) {
	const head = `$_SERVER['HTTP_HOST']='${ new URL( url ).host }';$_SERVER['REQUEST_URI']='/';require '${ site }/wp-load.php';`;
	return run( program( 'php' ), [ '-d', 'display_errors=stderr', '-d', 'memory_limit=512M', '-r', head + code ], quiet );
}

async function openShop( site, url, activate ) {
	const done = await runInWordPress( site, url, `define('CANDID_DEMO_FOLDER','${ join( root, 'demo' ) }');define('CANDID_DEMO_ACTIVATE',${ activate });require '${ join( root, 'tools/wordpress/open-shop.php' ) }';echo "\\nopen";` );
	if ( done.code !== 0 || ! done.output.trim().endsWith( 'open' ) ) {
		throw new Stop( `The shop could not be opened:\n${ done.output.trim().slice( -1500 ) }` );
	}
	await writeFile( shopMarker( site ), new Date().toISOString() );
}

/**
 * Starts the whole stack. What runs already is left running.
 *
 * @param {Object}  options
 * @param {string}  options.folder Absolute folder for everything.
 * @param {{folder: string, version: string, name: string}} options.core   What assembleCore gave.
 * @param {number}  options.port   Port on 127.0.0.1.
 * @param {string|null} [options.plugin] The plugin's folder, linked; null leaves wp-content/plugins as it is.
 * @param {boolean} [options.shop]   Open the demo shop (once).
 * @param {boolean} [options.activate] With the shop: activate Candid and turn recording on.
 * @param {Object}  [options.constants] More constants for wp-config.php.
 * @return {Promise<{url: string, folder: string, socket: string, stop: () => Promise<number>}>} The running site.
 */
export async function bootNative( { folder, core, port, plugin = join( root, 'plugin' ), shop = true, activate = true, constants = {} } ) {
	const paths = pathsOf( folder );
	const url = `http://127.0.0.1:${ port }`;
	const running = await nativeRuns( folder );
	if ( ! running ) {
		await demandPort( port, 'Stop that program, or choose another port: npm run stack -- --port <number>' );
	}
	const database = await bootDatabase( folder );
	const fresh = await prepareSite( {
		folder: paths.site,
		core,
		mustUse: plugin === null ? [] : [ 'keep-sources.php' ],
		constants: {
			DB_NAME: database.name, DB_USER: 'root', DB_PASSWORD: '', DB_HOST: `localhost:${ database.socket }`, DB_CHARSET: 'utf8mb4', DB_COLLATE: '',
			WP_DEBUG: true, WP_DEBUG_LOG: join( folder, 'log/debug.log' ), WP_DEBUG_DISPLAY: false,
			// The machine has no way out; its own address stays reachable.
			WP_HTTP_BLOCK_EXTERNAL: true, AUTOMATIC_UPDATER_DISABLED: true, ...constants,
		},
	} );
	if ( fresh ) {
		const made = await run( 'mariadb', [ '--no-defaults', `--socket=${ database.socket }`, '-uroot', '-e', `DROP DATABASE ${ database.name }; CREATE DATABASE ${ database.name }` ], quiet );
		if ( made.code !== 0 ) {
			throw new Stop( `MariaDB did not make the database: ${ made.output }` );
		}
	}
	const linked = join( paths.site, 'wp-content/plugins/candid' );
	if ( plugin !== null ) {
		await rm( linked, { recursive: true, force: true } );
		await symlink( plugin, linked );
	}
	if ( ! running ) {
		await startWeb( paths, port );
	}
	if ( await needsInstallation( url ) ) {
		await installWordPress( url );
	}
	if ( shop && ! shopIsOpen( paths.site ) && existsSync( join( root, 'demo/seed.php' ) ) ) {
		await openShop( paths.site, url, activate );
	}
	return { url, folder: paths.site, socket: database.socket, stop: () => stopNative( folder ) };
}

async function startWeb( paths, port ) {
	for ( const name of [ 'body', 'proxy', 'fastcgi', 'uwsgi', 'scgi' ] ) {
		await mkdir( join( paths.folder, 'tmp', name ), { recursive: true } );
	}
	await writeFile( join( paths.folder, 'php-fpm.conf' ), fpmConfiguration( paths ) );
	await writeFile( join( paths.folder, 'nginx.conf' ), nginxConfiguration( paths, port ) );
	await stopByPidFile( join( paths.run, 'php-fpm.pid' ), 'php-fpm', 'SIGQUIT' );
	await stopByPidFile( join( paths.run, 'nginx.pid' ), 'nginx', 'SIGQUIT' );
	// Daemons keep an inherited pipe open for ever, so their output goes to their logs only.
	const apart = { stdio: 'ignore' };
	const asRoot = process.getuid?.() === 0 ? [ '--allow-to-run-as-root' ] : [];
	const fpm = await run( program( 'PHP-FPM' ), [ '--fpm-config', join( paths.folder, 'php-fpm.conf' ), ...asRoot ], apart );
	if ( fpm.code !== 0 ) {
		throw new Stop( `PHP-FPM did not start. It said:\n${ await tail( join( paths.folder, 'log/php-fpm.log' ) ) }` );
	}
	const nginx = await run( program( 'nginx' ), [ '-e', join( paths.folder, 'log/nginx.log' ), '-p', paths.folder, '-c', join( paths.folder, 'nginx.conf' ) ], apart );
	if ( nginx.code !== 0 ) {
		throw new Stop( `nginx did not start. It said:\n${ await tail( join( paths.folder, 'log/nginx.log' ) ) }` );
	}
}
