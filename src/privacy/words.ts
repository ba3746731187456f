import * as words from '../contracts/generated/privacy-words';

const ANYWHERE = new RegExp( words.anywhere );
const WHOLE = new RegExp( `\\b(?:${ words.whole })\\b` );
const HARMLESS = new RegExp( `\\b(?:${ words.harmless })\\b`, 'g' );

/** Letters that carry no separable accent, and what they are written as. */
const LETTERS: Record< string, string > = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't' };

/** Names and labels in one form: camelCase split, lower case, accents removed, everything else one space. */
export function foldWords( text: string ): string {
	return text
		.replace( /([a-z0-9])([A-Z])/g, '$1 $2' )
		.normalize( 'NFKD' )
		.replace( /[\u0300-\u036f]/g, '' )
		.toLowerCase()
		.replace( /[^a-z0-9]+/g, ( other ) => other.replace( /[^]/g, ( char ) => LETTERS[ char ] ?? ' ' ) )
		.replace( / +/g, ' ' )
		.trim();
}

/** The sensitive word in a name or label, or null. Long words are found anywhere, short ones only on their own. */
export function sensitiveWord( text: string ): string | null {
	const folded = foldWords( text ).replace( HARMLESS, '' );
	return ( WHOLE.exec( folded ) ?? ANYWHERE.exec( folded.replace( / /g, '' ) ) )?.[ 0 ] ?? null;
}
