import { PRIVACY_RULES } from '../contracts/generated/privacy-rules';
import { ibanLength, passesLuhn } from './checksums';
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

/** The number of a book (ISBN-13); no card of 13 digits begins so. */
const BOOK = /^97[89]\d{10}$/;

/** No ordinary text has more digits in one run; looking at every stretch of a longer one would take too long. */
const LONGEST_RUN = 200;

/**
 * Whether a run of word characters looks like a key and not like a word, a slug or a file name:
 * 20 letters and digits without a break, hexadecimal of 32, or 32 in upper and lower case with hardly a separator.
 */
export function isKeyShaped( token: string ): boolean {
	const bare = token.replace( /[-_+=]/g, '' );
	return /\d/.test( bare ) && /[a-z]/i.test( bare ) && (
		/[a-z0-9]{20}/i.test( token ) ||
		/^[0-9a-f]{32,}$/i.test( bare ) ||
		( bare.length > 31 && /[a-z]/.test( bare ) && /[A-Z]/.test( bare ) && ( token.length - bare.length ) * 10 <= token.length )
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

/** A list of sizes or the like: numbers of one or two digits, each larger than the one before. */
function isLadder( groups: string[] ): boolean {
	return groups.length > 5 && groups.every( ( group, i ) => group.length < 3 && ( i === 0 || +group > +groups[ i - 1 ]! ) );
}

/**
 * A run of digits with single separators: every stretch of whole groups that makes 13 to 19 digits
 * and passes the card check is hidden. Stretches inside a longer list of numbers count only when
 * they begin as payment cards do, else a list of sizes would be hidden one time in ten.
 */
function hideCards( run: string ): string {
	if ( run.length > LONGEST_RUN ) {
		return MASK;
	}
	const parts = run.split( /(\D+)/ );
	for ( let from = 0; from < parts.length; from += 2 ) {
		for ( let to = parts.length - 1; to >= from; to -= 2 ) {
			const groups = parts.slice( from, to + 1 ).filter( ( _, i ) => i % 2 === 0 );
			const digits = groups.join( '' );
			const alone = from === to || ( from === 0 && to === parts.length - 1 );
			if (
				from === to && digits.length > 14
					? digits.length > 19 || passesLuhn( digits ) || holdsCard( digits )
					: digits.length > 12 && ! isLadder( groups ) && ! BOOK.test( digits ) && digits.length < 20 && ( alone || CARD_START.test( digits ) ) && passesLuhn( digits )
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
		const length = ibanLength( match[ 0 ], text[ IBAN.lastIndex ] ?? ' ' );
		if ( length ) {
			out += text.slice( done, match.index ) + MASK;
			done = match.index + length;
		}
		IBAN.lastIndex = match.index + ( length || 1 );
	}
	return out + text.slice( done );
}

/** A token with a signed part, or with a part that is shaped like a key. */
function hideToken( token: string ): string {
	const signed = token.indexOf( 'eyJ' );
	return signed >= 0 && token.indexOf( '.', signed + 8 ) > 0 ? MASK : token.split( '.' ).map( ( part ) => ( isKeyShaped( part ) ? MASK : part ) ).join( '.' );
}

function hidePhone( whole: string, before: string, number: string ): string {
	const digits = number.replace( /\D/g, '' ).length;
	const isLong = digits > 8 && digits < 16;
	const isPhone = isLong ? ! DATE.test( number ) : digits > 7 && number[ 0 ] === '+';
	return isPhone ? before + MASK : whole;
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
		.replace( LONG_TOKEN, hideToken )
		.replace( DIGIT_RUN, hideCards )
		.replace( SSN, '$1' + MASK );
	return preset === 'open' ? text : text.replace( EMAIL, MASK ).replace( PHONE, hidePhone );
}
