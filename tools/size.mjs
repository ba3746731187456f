/** Size budgets (.size-limit.json), and strings that may not stand in a bundle. Exit 1 when one is broken. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, brotliCompressSync } from 'node:zlib';
import { root } from './base/console.mjs';

const BYTES = { B: 1, KB: 1024 };
const bytesOf = ( text ) => {
	const [ , number, unit ] = /^([\d.]+) (B|KB)$/.exec( text );
	return Number( number ) * BYTES[ unit ];
};

/** Where → what may not stand there, and why. */
const FORBIDDEN = [
	[ /^(front|player|picker|admin)\//, /UNSAFE_replayCanvas\s*:\s*(!0|true)/, 'turns off the replay\'s own protection' ],
	[ /^front\//, /UNSAFE_replayCanvas/, 'belongs to the replay, not into a visitor\'s page' ],
	[ /^front\//, /wp_rest/, 'a cached page would carry a nonce that has died' ],
	[ /^front\//, /postcss|PostCSS/, 'three times the bytes: the import must be @rrweb/record' ],
	[ /^(front|admin|blocks|picker)\//, /_owner:/, 'React is inlined; WordPress brings its own' ],
	[ /^/, /\/\/# sourceMappingURL=\S+\s*$/, 'source maps do not ship' ],
];

const build = join( root, 'plugin/build' );
const problems = [];

for ( const { name, path, limit, brotli } of JSON.parse( await readFile( join( root, '.size-limit.json' ), 'utf8' ) ) ) {
	if ( ! existsSync( join( root, path ) ) ) {
		problems.push( `${ path } was not built.` );
		continue;
	}
	const source = await readFile( join( root, path ) );
	const size = ( brotli ? brotliCompressSync( source ) : gzipSync( source, { level: 9 } ) ).length;
	const line = `${ name.padEnd( 28 ) } ${ ( size / 1024 ).toFixed( 2 ).padStart( 7 ) } KB ${ brotli ? 'brotli' : 'gzip  ' }  of ${ limit }`;
	console.log( line );
	if ( size > bytesOf( limit ) ) {
		problems.push( `${ path } is over its budget: ${ line }` );
	}
}

for ( const file of await readdir( build, { recursive: true } ) ) {
	if ( ! file.endsWith( '.js' ) ) {
		continue;
	}
	const source = await readFile( join( build, file ), 'utf8' );
	for ( const [ where, what, why ] of FORBIDDEN ) {
		if ( where.test( file ) && what.test( source ) ) {
			problems.push( `plugin/build/${ file } contains ${ what }: ${ why }.` );
		}
	}
}

if ( problems.length > 0 ) {
	console.error( problems.join( '\n' ) );
	process.exit( 1 );
}
