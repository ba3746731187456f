import { PRIVACY_RULES } from '../contracts/generated/privacy-rules';
import { passesIban, passesLuhn } from './checksums';
import { MASK, maskText, type Preset } from './mask';

const { patterns } = PRIVACY_RULES;
const SUSPICIOUS = new RegExp( patterns.suspicious, 'i' );
const SECRET = new RegExp( patterns.secret, 'gi' );
const LONG_TOKEN = new RegExp( patterns.longToken, 'gi' );
const DIGIT_RUN = new RegExp( patterns.digitRun, 'g' );
const CARD_START = new RegExp( patterns.cardStart );
const IBAN = new RegExp( patterns.ibanStart, 'gi' );
const SSN = new RegExp( patterns.ssn, 'g' );
const EMAIL = new RegExp( patterns.email, 'gi' );
const PHONE = new RegExp( patterns.phone, 'g' );
const DATE = new RegExp( patterns.date );

/**
 * Whether a run of word characters looks like a key and not like a word, a slug or a file name:
 * 20 letters and digits without a break, hexadecimal of 32, or 32 with hardly a separator.
 */
export function isKeyShaped( token: string ): boolean {
	const bare = token.replace( /[-_+=]/g, '' );
	return /\d/.test( bare ) && /[a-z]/i.test( bare ) && (
		/[a-z0-9]{20}/i.test( token ) ||
		/^[0-9a-f]{32,}$/i.test( bare ) ||
		( bare.length > 31 && ( token.length - bare.length ) * 10 <= token.length )
	);
}

/** A card inside a longer number without separators: 15 or 16 digits that begin as payment cards do. */
function holdsCard( digits: string ): boolean {
	for ( let start = 0; start + 15 <= digits.length; start++ ) {
		for ( const length of [ 15, 16 ] ) {
			const part = digits.slice( start, start + length );
			if ( part.length === length && CARD_START.test( part ) && passesLuhn( part ) ) {
				return true;
			}
		}
	}
	return false;
}

/**
 * A run of digits with single separators: every stretch of whole groups that makes 13 to 19 digits
 * and passes the card check is hidden. Stretches inside a longer list of numbers count only when
 * they begin as payment cards do, else a list of sizes would be hidden one time in ten.
 */
function hideCards( run: string ): string {
	const parts = run.split( /(\D+)/ );
	for ( let from = 0; from < parts.length; from += 2 ) {
		// Nineteen digits are at most nineteen groups.
		for ( let to = Math.min( parts.length - 1, from + 36 ); to >= from; to -= 2 ) {
			const digits = parts.slice( from, to + 1 ).join( '' ).replace( /\D/g, '' );
			const alone = from === to || ( from === 0 && to === parts.length - 1 );
			if (
				from === to && digits.length > 14
					? digits.length > 19 || passesLuhn( digits ) || holdsCard( digits )
					: digits.length > 12 && digits.length < 20 && ( alone || CARD_START.test( digits ) ) && passesLuhn( digits )
			) {
				parts.splice( from, to - from + 1, MASK );
				break;
			}
		}
	}
	return parts.join( '' );
}

/** Hides bank accounts; an account may end at any break between groups, or where digits turn into letters. */
function hideIbans( text: string ): string {
	let out = '';
	let done = 0;
	IBAN.lastIndex = 0;
	for ( let match; ( match = IBAN.exec( text ) ); ) {
		const run = match[ 0 ];
		let end = run.length;
		for ( ; end > 14; end-- ) {
			const next = text[ match.index + end ] ?? '';
			const bare = run.slice( 0, end ).replace( /[^a-z0-9]/gi, '' );
			if ( bare.length < 15 ) {
				end = 0;
			} else if ( /[a-z0-9]/i.test( run[ end - 1 ]! ) && ! ( /[a-z]/i.test( next ) && /[a-z]$/i.test( bare ) ) && ! ( /\d/.test( next ) && /\d$/.test( bare ) ) && passesIban( bare ) ) {
				break;
			}
		}
		if ( end > 14 ) {
			out += text.slice( done, match.index ) + MASK;
			done = IBAN.lastIndex = match.index + end;
		} else {
			IBAN.lastIndex = match.index + 1;
		}
	}
	return out + text.slice( done );
}

function hidePhone( whole: string, before: string, number: string ): string {
	const digits = number.replace( /\D/g, '' ).length;
	return digits < 9 || digits > 15 ? ( number[ 0 ] === '+' && digits > 7 ? before + MASK : whole ) : DATE.test( number ) ? whole : before + MASK;
}

/**
 * Text as it may leave the page.
 *
 * Always hidden: numbers that pass the card or bank-account check, US social security numbers, signed
 * tokens, private keys, strings shaped like an API key. In balanced also e-mail addresses and phone
 * numbers that are written as such; in strict every word. Applying it twice changes nothing more.
 */
export function scrubText( text: string, preset: Preset ): string {
	if ( preset === 'strict' ) {
		return maskText( text );
	}
	if ( ! SUSPICIOUS.test( text ) ) {
		return text;
	}
	text = hideIbans( text.replace( SECRET, MASK ) )
		.replace( LONG_TOKEN, ( token ) => ( isKeyShaped( token ) ? MASK : token ) )
		.replace( DIGIT_RUN, hideCards )
		.replace( SSN, '$1' + MASK );
	return preset === 'open' ? text : text.replace( EMAIL, MASK ).replace( PHONE, hidePhone );
}
