/** Values in other spellings: cut, separated otherwise, without accents, as a number with separators, as a date. */
import { MASK } from '../../privacy';
import type { Wanted } from './occurrences';

/** A value of fewer letters and digits may stand in other words by chance. */
const SHORTEST_BARE = 8;
/** Shorter numbers stand on every page (digits). */
const SHORTEST_NUMBER = 4;
const CUT = /…|\.{3}/;
/** A number with its separators, and cents. */
const NUMBER = /\d+(?:[.,'’ \u00a0\u202f]\d{3})*(?:[.,]\d{1,2})?(?!\d)/g;
const DATE = /^(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[./-](\d{1,2})[./-](\d{4}))/;

/** Letters and digits alone: lower case, without accents, however they are composed (Unicode, NFKD). */
export const bareOf = ( text: string ): string => text.normalize( 'NFKD' ).toLowerCase().replace( /[^\p{L}\p{N}]+/gu, '' );

/** Values as they are looked for in other spellings. */
export interface Spellings {
	bare: string[];
	folded: string[];
	numbers: ReadonlySet<string>;
	dates: RegExp[];
}

export function spellingsOf( values: readonly Wanted[] ): Spellings | null {
	const folded = values.map( ( value ) => value.folded ).filter( ( text ) => text.length >= SHORTEST_NUMBER && text.length < 1000 );
	const numbers = folded.flatMap( ( text ) => ( /^[\d.,'’\s]+$/.test( text ) ? text.replace( /[.,]\d{1,2}$/, '' ).replace( /\D/g, '' ) : [] ) ).filter( ( text ) => text.length >= SHORTEST_NUMBER );
	const dates = folded.flatMap( ( text ) => {
		const [ , year, month, day, first, second, last ] = DATE.exec( text ) ?? [];
		const days = year ? [ +day!, +month! ] : [ +first!, +second! ];
		return year || last ? new RegExp( `(?:\\p{L}+\\.? )?\\b0?(?:${ days.join( '|' ) })\\b.{1,16}\\b${ year ?? last }\\b|\\b${ year ?? last }\\b.{1,16}\\b0?(?:${ days.join( '|' ) })\\b`, 'gu' ) : [];
	} );
	return folded.length > 0 ? { bare: folded.map( bareOf ).filter( ( text ) => text.length >= SHORTEST_BARE ), folded, numbers: new Set( numbers ), dates } : null;
}

/** Whether a folded text is a value that was cut, at its end or in its middle. */
function isCut( text: string, folded: readonly string[] ): boolean {
	const [ start = '', ...rest ] = text.split( CUT );
	const end = rest.join( '' ).trim();
	const begin = start.trim();
	return begin.length + end.length >= SHORTEST_NUMBER && folded.some( ( value ) => value.length > begin.length + end.length && value.startsWith( begin ) && value.endsWith( end ) );
}

/**
 * A text without values in other spellings.
 *
 * @param text   The text.
 * @param folded The text as values are folded.
 */
export function withoutSpellings( text: string, folded: string, { bare, folded: values, numbers, dates }: Spellings ): string {
	if ( CUT.test( folded ) && isCut( folded, values ) ) {
		return MASK;
	}
	let out = text;
	if ( numbers.size > 0 && /\d{4}|\d[.,'’ \u00a0\u202f]\d/.test( out ) ) {
		out = out.replace( NUMBER, ( number ) => ( numbers.has( number.replace( /\D/g, '' ) ) || numbers.has( number.replace( /[.,]\d{1,2}$/, '' ).replace( /\D/g, '' ) ) ? MASK : number ) );
	}
	for ( const date of dates ) {
		out = out.replace( date, MASK );
	}
	if ( bare.length > 0 && out.length >= SHORTEST_BARE ) {
		const letters = bareOf( out );
		if ( letters.length >= SHORTEST_BARE && bare.some( ( value ) => letters.includes( value ) ) ) {
			return MASK;
		}
	}
	return out;
}
