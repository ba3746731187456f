/** PHP tests on the databases and PHP versions that the plugin claims. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleCore } from '../wordpress/assemble-core.mjs';
import { root } from '../base/console.mjs';
import { run } from '../base/packages.mjs';
import { bootDatabase, stopNative } from '../stack/server.mjs';
import { phpUnit } from './tools-output.mjs';

/** @param {'sqlite'|'mariadb'} engine Where WordPress keeps its tables. */
export async function phpIntegration( engine ) {
	const core = await assembleCore();
	const env = { CANDID_CORE: core.folder };
	if ( engine === 'sqlite' ) {
		return phpUnit( [ '--testsuite', 'integration' ], { ...env, CANDID_DB: 'sqlite' } );
	}
	const folder = join( root, '.cache/php-mariadb' );
	// A run that was broken off leaves its server behind.
	await stopNative( folder );
	await rm( folder, { recursive: true, force: true } );
	await mkdir( folder, { recursive: true } );
	const database = await bootDatabase( folder );
	try {
		return await phpUnit( [ '--testsuite', 'integration' ], {
			...env, CANDID_DB: 'mysql', CANDID_DB_HOST: `localhost:${ database.socket }`, CANDID_DB_SOCKET: database.socket, CANDID_DB_USER: 'root', CANDID_DB_PASSWORD: '', CANDID_DB_NAME: database.name,
		} );
	} finally {
		await database.stop();
	}
}

/** PHP-WASM brings every version without a second machine. */
const wasm = ( version ) => [ process.execPath, [ join( root, 'node_modules/@wp-playground/cli/wp-playground.js' ), 'php', `--php=${ version }`, `--mount=${ root }:${ root }`, '--wordpress-install-mode=do-not-attempt-installing', '--skip-sqlite-setup', '--verbosity=quiet', '--' ] ];

/**
 * Loads every file of the plugin with all errors on, and runs the tests that need no WordPress.
 *
 * @param {string} version "8.1" or "8.5".
 */
export async function phpUnderWasm( version ) {
	const [ program, args ] = wasm( version );
	const { code, output, stdout } = await run( program, [ ...args, join( root, 'tools/test/load-every-file.php' ), join( root, 'plugin' ) ], { stdio: [ 'ignore', 'pipe', 'pipe' ] } );
	const [ , runs, files ] = /^PHP (\d+\.\d+)\S*: (\d+) files loaded$/m.exec( stdout ) ?? [];
	if ( code !== 0 || runs !== version ) {
		return { passed: 0, failed: 1, details: output };
	}
	const tests = await phpUnit( [ '--testsuite', 'unit' ], {}, wasm( version ) );
	return { passed: tests.passed + Number( files ), failed: tests.failed, details: tests.details };
}
