/** What no bundle may contain. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { root } from '../../tools/base/console.mjs';

const build = join( root, 'plugin/build' );
const sources = new Map< string, string >();

beforeAll( async () => {
	for ( const file of await readdir( build, { recursive: true } ) ) {
		if ( file.endsWith( '.js' ) ) {
			sources.set( file, await readFile( join( build, file ), 'utf8' ) );
		}
	}
} );

it.each( [
	[ 'the replay cannot be told to run canvas commands', /^(front|player|admin|blocks)\//, /UNSAFE_replayCanvas/ ],
	[ 'pages of visitors carry no nonce, which a cached page would keep after it has died', /^front\//, /wp_rest/ ],
	[ 'pages of visitors carry no parser of style sheets', /^front\//, /postcss|PostCSS/ ],
	[ 'React is WordPress’s own', /./, /_owner:/ ],
	[ 'no bundle names a source map', /./, /\/\/# sourceMappingURL=\S+\s*$/ ],
] )( '%s', ( _, where, what ) => {
	const files = [ ...sources.keys() ].filter( ( file ) => where.test( file ) );
	expect( files.length ).toBeGreaterThan( 0 );
	expect( files.filter( ( file ) => what.test( sources.get( file ) ?? '' ) ) ).toEqual( [] );
} );
