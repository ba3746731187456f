/** What the zip says about what it contains. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../tools/base/console.mjs';
import { packagesOf } from '../../tools/build/licenses.mjs';

const read = ( path: string ): Promise< string > => readFile( join( root, path ), 'utf8' );

it( 'the plugin carries the license of the project', async () => {
	expect( await read( 'plugin/LICENSE' ) ).toBe( await read( 'LICENSE' ) );
} );

it( 'every bundled package is named with its license and its copyright', async () => {
	const text = await read( 'plugin/build/THIRD-PARTY-LICENSES.txt' );
	for ( const name of [ '@rrweb/replay', '@wordpress/icons', '@medv/finder', 'mitt', '@xstate/fsm', 'postcss', 'tslib' ] ) {
		expect( text, name ).toMatch( new RegExp( `^${ name } \\d+\\.\\d+\\.\\d+ \\(`, 'm' ) );
	}
	expect( text ).toContain( 'Copyright (c) 2018 Contributors (https://github.com/rrweb-io/rrweb/graphs/contributors)' );
	expect( text ).toContain( 'Copyright (c) 2015 David Khourshid' );
	expect( text ).toContain( 'Copyright 2013 Andrey Sitnik' );
} );

it( 'packages inside a published bundle count as bundled', () => {
	expect( packagesOf( [ 'src/a.ts', 'node_modules/@medv/finder/finder.js', 'node_modules/x/node_modules/@rrweb/replay/dist/replay.js' ] ) )
		.toEqual( [ '@medv/finder', '@rrweb/replay', '@rrweb/utils', '@xstate/fsm', 'base64-arraybuffer', 'mitt', 'nanoid', 'picocolors', 'postcss', 'rrdom', 'rrweb', 'rrweb-snapshot', 'source-map-js', 'tslib' ] );
} );
