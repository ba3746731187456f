import { keys } from '../contracts/generated/privacy-rules';
import * as limits from '../contracts/generated/privacy-rules/limits';
import * as patterns from '../contracts/generated/privacy-rules/patterns';
import { ibanLength, luhnOf } from './checksums';
import { hideKeys } from './codes';
import { MASK, maskText, type Preset } from './mask';

/** Matches whatever holds a secret, and much else: what does not match needs no further look. */
export const SUSPICIOUS = new RegExp( `${ patterns.suspicious }|${ keys }`, 'i' );
const SECRET = new RegExp( patterns.secret, 'gi' );
const LONG_TOKEN = new RegExp( patterns.longToken, 'gi' );
const DIGIT_RUN = new RegExp( patterns.digitRun, 'g' );
const DIGIT_GROUPS = new RegExp( patterns.digitGroups, 'g' );
const CARD_GROUPS = new RegExp( patterns.cardGroups );
const CARD_START = new RegExp( patterns.cardStart );
const IBANS = [ patterns.ibanStart, patterns.ibanGroups ].map( ( pattern ) => new RegExp( pattern, 'gi' ) );
const SSN = new RegExp( patterns.ssn, 'g' );
const EMAIL = new RegExp( patterns.email, 'gi' );
const PHONE = new RegExp( patterns.phone, 'g' );
const DATE = new RegExp( patterns.date );

/** The number of a book (ISBN-13); no card of 13 digits begins so. */
const BOOK = /^97[89]\d{10}$/;

/** Digits of other scripts, and characters that are not seen: soft hyphens, spaces without width. */
const DISGUISE = /(?!\d)[\p{Nd}\p{Cf}]/gu;
const DIGIT = /\p{Nd}/u;

/**
 * Whether a run of word characters looks like a key and not like a word, a slug or a file name:
 * 20 letters and digits without a break, hexadecimal of 32, or 32 in upper and lower case with hardly a separator.
 */
export function isKeyShaped( token: string ): boolean {
	const bare = token.replace( /[-_+=]/g, '' );
	return token.length > 19 && /\d/.test( bare ) && /[a-z]/i.test( bare ) && (
		/[a-z0-9]{20}/i.test( token ) ||
		/^[0-9a-f]{32,}$/i.test( bare ) ||
		( bare.length > 31 && /[a-z]/.test( bare ) && /[A-Z]/.test( bare ) && ( token.length - bare.length ) * 10 <= token.length )
	);
}

/** A list of sizes or the like: numbers of one or two digits, each larger than the one before. */
function isLadder( groups: string[] ): boolean {
	return groups.length > 5 && groups.every( ( group, i ) => group.length < 3 && ( i === 0 || +group > +groups[ i - 1 ]! ) );
}

/**
 * A run of digits with single separators: every stretch of whole groups that makes 13 to 19 digits
 * and passes the card check is hidden, the longest first. Stretches inside a longer list of numbers count only
 * when they begin as payment cards do, else a list of sizes would be hidden one time in ten. A number of 15 or
 * more digits is also hidden for a card inside it, and for being longer than any.
 *
 * @param isApart The groups stand far apart or in lines: only those count that are grouped as on a card.
 */
function hideCards( run: string, isApart?: boolean ): string {
	const parts = run.split( /(\D+)/ );
	const groups = parts.filter( ( _, i ) => i % 2 === 0 );
	const digits = groups.join( '' );
	if ( digits.length > limits.run ) {
		return MASK;
	}
	const passes = luhnOf( digits );
	const begins = ( at: number ) => CARD_START.test( digits.slice( at, at + 2 ) );
	/** How many groups end at this digit or before; only where one ends. */
	const ends: number[] = [];
	let out = '';
	let from = 0;
	groups.forEach( ( group, i ) => {
		ends[ from += group.length ] = i + 1;
	} );
	from = 0;
	for ( let first = 0; first < groups.length; ) {
		let last = 0;
		for ( let to = Math.min( from + 19, digits.length ); ! last && to > from + 12; to-- ) {
			const end = ends[ to ] ?? 0;
			if (
				end > first && passes( from, to ) && ( end === first + 1 || ( isApart ? begins( from ) && CARD_GROUPS.test( groups.slice( first, end ).map( ( { length } ) => length ).join( '' ) ) : ( ! first && end === groups.length ) || begins( from ) ) ) &&
				! BOOK.test( digits.slice( from, to ) ) && ! isLadder( groups.slice( first, end ) )
			) {
				last = end;
			}
		}
		const stop = from + groups[ first ]!.length;
		for ( let at = from; ! last && at + 15 <= stop; at++ ) {
			if ( stop > from + 19 || ( begins( at ) && ( passes( at, at + 15 ) || ( at + 16 <= stop && passes( at, at + 16 ) ) ) ) ) {
				last = first + 1;
			}
		}
		out += last ? MASK : groups[ first ]!;
		do {
			from += groups[ first++ ]!.length;
		} while ( first < last );
		out += parts[ 2 * first - 1 ] ?? '';
	}
	return out;
}

