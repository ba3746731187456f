import * as words from '../contracts/generated/privacy-words';

interface Patterns {
	anywhere: RegExp;
	whole: RegExp;
	harmless: RegExp;
}

let patterns: Patterns | undefined;

/** Made when first asked for: a bundle that never asks does not carry the words. */
const readPatterns = (): Patterns => ( patterns ??= {
	anywhere: new RegExp( words.anywhere ),
	whole: new RegExp( `\\b(?:${ words.whole })\\b` ),
	harmless: new RegExp( `\\b(?:${ words.harmless })\\b`, 'g' ),
} );

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
	const { anywhere, whole, harmless } = readPatterns();
	const folded = foldWords( text ).replace( harmless, '' );
	return ( whole.exec( folded ) ?? anywhere.exec( folded.replace( / /g, '' ) ) )?.[ 0 ] ?? null;
}
