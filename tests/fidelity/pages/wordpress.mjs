/** Pages that a real WordPress renders once at the start of a run. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * @return {Promise<{pages: Record<string, string>, themes: string[], core: string, content: string, close: () => Promise<void>}>} HTML by name with addresses
 * relative to the host, default themes newest first, folders of the files, and what removes them.
 */
export async function renderWordPress() {
	const php = spawn( 'php', [ join( dirname( fileURLToPath( import.meta.url ) ), 'wordpress.php' ) ], { stdio: [ 'pipe', 'pipe', 'inherit' ] } );
	const { value, done } = await createInterface( { input: php.stdout } )[ Symbol.asyncIterator ]().next();
	if ( done ) {
		throw new Error( 'WordPress rendered nothing.' );
	}
	const { root, pages, ...rest } = JSON.parse( value );
	const close = async () => {
		php.stdin.end();
		await new Promise( ( resolve ) => ( php.exitCode === null ? php.once( 'exit', resolve ) : resolve() ) );
	};
	// A font that comes a little late on a busy machine would not be shown at all.
	const local = ( html ) => html.replaceAll( root, '' ).replaceAll( root.replaceAll( '/', '\\/' ), '' ).replace( /font-display:\s*(?:fallback|optional)/g, 'font-display:swap' );
	return { ...rest, close, pages: Object.fromEntries( Object.entries( pages ).map( ( [ name, html ] ) => [ name, local( html ) ] ) ) };
}
