/**
 * Rules: plain data that browser and server both need, e.g. the privacy rules ("rules").
 *
 * Beside "rules" may stand "constants": in TypeScript every rule is a constant of its own; "alternatives": lists of
 * words that are looked for all at once, which become one pattern; "inOrder": those of them whose order matters; and
 * "pieces": what a name in patterns stands for.
 */
import { constant, constantsModule, json, nameOf, phpContract, stamp, tsPath } from './source-text.mjs';

/** Whether a group holds texts and numbers only: then it becomes a module of its own. */
const isFlat = ( value ) => typeof value === 'object' && Object.values( value ).every( ( one ) => typeof one !== 'object' );

const reversed = ( text ) => [ ...text ].reverse().join( '' );
const byEnding = ( one, other ) => ( reversed( one ) < reversed( other ) ? -1 : 1 );

/** The source with its pieces put in and its lists of words as patterns. Words sorted by how they end compress best. */
export function expandRules( text ) {
	const { pieces = {} } = JSON.parse( text );
	const source = JSON.parse( text.replace( /<[a-z]+>/g, ( name ) => ( name in pieces ? JSON.stringify( pieces[ name ] ).slice( 1, -1 ) : name ) ) );
	for ( const key of source.alternatives ?? [] ) {
		const words = [ ...new Set( source.rules[ key ] ) ];
		source.rules[ key ] = ( source.inOrder?.includes( key ) ? words : words.sort( byEnding ) ).join( '|' );
	}
	return source;
}

function typeScriptOf( path, { rules, constants } ) {
	const exported = constants ? Object.entries( rules ).filter( ( [ , group ] ) => ! isFlat( group ) ) : [ [ constant( nameOf( path ) ), rules ] ];
	return [ `/* ${ stamp( path ) } */\n`, ...exported.map( ( [ name, value ] ) => `export const ${ name } = ${ json( value ) } as const;\n` ) ].join( '\n' );
}

/**
 * @param {string} path Source file.
 * @param {string} text Its text.
 * @return {Promise<[string, string][]>} Generated files.
 */
export async function outputsOfRules( path, text ) {
	const source = expandRules( text );
	const name = nameOf( path );
	const groups = Object.entries( source.constants ? source.rules : {} ).filter( ( [ , group ] ) => isFlat( group ) );
	return [
		[ tsPath( `${ name }.ts` ), typeScriptOf( path, source ) ],
		...groups.map( ( [ key, values ] ) => [ tsPath( `${ name }/${ key }.ts` ), constantsModule( path, values ) ] ),
		phpContract( path, source.description ?? source.title, [ [ 'RULES', source.rules, 'The rules; the same data that the browser has.' ] ] ),
	];
}
