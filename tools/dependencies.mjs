/**
 * Installs what is missing: npm's packages, Composer's, and WP-CLI for the tests.
 * Imports nothing outside Node, for it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Stop, root } from './console.mjs';

/** Browsers are never downloaded: the tests use the machine's Chromium, `npm start` needs none. */
export const NO_BROWSERS = { PUPPETEER_SKIP_DOWNLOAD: '1', PUPPETEER_SKIP_CHROMIUM_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };

/**
 * Runs a command.
 *
 * @param {string}   command Program.
 * @param {string[]} args    Its arguments.
 * @param {Object}   options spawn's options; output is shown unless `stdio` says otherwise.
 * @return {Promise<{code: number, output: string, stdout: string}>} Exit code (127: no such program), and where captured: all it said, and what it said on standard output.
 */
export function run( command, args, options = {} ) {
	return new Promise( ( resolve ) => {
		const child = spawn( command, args, { cwd: root, stdio: 'inherit', ...options } );
		let output = '';
		let stdout = '';
		child.stdout?.setEncoding( 'utf8' ).on( 'data', ( data ) => {
			output += data;
			stdout += data;
		} );
		child.stderr?.setEncoding( 'utf8' ).on( 'data', ( data ) => ( output += data ) );
		child.on( 'error', () => resolve( { code: 127, output, stdout } ) );
		child.on( 'close', ( code ) => resolve( { code: code ?? 1, output, stdout } ) );
	} );
}

const readJson = async ( path ) => JSON.parse( await readFile( join( root, path ), 'utf8' ).catch( () => 'null' ) );

/** Whether node_modules holds what package-lock.json asks for: npm leaves a list of what it installed. */
export async function packagesAreCurrent() {
	const [ wanted, there ] = [ await readJson( 'package-lock.json' ), await readJson( 'node_modules/.package-lock.json' ) ];
	return there !== null && Object.entries( wanted.packages ).every( ( [ path, entry ] ) =>
		path === '' || entry.optional || entry.devOptional || there.packages[ path ]?.version === entry.version );
}

/** Installs npm's packages when they are missing or older than package-lock.json. */
export async function installPackages() {
	if ( await packagesAreCurrent() ) {
		return 'nothing to do';
	}
	// Through a shell only where npm is a batch file.
	const { code } = await run( 'npm', [ 'ci', '--no-audit', '--no-fund', '--loglevel=error' ], {
		env: { ...process.env, ...NO_BROWSERS },
		shell: process.platform === 'win32',
	} );
	if ( code !== 0 ) {
		throw new Stop( 'npm could not install the packages (its message is above). Check the connection to the npm registry, then run the same command again.' );
	}
	return 'done';
}

/**
 * Installs a composer.json when it changed since the last time.
 *
 * @param {string}   folder Relative to the repository.
 * @param {string[]} flags  More of Composer's flags.
 */
export async function installComposer( folder, flags = [] ) {
	const manifest = await readFile( join( root, folder, 'composer.json' ), 'utf8' );
	const seal = createHash( 'sha256' ).update( manifest ).digest( 'hex' );
	const marker = join( root, folder, 'vendor/.installed' );
	const current = existsSync( join( root, folder, 'vendor/autoload.php' ) ) && await readFile( marker, 'utf8' ).catch( () => '' ) === seal;
	if ( current ) {
		return 'nothing to do';
	}
	const { code, output } = await run( 'composer', [ 'update', '--no-interaction', '--no-progress', ...flags ], {
		cwd: join( root, folder ),
		stdio: [ 'ignore', 'pipe', 'pipe' ],
		env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1', COMPOSER_NO_AUDIT: '1' },
	} );
	if ( code === 127 ) {
		throw new Stop( 'Composer is not installed. Install it (Debian: apt-get install composer php-cli) and run the same command again.' );
	}
	if ( code !== 0 ) {
		throw new Stop( `Composer could not install ${ folder }/composer.json:\n${ output.trim().split( '\n' ).slice( -12 ).join( '\n' ) }` );
	}
	await writeFile( marker, seal );
	return 'done';
}
