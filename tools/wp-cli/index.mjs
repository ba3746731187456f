/** WP-CLI on a WordPress of the native stack. */
import { join } from 'node:path';
import { root } from '../base/console.mjs';
import { installComposer, run } from '../base/packages.mjs';
import { program } from '../stack/machine.mjs';

export const installWpCli = () => installComposer( 'tools/wp-cli', [ '--ignore-platform-req=php', '--no-dev' ] );

/**
 * Runs `wp …`. Its release is older than PHP 8.2, hence the muted deprecations.
 *
 * @param {string}   site WordPress' folder.
 * @param {string[]} args For example [ 'candid', 'list', '--format=json' ].
 * @return {Promise<{code: number, output: string, stdout: string}>} Exit code and what it said.
 */
export const wp = ( site, args ) => run( program( 'php' ), [ '-d', 'error_reporting=22527', join( root, 'tools/wp-cli/vendor/wp-cli/wp-cli/php/boot-fs.php' ), `--path=${ site }`, '--allow-root', ...args ], { stdio: [ 'ignore', 'pipe', 'pipe' ] } );
