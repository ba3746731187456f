import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../../tools/base/console.mjs';
import { privateNames } from '../../../../tools/build/private-names.mjs';

it( 'shortens no name that stands in JSON, in a string or in what scripts of a page share', async () => {
	const names = await privateNames();
	expect( names.length ).toBeGreaterThan( 100 );
	expect( names ).toContain( 'lookAtChanges' );
	const event = await readFile( join( root, 'src/contracts/generated/event.ts' ), 'utf8' );
	const config = await readFile( join( root, 'src/contracts/generated/front-config.ts' ), 'utf8' );
	const words = new Set( ( event + config ).match( /\w+/g ) );
	expect( names.filter( ( name ) => words.has( name ) ) ).toEqual( [] );
	for ( const shared of [ 'recorder', 'allows', 'withdraw', 'resume', 'isRecording', 'calls', 'isRecorder', 'block', 'written' ] ) {
		expect( names ).not.toContain( shared );
	}
} );
