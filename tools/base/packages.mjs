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

/**
 * The packages of package-lock.json that a command needs, by path.
 *
 * `npm start` needs what builds and runs the demo ("dependencies" of package.json), everything else also what tests
 * and checks ("devDependencies"). Packages marked optional are left out where they do not fit the machine.
 *
 * @param {{packages: Record<string, {version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean}>}} lock
 * @param {'run'|'all'} purpose What for.
 * @return {[string, string|undefined][]} Path and version of each.
 */
export function neededPackages( lock, purpose ) {
	return Object.entries( lock.packages )
		.filter( ( [ path, entry ] ) => path !== '' && ! entry.optional && ! ( purpose === 'run' && ( entry.dev || entry.devOptional ) ) )
		.map( ( [ path, { version } ] ) => [ path, version ] );
}

/** The needed packages that are not there in their version: npm leaves a list of what it installed. */
async function missingPackages( purpose ) {
	const [ wanted, there ] = [ await readJson( 'package-lock.json' ), await readJson( 'node_modules/.package-lock.json' ) ];
	return neededPackages( wanted, purpose ).filter( ( [ path, version ] ) => there?.packages[ path ]?.version !== version );
}

/**
 * Installs npm's packages when they are missing or older than package-lock.json.
 *
 * @param {Object}      [options]
 * @param {'run'|'all'} [options.purpose] "run": what `npm start` needs; "all": tests and checks too.
 * @param {( progress: () => string ) => void} [options.tell] Takes a function that says how far it is.
 * @return {Promise<string>} What was done, for people.
 * @throws {Stop} When npm fails.
 */
export async function installPackages( { purpose = 'all', tell = () => {} } = {} ) {
	const missing = await missingPackages( purpose );
	if ( missing.length === 0 ) {
		return 'nothing to do';
	}
	tell( () => `${ missing.filter( ( [ path ] ) => existsSync( join( root, path, 'package.json' ) ) ).length } of ${ missing.length } packages` );
	// "npm ci" empties node_modules first; where packages of the lock are there already, "npm install" adds the others to them.
	const fresh = ! existsSync( join( root, 'node_modules/.package-lock.json' ) );
	const { code } = await run( 'npm', [ ...( fresh ? [ 'ci' ] : [ 'install', '--no-save' ] ), ...( purpose === 'run' ? [ '--omit=dev' ] : [ '--include=dev' ] ), '--no-audit', '--no-fund', '--loglevel=error' ], {
		env: { ...process.env, ...NO_BROWSERS },
		// Through a shell only where npm is a batch file.
		shell: process.platform === 'win32',
	} );
	if ( code !== 0 ) {
		throw new Stop( 'npm could not install the packages (its message is above). Check the connection to the npm registry, then run the same command again.' );
	}
	return `${ missing.length } installed`;
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
