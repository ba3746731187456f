/**
 * A module hook that lets PHP in WebAssembly find the scripts it has compiled.
 *
 * `@php-wasm/node` checks a whole-file lock as if it were a range lock: LOCK_SH and F_WRLCK are both 1,
 * so a shared lock on a file that is open for reading is refused (EBADF). PHP's file cache asks for
 * exactly that before it reads, hence it compiles all of WordPress again on every request. Measured on
 * /wp-login.php: 0.62 s before, 0.15 s after. The one worker shares the cache with nobody, so it needs
 * no lock there at all.
 *
 * Where a newer version says it otherwise, nothing is changed; tests/unit/tools/keep-opcodes.test.ts tells.
 */
export const MODULE = '/@php-wasm/node/index.js';
const CACHE = '/internal/shared/opcache/';
const BEFORE = 'const paramsCheckErrno = locking.check_lock_params(fd, op);';
const AFTER = `if ( vfsPath.startsWith( '${ CACHE }' ) ) { return 0; } ${ BEFORE }`;

/** @param {string} source Text of the module. */
export const keepOpcodes = ( source ) => source.replace( BEFORE, AFTER );

/** Node's hook, see https://nodejs.org/docs/latest-v20.x/api/module.html#loadurl-context-nextload */
export async function load( url, context, nextLoad ) {
	const loaded = await nextLoad( url, context );
	return url.endsWith( MODULE ) && loaded.source ? { ...loaded, source: keepOpcodes( String( loaded.source ) ) } : loaded;
}
