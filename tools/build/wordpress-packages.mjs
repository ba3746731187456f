/**
 * esbuild plugin: packages that WordPress brings are taken from its globals, as wp-scripts does it, and their script
 * handles are noted. tests/unit/tools/build/quick-screens.test.ts holds the handles of both builders to each other.
 */

/** Packages of @wordpress that no core offers as a script; they are bundled. */
const BUNDLED = [ '@wordpress/icons', '@wordpress/dataviews', '@wordpress/interface', '@wordpress/undo-manager', '@wordpress/fields' ];

/** Other packages of core → [ global, script handle ]. */
const OTHERS = {
	react: [ 'React', 'react' ],
	'react-dom': [ 'ReactDOM', 'react-dom' ],
	'react/jsx-runtime': [ 'ReactJSXRuntime', 'react-jsx-runtime' ],
	moment: [ 'moment', 'moment' ],
	jquery: [ 'jQuery', 'jquery' ],
	lodash: [ 'lodash', 'lodash' ],
};

/** @return {[string, string]|null} Global and script handle of a package that core offers; null for one that is bundled. */
export function ofCore( request ) {
	if ( OTHERS[ request ] ) {
		return OTHERS[ request ];
	}
	const name = /^@wordpress\/([a-z0-9-]+)$/.exec( request )?.[ 1 ];
	return name && ! BUNDLED.includes( request ) ? [ `wp.${ name.replace( /-([a-z])/g, ( _, letter ) => letter.toUpperCase() ) }`, `wp-${ name }` ] : null;
}

/** @param {Set<string>} handles Receives the script handles that the bundle needs. */
export const packagesOfCore = ( handles ) => ( {
	name: 'packages-of-core',
	setup( build ) {
		build.onResolve( { filter: /^(@wordpress\/|react|moment$|jquery$|lodash$)/ }, ( { path } ) => ( ofCore( path ) ? { path, namespace: 'core' } : undefined ) );
		build.onLoad( { filter: /./, namespace: 'core' }, ( { path } ) => {
			const [ global, handle ] = ofCore( path );
			handles.add( handle );
			return { contents: `module.exports = window.${ global };`, loader: 'js' };
		} );
	},
} );
