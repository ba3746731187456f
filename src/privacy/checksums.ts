/**
 * Whether a stretch of the digits passes the check of payment cards (Luhn, ISO/IEC 7812-1). Every second digit counts
 * twice, from the right: sums for both cases are made once, so that asking about every stretch stays cheap.
 */
export function luhnOf( digits: string ): ( from: number, to: number ) => boolean {
	const sums = [ [ 0 ], [ 0 ] ] as [ number[], number[] ];
	for ( let i = 0; i < digits.length; i++ ) {
		const digit = +digits[ i ]!;
		sums[ i % 2 as 0 | 1 ].push( sums[ i % 2 as 0 | 1 ][ i ]! + ( ( 2 * digit ) % 9 || digit ) );
		sums[ 1 - i % 2 as 0 | 1 ].push( sums[ 1 - i % 2 as 0 | 1 ][ i ]! + digit );
	}
	return ( from, to ) => ( sums[ to % 2 as 0 | 1 ][ to ]! - sums[ to % 2 as 0 | 1 ][ from ]! ) % 10 === 0;
}

/** A letter or digit as ISO 13616 counts it, letters being 10 to 35; NaN for anything else. */
const valueOf = ( char: string ) => parseInt( char, 36 );

/**
 * How many characters of the run are a bank account (ISO 13616: mod 97 is 1, 15 characters or more), the longest that
 * is; 0 for none. It must not end inside a word or a number.
 *
 * @param run   Country, check digits, then letters and digits with single separators.
 * @param after The character after the run.
 */
export function ibanLength( run: string, after: string ): number {
	const head = ( valueOf( run[ 0 ]! ) * 100 + valueOf( run[ 1 ]! ) ) * 100 + +run.slice( 2, 4 );
	let rest = 0;
	let count = 4;
	let longest = 0;
	let value = valueOf( run[ 4 ]! );
	for ( let i = 4; i < run.length; i++ ) {
		const next = valueOf( run[ i + 1 ] ?? after );
		if ( value >= 0 ) {
			rest = ( rest * ( value > 9 ? 100 : 10 ) + value ) % 97;
			// Whole: no letter follows a letter, and no digit a digit.
			if ( ++count > 14 && ! ( next >= 0 && ( value > 9 ) === ( next > 9 ) ) && ( rest * 1000000 + head ) % 97 === 1 ) {
				longest = i + 1;
			}
		}
		value = next;
	}
	return longest;
}
