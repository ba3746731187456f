/**
 * `npm test` runs everything; `npm test <group>…` a part. Imports nothing that is installed, for it
 * installs it.
 */
const [ major, minor ] = process.versions.node.split( '.' ).map( Number );
if ( major < 20 || ( major === 20 && minor < 19 ) ) {
	console.error( `The tests need Node 20.19 or newer; this is Node ${ process.versions.node }.` );
	process.exit( 1 );
}

import( './run.mjs' ).then( ( { test } ) => test( process.argv.slice( 2 ) ) );
