/** `npm start` builds the admin app and the blocks with esbuild; what ships is built by wp-scripts. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../tools/base/console.mjs';
import { buildAdmin, buildBlocks } from '../../tools/build/quick-screens.mjs';

const shipped = join( root, 'plugin/build' );
let quick = '';

const filesOf = async ( folder: string, part: string ): Promise< string[] > =>
	( await readdir( join( folder, part ), { recursive: true } ) ).filter( ( name ) => name.includes( '.' ) ).sort();

/** Handles of an asset file, in order. */
async function handlesOf( folder: string, file: string ): Promise< string[] > {
	const source = await readFile( join( folder, file ), 'utf8' );
	return [ ...( /'dependencies' => array\(([^)]*)\)/.exec( source )?.[ 1 ] ?? '' ).matchAll( /'([^']+)'/g ) ].map( ( [ , handle ] ) => handle ?? '' );
}

beforeAll( async () => {
	quick = await mkdtemp( join( tmpdir(), 'candid-quick-' ) );
	await buildAdmin( join( quick, 'admin' ) );
	await buildBlocks( join( quick, 'blocks' ) );
} );
afterAll( async () => {
	await rm( quick, { recursive: true, force: true } );
} );

describe( 'the two builders of what WordPress loads', () => {
	it( 'write the same blocks', async () => {
		expect( await filesOf( quick, 'blocks' ) ).toEqual( await filesOf( shipped, 'blocks' ) );
	} );

	it( 'write the same admin files, but for parts that wp-scripts loads later', async () => {
		const entries = ( await filesOf( shipped, 'admin' ) ).filter( ( name ) => name.startsWith( 'index' ) );
		expect( entries.length ).toBeGreaterThan( 0 );
		expect( await filesOf( quick, 'admin' ) ).toEqual( entries );
	} );

	it( 'ask WordPress for the same scripts', async () => {
		const assets = [ ...await filesOf( shipped, 'admin' ), ...await filesOf( shipped, 'blocks' ) ].filter( ( name ) => name.endsWith( '.asset.php' ) );
		expect( assets.length ).toBeGreaterThan( 1 );
		for ( const part of [ 'admin', 'blocks' ] ) {
			for ( const file of ( await filesOf( shipped, part ) ).filter( ( name ) => name.endsWith( 'index.asset.php' ) ) ) {
				expect( await handlesOf( quick, join( part, file ) ), file ).toEqual( await handlesOf( shipped, join( part, file ) ) );
			}
		}
	} );
} );
