/** Finds values that visitors wrote in texts that a page shows. */
import { MASK } from '../../privacy';

/** Fewer characters are looked for only as a text of their own. */
export const SHORTEST = 3;
/** A text this long that stands in a value is a part of it: a line, what is left of a mark. */
const SHORTEST_PART = 8;
/** Of a longer value only the beginning is looked for inside other texts: nobody quotes more (characters). */
const LONGEST_QUOTE = 1000;
/** In a longer value only whole lines are recognised as parts of it (characters). */
const LONGEST_SEARCHED = 10_000;
/** Scripts that put no spaces between words. */
const UNSPACED = /[\u0e00-\u0eff\u2e80-\ud7ff\uf900-\ufaff]/;
const LETTER = /[\p{L}\p{N}]/u;

/** Half a card number is not recognisable as one: while it is written every longer run of digits is hidden. */
export const hideRuns = ( text: string ) => text.replace( /\d(?:[\s./-]?\d){7,}/g, MASK );
export const digitsOf = ( value: string ) => value.replace( /[\s./-]/g, '' );
export const isLetter = ( char: string ) => LETTER.test( char );

/** Lower case of the same length, so that places in it are places in the text. */
const lower = ( text: string ) => text.replace( /İ/g, 'i' ).toLowerCase();
const spaced = ( text: string ) => text.replace( /\s+/g, ' ' );
/** A text as it is compared: lower case, single spaces, none around it. */
export const fold = ( text: string ) => lower( spaced( text.trim() ) );
const endsWord = ( char: string ) => ! LETTER.test( char ) || UNSPACED.test( char );

/** A value as it is looked for. */
export interface Wanted {
	folded: string;
	/** Lines of a value that is too long to be searched for every text. */
	lines?: ReadonlySet<string>;
}

export function wantedOf( raw: string ): Wanted {
	const folded = fold( raw );
	return folded.length > LONGEST_SEARCHED ? { folded, lines: new Set( raw.split( '\n' ).map( fold ) ) } : { folded };
}

/** Whether a folded text is a part of a value. */
export const isPartOf = ( { folded, lines }: Wanted, text: string ) => ( text.length >= SHORTEST_PART || text.includes( ' ' ) ) && ( lines ? lines.has( text ) : folded.includes( text ) );

/** What of a value is looked for inside other texts: all of it, or its first words. */
function quoteOf( folded: string ): string {
	return folded.length > LONGEST_QUOTE ? folded.slice( 0, LONGEST_QUOTE ).replace( / [^ ]*$/, '' ) : folded;
}

/** The text without these values where they are whole words; longer ones come first. */
export function without( text: string, values: readonly Wanted[] ): string {
	let plain = spaced( text );
	let folded = lower( plain );
	for ( const { folded: whole } of values ) {
		const value = quoteOf( whole );
		const isLong = value.length >= ( UNSPACED.test( value ) ? 2 : SHORTEST );
		let out = '';
		let done = 0;
		for ( let at = isLong ? folded.indexOf( value ) : -1; at >= 0; at = folded.indexOf( value, at ) ) {
			const end = at + value.length;
			if ( endsWord( folded.charAt( at - 1 ) ) && endsWord( folded.charAt( end ) ) ) {
				out += plain.slice( done, at ) + MASK;
				done = at = end;
			} else {
				// On to where the next word begins: in the middle of one no value is found.
				do {
					at++;
				} while ( at < folded.length && ! endsWord( folded.charAt( at - 1 ) ) );
			}
		}
		if ( done ) {
			text = plain = out + plain.slice( done );
			folded = lower( plain );
		}
	}
	return text;
}
