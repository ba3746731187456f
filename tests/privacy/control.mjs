/** The recorder with one rule taken out, to see that the suite would notice. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { trimRrweb } from '../../tools/trim-rrweb.mjs';

const root = dirname( dirname( dirname( fileURLToPath( import.meta.url ) ) ) );

/** What a rule answers when it does nothing. */
const IDLE = {
	scrubUrl: '( url ) => url',
	scrubText: '( text ) => text',
	scrubCss: '( css ) => css',
	scrubStyle: '( style ) => style',
	scrubAttribute: '( tag, name, value ) => value',
	maskText: '( text ) => text',
	isFormControl: '() => false',
	isSensitiveField: '() => null',
	markerOf: '() => null',
};

/**
 * Builds both recorders without one rule.
 *
 * @param {string} rule One of the names of IDLE.
 */
export async function recorderWithout( rule ) {
	if ( ! IDLE[ rule ] ) {
		throw new Error( `No rule "${ rule }". Rules: ${ Object.keys( IDLE ).join( ', ' ) }.` );
	}
	const real = join( root, 'src/privacy/index.ts' );
	const { outputFiles } = await build( {
		entryPoints: [ join( root, 'src/recorder/index.ts' ) ],
		bundle: true,
		write: false,
		format: 'iife',
		target: 'es2020',
		plugins: [ trimRrweb, {
			name: 'without-a-rule',
			setup( bundle ) {
				bundle.onResolve( { filter: /^(?:\.\.\/){1,2}privacy$/ }, () => ( { path: rule, namespace: 'control' } ) );
				bundle.onLoad( { filter: /.*/, namespace: 'control' }, () => ( {
					contents: `export * from ${ JSON.stringify( real ) }; export const ${ rule } = ${ IDLE[ rule ] };`,
					resolveDir: root,
				} ) );
			},
		} ],
	} );
	return { visit: outputFiles[ 0 ].text, 'visit-inputs': outputFiles[ 0 ].text };
}
