import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { root } from '../../../../tools/base/console.mjs';
import { closeReplayer } from '../../../../tools/build/close-replayer.mjs';

const bundle = ( contents: string, mustRun: boolean ) => build( { stdin: { contents, resolveDir: root }, bundle: true, write: false, format: 'esm', logLevel: 'silent', plugins: [ closeReplayer( { mustRun } ) ] } );

describe( 'the plugin that closes the replay engine', () => {
	it( 'takes out what would turn its protection off', async () => {
		const { outputFiles } = await bundle( "export { Replayer } from '@rrweb/replay';", true );
		expect( outputFiles[ 0 ]?.text ).toContain( 'Replayer' );
		expect( outputFiles[ 0 ]?.text ).not.toContain( 'UNSAFE_replayCanvas' );
	} );

	it( 'fails the build of a bundle that should have the engine and came without its changes', async () => {
		await expect( bundle( "export { Replayer } from './node_modules/@rrweb/replay/umd/replay.js';", true ) ).rejects.toThrow( 'without the changes of tools/build/close-replayer.mjs' );
	} );

	it( 'lets a bundle without the engine pass where none is expected', async () => {
		await expect( bundle( 'export default 1;', false ) ).resolves.toBeDefined();
	} );
} );
