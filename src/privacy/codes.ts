/** Keys that are known by the prefix their issuer gives them, and secrets that are written in groups. */
import { keys } from '../contracts/generated/privacy-rules';
import * as patterns from '../contracts/generated/privacy-rules/patterns';
import { MASK } from './mask';

const KEYS = new RegExp( `(^|[^A-Za-z0-9])(?:${ keys })`, 'g' );
/** Secrets of authenticator apps are written in one case: upper as RFC 4648 has them, or lower. */
const GROUPS = [ patterns.keyGroups, patterns.keyGroups.replace( /A-Z2-7/g, 'a-z2-7' ) ].map( ( pattern ) => new RegExp( pattern, 'g' ) );
const SOLID = new RegExp( patterns.keySolid, 'g' );
const LIST = new RegExp( patterns.codeList, 'g' );

/** Where letters and digits stand: "a1b2c" is "ADADA". */
const shapeOf = ( code: string ) => code.replace( /[a-z]/gi, 'A' ).replace( /\d/g, 'D' );

/** Groups of four in base32, by chance: words of four letters have vowels, and sizes and model names ("EU42 EU43") are all made alike. */
function isKey( run: string ): boolean {
	const groups = run.split( /[^A-Za-z0-9]+/ );
	const odd = groups.filter( ( group ) => ( /\d/.test( group ) ? /[a-z]/i.test( group ) : /[^aeiouy]{3}/i.test( group ) ) );
	return odd.length * 2 >= groups.length && ( ! /\d/.test( run ) || new Set( groups.map( shapeOf ) ).size > 1 );
}

/** Recovery codes are drawn by lot, letters and digits in any order; product numbers of one list are made alike. */
function areCodes( run: string ): boolean {
	const codes = run.split( /[\s,;]+/ );
	const shapes = codes.map( shapeOf );
	const mixed = shapes.filter( ( shape ) => /AD|DA/.test( shape ) );
	return codes.every( ( { length } ) => length === codes[ 0 ]!.length ) && mixed.length * 2 >= codes.length && ( new Set( shapes ).size > 1 || /ADAD|DADA/.test( shapes[ 0 ]! ) );
}

/** The text without such keys and codes. */
export function hideKeys( text: string ): string {
	const hide = ( is: ( run: string ) => boolean ) => ( whole: string, before: string, run: string ) => ( is( run ) ? before + MASK : whole );
	text = GROUPS.reduce( ( out, pattern ) => out.replace( pattern, hide( isKey ) ), text.replace( KEYS, '$1' + MASK ) );
	// One that is not split needs two runs of digits inside: "SHIRT2XL" has one. Of 20 characters the rule for tokens finds it.
	return text.replace( SOLID, hide( ( run ) => /[A-Z]\d+[A-Z]+\d/.test( run ) ) ).replace( LIST, hide( areCodes ) );
}
