/** Whether the digits pass the check of payment cards (Luhn, ISO/IEC 7812-1). */
export function passesLuhn( digits: string ): boolean {
	let sum = 0;
	for ( let i = 0; i < digits.length; i++ ) {
		const digit = +digits[ digits.length - 1 - i ]!;
		sum += i % 2 ? ( digit > 4 ? 2 * digit - 9 : 2 * digit ) : digit;
	}
	return sum % 10 === 0;
}

/** Whether letters and digits pass the check of bank accounts (ISO 13616: mod 97 is 1). */
export function passesIban( text: string ): boolean {
	let rest = 0;
	for ( const char of text.slice( 4 ) + text.slice( 0, 4 ) ) {
		const value = parseInt( char, 36 );
		rest = ( rest * ( value > 9 ? 100 : 10 ) + value ) % 97;
	}
	return rest === 1;
}
