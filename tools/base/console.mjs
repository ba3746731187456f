/** How the commands speak to people, and where they are. Imports nothing outside Node. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname( dirname( dirname( fileURLToPath( import.meta.url ) ) ) );

/** A reason to stop that a person can act on. Its message is shown alone, without a stack. */
export class Stop extends Error {}

const colour = process.stdout.isTTY && ! process.env.NO_COLOR;
const paint = ( code, text ) => ( colour ? `\u001b[${ code }m${ text }\u001b[0m` : text );
export const bold = ( text ) => paint( 1, text );
export const faint = ( text ) => paint( 2, text );
export const green = ( text ) => paint( 32, text );
export const red = ( text ) => paint( 31, text );

/** Seconds since `from` (ms), for people. */
export const seconds = ( from ) => `${ ( ( Date.now() - from ) / 1000 ).toFixed( 1 ) } s`;

/** How often a step that takes long says how far it is, ms. */
const STILL_MS = 10_000;

/**
 * Says what is being done, does it, says how long it took.
 *
 * @template T
 * @param {string} title What is being done.
 * @param {( tell: ( progress: () => string ) => void ) => Promise<T>} action Does it; a string it answers is shown as the
 *                 result. It may hand over a function that says how far it is.
 * @return {Promise<T>} What the action gave.
 */
export async function step( title, action ) {
	const started = Date.now();
	process.stdout.write( `${ faint( '·' ) } ${ title } …\n` );
	let progress = () => 'still at it';
	const still = setInterval( () => process.stdout.write( faint( `  ${ title }: ${ progress() }, ${ seconds( started ) }\n` ) ), STILL_MS );
	let result;
	try {
		result = await action( ( how ) => {
			progress = how;
		} );
	} finally {
		clearInterval( still );
	}
	const note = typeof result === 'string' ? `: ${ result }` : '';
	process.stdout.write( `${ green( '✓' ) } ${ title }${ note } ${ faint( seconds( started ) ) }\n` );
	return result;
}

/** Runs a command's main function: a Stop ends it with one sentence, anything else with its stack. */
export async function main( action ) {
	try {
		await action();
	} catch ( error ) {
		console.error( `\n${ red( '✗' ) } ${ error instanceof Stop ? error.message : error.stack }` );
		process.exitCode = 1;
	}
}

/**
 * Reads `--name value`, `--name=value` and `--flag` from a command line.
 *
 * @param {string[]}                          args  process.argv without its first two.
 * @param {Record<string, 'value'|'flag'>}    known What may stand there.
 * @return {Record<string, string|true>} What was given.
 * @throws {Stop} For an unknown option or a missing value.
 */
export function readOptions( args, known ) {
	const options = {};
	for ( let i = 0; i < args.length; i++ ) {
		const [ , name, inline ] = /^--([\w-]+)(?:=(.*))?$/s.exec( args[ i ] ) ?? [];
		if ( ! name || ! known[ name ] ) {
			throw new Stop( `"${ args[ i ] }" is not understood. Options: ${ Object.entries( known ).map( ( [ key, kind ] ) => `--${ key }${ kind === 'value' ? ' <value>' : '' }` ).join( ', ' ) }.` );
		}
		if ( known[ name ] === 'flag' ) {
			options[ name ] = true;
			continue;
		}
		const value = inline ?? args[ ++i ];
		if ( value === undefined || value === '' ) {
			throw new Stop( `--${ name } needs a value.` );
		}
		options[ name ] = value;
	}
	return options;
}
