/** The recorder with one rule taken out, to see that the suite would notice. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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
	reasonOfField: '() => null',
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
	const definition = new RegExp( `export (?:function|const) ${ rule }\\b` );
	const { outputFiles } = await build( {
		entryPoints: [ join( root, 'src/recorder/with-inputs.ts' ) ],
		bundle: true,
		write: false,
		format: 'iife',
		target: 'es2020',
		plugins: [ {
			name: 'without-a-rule',
			setup( bundle ) {
				bundle.onLoad( { filter: /src\/privacy\/[\w-]+\.ts$/ }, async ( { path } ) => {
					const source = await readFile( path, 'utf8' );
					return definition.test( source ) ? { contents: `${ source.replace( definition, ( found ) => found.replace( 'export ', '' ).replace( rule, 'real' ) ) }\nexport const ${ rule } = ${ IDLE[ rule ] };`, loader: 'ts' } : undefined;
				} );
			},
		} ],
	} );
	return { visit: outputFiles[ 0 ].text, 'visit-inputs': outputFiles[ 0 ].text };
}
