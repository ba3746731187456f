import { readFile } from 'node:fs/promises';

/**
 * What the stage never uses of the replay engine, compiled out, so that no option can bring it back:
 * canvas commands and the second, virtual document. Each replacement must fit the pinned version
 * exactly as often as counted here; a new version that differs fails the build and is looked at.
 */
const REPLACEMENTS = [
	[ '__publicField(this, "UNSAFE_replayCanvas", false);', '', 1 ],
	[ 'this.config.UNSAFE_replayCanvas', 'false', 3 ],
	[ 'this.UNSAFE_replayCanvas = true;', '', 1 ],
	[ 'this.UNSAFE_replayCanvas = false;', '', 1 ],
	[ 'UNSAFE_replayCanvas: false,', '', 1 ],
	[ 'this.UNSAFE_replayCanvas', 'false', 1 ],
	[ 'this.config.useVirtualDom', 'false', 1 ],
	[ 'this.usingVirtualDom = true;', '', 1 ],
];

/** esbuild plugin: the replay engine with the parts above compiled out. */
export function closeReplayer() {
	return {
		name: 'close-replayer',
		setup( build ) {
			build.onLoad( { filter: /@rrweb[\\/]replay[\\/]dist[\\/]replay\.js$/ }, async ( { path } ) => {
				let contents = await readFile( path, 'utf8' );
				for ( const [ from, to, times ] of REPLACEMENTS ) {
					const found = contents.split( from ).length - 1;
					if ( found !== times ) {
						return { errors: [ { text: `"${ from }" is ${ found } times in the replay engine, expected ${ times }. Read what changed in it, then adapt tools/close-replayer.mjs.` } ] };
					}
					contents = contents.replaceAll( from, to );
				}
				return { contents, loader: 'js' };
			} );
		},
	};
}
