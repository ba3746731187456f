/** Translatable strings of PHP files, read with PHP's own tokenizer. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const READER = fileURLToPath( new URL( './strings-of-php.php', import.meta.url ) );

/**
 * @param {Record<string, string>} files Texts of the files by path.
 * @return {Record<string, {id: string, plural?: string, context?: string, note?: string}[]>} The strings of each file, in order.
 * @throws {Error} When there is no PHP on this machine.
 */
export const stringsOfPhp = ( files ) => JSON.parse( execFileSync( 'php', [ READER ], { input: JSON.stringify( files ), encoding: 'utf8', maxBuffer: 1e8 } ) );
