/**
 * The build shortens properties of the recorder by their names, wherever they stand: a name that a browser, an event, a
 * shape on the wire or the recording library has too would be broken there in silence.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = ( path: string ) => readFileSync( path, 'utf8' );
const names = /OWN_NAMES = `([^`]*)`/.exec( read( 'tools/build/classic.mjs' ) )![ 1 ]!.trim().split( /\s+/ );
const membersOf = ( source: string, pattern: RegExp ) => new Set( [ ...source.matchAll( pattern ) ].map( ( match ) => match[ 1 ] ) );

it.each( [
	[ 'a member of an enumeration of events', membersOf( read( 'src/recorder/recorded.ts' ) + read( 'src/contracts/generated/event.ts' ), /(\w+)(?= *[=,}])/g ) ],
	[ 'a property of events', membersOf( read( 'src/contracts/generated/event.ts' ), /^\t(\w+)\??:/gm ) ],
	[ 'a property of a shape on the wire', membersOf( [ 'segment', 'front-config' ].map( ( name ) => read( `plugin/schemas/${ name }.json` ) ).join(), /"(\w+)":/g ) ],
	[ 'a key of the privacy rules', membersOf( read( 'plugin/rules/privacy-rules.json' ), /"(\w+)":/g ) ],
	[ 'a name in the recording library', membersOf( read( 'node_modules/@rrweb/record/dist/record.js' ), /[.{,]\s*(\w+)(?=\s*[:=(.;)\]])/g ) ],
	[ 'a property of a browser\'s own object', membersOf( readdirSync( 'node_modules/typescript/lib' ).filter( ( file ) => /^lib\.(dom|es5|es20(15|16|17|18|19|20))/.test( file ) ).map( ( file ) => read( `node_modules/typescript/lib/${ file }` ) ).join(), /^\s+(?:readonly |get |set |static )*"?(\w+)"?[?(:<]/gm ) ],
] )( 'No name of the recorder that the build shortens is %s', ( _what, taken ) => {
	expect( taken.size ).toBeGreaterThan( 10 );
	expect( names.filter( ( name ) => taken.has( name ) ) ).toEqual( [] );
} );