const hideRuns = ( text: string ) => text.replace( DIGIT_RUN, ( run ) => hideCards( run ) );

/** Numbers only: what of a secret can stand in a name that a style sheet or a script gives. What is left around a card is looked at once more. */
export const hideNumbers = ( text: string ) => hideRuns( hideRuns( text ).replace( DIGIT_GROUPS, ( run ) => hideCards( run, true ) ) );

/** Hides bank accounts; an account may end at any break between groups, or where digits turn into letters. */
function hideIbans( text: string, pattern: RegExp ): string {
	let out = '';
	let done = 0;
	pattern.lastIndex = 0;
	for ( let match; ( match = pattern.exec( text ) ); ) {
		const length = ibanLength( match[ 0 ], text[ pattern.lastIndex ] ?? ' ' );
		if ( length ) {
			out += text.slice( done, match.index ) + MASK;
			done = match.index + length;
		}
		pattern.lastIndex = match.index + ( length || 1 );
	}
	return out + text.slice( done );
}

/** A token with a signed part, or with a part that is shaped like a key; one too long to look at counts as such. */
function hideToken( token: string ): string {
	const signed = token.indexOf( 'eyJ' );
	return token.length > limits.token || ( signed >= 0 && token.indexOf( '.', signed + 8 ) > 0 ) ? MASK : token.replace( /[^.]{20,}/g, ( part ) => ( isKeyShaped( part ) ? MASK : part ) );
}

/** The text without e-mail addresses. */
export const hideEmails = ( text: string ) => text.replace( EMAIL, MASK );

function hidePhone( whole: string, before: string, number: string ): string {
	const digits = number.replace( /\D/g, '' ).length;
	const isLong = digits > 8 && digits < 16;
	const isPhone = isLong ? ! DATE.test( number ) : digits > 7 && number[ 0 ] === '+';
	return isPhone ? before + MASK : whole;
}

/** Where a disguise can begin: a soft hyphen, or a character beyond the European scripts. */
const MAY_BE_DISGUISED = /[\xad\u0600-\uffff]/;

/** The text as a reader sees it: every digit an ASCII one, without what is not seen. */
function undisguised( text: string ): string {
	if ( ! MAY_BE_DISGUISED.test( text ) ) {
		return text;
	}
	return text.replace( DISGUISE, ( char ) => {
		let value = 0;
		// The ten digits of a script follow one another, zero first.
		for ( let code = char.codePointAt( 0 )!; DIGIT.test( String.fromCodePoint( --code ) ); ) {
			value++;
		}
		return DIGIT.test( char ) ? `${ value % 10 }` : '';
	} );
}

function hideSecrets( text: string, preset: Preset ): string {
	if ( ! SUSPICIOUS.test( text ) ) {
		return text;
	}
	if ( text.length > limits.text ) {
		return MASK;
	}
	text = hideNumbers( IBANS.reduce( hideIbans, hideKeys( text.replace( SECRET, MASK ) ) ).replace( LONG_TOKEN, hideToken ) ).replace( SSN, '$1' + MASK );
	return preset === 'open' ? text : hideEmails( text ).replace( PHONE, hidePhone );
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
	const out = hideSecrets( text, preset );
	const plain = undisguised( out );
	const judged = plain === out ? out : hideSecrets( plain, preset );
	return judged === plain ? out : judged;
}
