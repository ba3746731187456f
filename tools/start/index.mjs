/**
 * `npm start`: a WordPress with Candid and a demo shop, from a fresh clone, with nothing but Node and
 * the npm registry. This file imports nothing that is installed and no syntax newer than Node 14, so
 * that it can say what is missing.
 */
const [ major, minor ] = process.versions.node.split( '.' ).map( Number );
if ( major < 20 || ( major === 20 && minor < 19 ) ) {
	console.error( `Candid needs Node 20.19 or newer; this is Node ${ process.versions.node }. Install a newer Node from nodejs.org and run "npm start" again.` );
	process.exit( 1 );
}

import( './run.mjs' ).then( ( { start } ) => start( process.argv.slice( 2 ) ) );
