/** What the native stack and the tests need of a machine, and how a Debian gets it. */
import { readdirSync, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop } from '../base/console.mjs';
import { run } from '../base/packages.mjs';

const FOLDERS = [ ...( process.env.PATH ?? '' ).split( delimiter ), '/usr/sbin', '/usr/local/sbin', '/sbin' ];

/** Full path of the first program whose name matches, or null. Newest version first ("php-fpm8.4" before "php-fpm8.2"). */
export function findProgram( pattern ) {
	for ( const folder of new Set( FOLDERS ) ) {
		const names = existsSync( folder ) ? readdirSync( folder ) : [];
		const found = names.filter( ( name ) => pattern.test( name ) ).sort().pop();
		if ( found ) {
			return join( folder, found );
		}
	}
	return null;
}

/** Program → how its name looks. */
const PROGRAMS = {
	php: /^php$/,
	composer: /^composer$/,
	nginx: /^nginx$/,
	'PHP-FPM': /^php-fpm(\d+\.\d+)?$/,
	MariaDB: /^mariadbd$/,
	'mariadb-install-db': /^mariadb-install-db$/,
	Chromium: /^chromium(-browser)?$/,
	'Chromium without windows': /^chromium-headless-shell$/,
	git: /^git$/,
};

const PHP_EXTENSIONS = [ 'curl', 'gd', 'intl', 'mbstring', 'mysqli', 'openssl', 'pdo_sqlite', 'xml', 'zip' ];
const PHP_PACKAGES = [ 'php-cli', 'php-curl', 'php-gd', 'php-intl', 'php-mbstring', 'php-mysql', 'php-sqlite3', 'php-xml', 'php-zip' ];

/** Program → what does as well where it cannot be had. The same engine with windows needs three times the processor time. */
const STAND_INS = { 'Chromium without windows': 'Chromium' };

/** Purpose → programs it needs and the Debian packages that bring them. */
const PURPOSES = {
	php: { programs: [ 'php', 'composer' ], packages: [ ...PHP_PACKAGES, 'composer', 'unzip' ] },
	stack: { programs: [ 'php', 'nginx', 'PHP-FPM', 'MariaDB', 'mariadb-install-db' ], packages: [ ...PHP_PACKAGES, 'nginx', 'php-fpm', 'mariadb-server' ] },
	browser: { programs: [ 'Chromium without windows' ], packages: [ 'chromium-headless-shell', 'fonts-dejavu-core' ] },
};

async function missingOf( programs ) {
	const missing = programs.filter( ( name ) => findProgram( PROGRAMS[ name ] ) === null );
	if ( programs.includes( 'php' ) && ! missing.includes( 'php' ) ) {
		const { output } = await run( findProgram( PROGRAMS.php ), [ '-m' ], { stdio: [ 'ignore', 'pipe', 'ignore' ] } );
		const there = output.toLowerCase().split( /\s+/ );
		missing.push( ...PHP_EXTENSIONS.filter( ( name ) => ! there.includes( name ) ).map( ( name ) => `PHP's ${ name }` ) );
	}
	return missing;
}

/** Full path of a program named above. */
export const program = ( name ) => findProgram( PROGRAMS[ name ] );

/** Full path of the browser the tests drive; CANDID_CHROMIUM names another. */
export const browserProgram = () => process.env.CANDID_CHROMIUM || program( 'Chromium without windows' ) || program( 'Chromium' ) || '/usr/bin/chromium';

/** Without those that something else stands in for. */
const unbearable = ( missing ) => missing.filter( ( name ) => ! STAND_INS[ name ] || program( STAND_INS[ name ] ) === null );

/**
 * Makes sure that the machine has what the purposes need; installs it on a Debian where we are root.
 *
 * @param {...string} purposes "php", "stack", "browser".
 * @return {Promise<string>} What was done, for people.
 * @throws {Stop} Naming what is missing and which packages bring it.
 */
export async function needMachine( ...purposes ) {
	const programs = [ ...new Set( purposes.flatMap( ( name ) => PURPOSES[ name ].programs ) ) ];
	const missing = await missingOf( programs );
	if ( missing.length === 0 ) {
		return 'all there';
	}
	const packages = [ ...new Set( purposes.flatMap( ( name ) => PURPOSES[ name ].packages ) ) ];
	const advice = `Missing: ${ missing.join( ', ' ) }. On Debian or Ubuntu: sudo apt-get install ${ packages.join( ' ' ) }`;
	if ( process.getuid?.() !== 0 || findProgram( /^apt-get$/ ) === null ) {
		if ( unbearable( missing ).length === 0 ) {
			return `without ${ missing.join( ', ' ) }, which would be quicker`;
		}
		throw new Stop( advice );
	}
	const quiet = { stdio: [ 'ignore', 'pipe', 'pipe' ], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' } };
	const update = await run( 'apt-get', [ 'update', '-q' ], quiet );
	const install = await run( 'apt-get', [ 'install', '-q', '-y', '--no-install-recommends', ...packages ], quiet );
	const still = unbearable( await missingOf( programs ) );
	if ( still.length > 0 ) {
		const said = `${ update.output }\n${ install.output }`.trim().split( '\n' ).slice( -12 ).join( '\n' );
		throw new Stop( `These could not be installed: ${ still.join( ', ' ) }.\n${ said }\n${ advice }` );
	}
	return `installed ${ missing.join( ', ' ) }`;
}
