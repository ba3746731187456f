/**
 * `npm run bench -- fence [runs]`: processor time of one segment on the server, by tests/bench/fence.php.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const { status } = spawnSync( 'php', [ '-d', 'memory_limit=512M', fileURLToPath( new URL( 'fence.php', import.meta.url ) ), ...process.argv.slice( 2 ) ], { stdio: 'inherit' } );
process.exitCode = status ?? 1;
