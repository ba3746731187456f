import { cssAddress, cssEscape, cssOrdinary, cssString, cssUrl, cssWord, digitRun, styleFile, styleValue } from '../contracts/generated/privacy-rules/patterns';
import { MASK, type Preset } from './mask';
import { hideNumbers, scrubText, SUSPICIOUS } from './text';
import { isReference, scrubUrl, trimmed } from './url';

type Keep = ReadonlySet< string > | readonly string[];

/** Comment, url(…), string, word or number with what stands before it, and the signs that end something. */
const TOKENS = new RegExp( `/\\*[\\s\\S]*?(?:\\*/|$)|(${ cssUrl })\\s*(?:${ cssString }|[^)\\\\]*(?:\\\\[\\s\\S][^)\\\\]*)*)\\s*\\)?|${ cssString }|[.#]?${ digitRun }|[.#@]?${ cssWord }|[;:{}()]`, 'gi' );
const ESCAPE = new RegExp( cssEscape, 'gi' );
const ADDRESS = new RegExp( cssAddress, 'i' );
const FILE = new RegExp( styleFile, 'i' );
const ORDINARY = new RegExp( cssOrdinary );
const WORTH_A_LOOK = /["'(\\]|\/\*/;
/** A declaration up to its semicolon. */
const DECLARATION = new RegExp( `(?:${ cssString }|[^;"'])+`, 'g' );
/** Longest custom property kept, in characters. */
const LONGEST_VALUE = 1000;
const STYLE_VALUE = new RegExp( styleValue, 'gi' );

/** As the browser reads it: escapes replaced by what they stand for. */
function unescaped( text: string ): string {
	return text.replace( ESCAPE, ( _, hex?: string, char = '' ) => {
		const code = parseInt( hex ?? '0', 16 );
		const sign = code && code < 0x110000 && code >> 11 !== 27 ? String.fromCodePoint( code ) : '\ufffd';
		return hex ? sign : char;
	} );
}

/** A string without its marks; the last one is missing when the line or the style sheet ends too early. */
function unquoted( string: string ): string {
	const quote = /^["']/.exec( string )?.[ 0 ];
	return quote ? string.slice( 1, string.length > 1 && string.endsWith( quote ) ? -1 : undefined ) : string;
}

function scrubAddress( raw: string, keep: Keep, isBare: boolean ): string {
	const text = trimmed( unescaped( unquoted( trimmed( raw ) ) ) );
	const url = isReference( text ) ? text : scrubUrl( text, keep ).replace( /[\0-\x20"\\]/g, encodeURIComponent );
	return `"${ isBare && ! FILE.test( url ) ? '' : url }"`;
}

/**
 * A word or number outside strings. What sites name (classes, ids, custom properties) often carries a hash, so
 * there only numbers are looked at; and of a fraction only digits that nobody sees are cut off.
 */
function scrubWord( part: string ): string {
	const word = part.length < 13 ? '' : unescaped( part );
	if ( ! word || ORDINARY.test( word ) || ( /^(?:[.#]|--)/.test( word ) ? hideNumbers( word ) : scrubText( word, 'open' ) ) === word ) {
		return part;
	}
	return /^\.\d/.test( word ) ? word.slice( 0, 9 ) : word.replace( /^([.#@]?)[^]*?(\(?)$/, '$1_$2' );
}

/**
 * A style sheet or a declaration as it may leave the page: addresses scrubbed, comments emptied,
 * strings treated like text, secrets elsewhere replaced by `_`. In strict the strings of `content` are masked too.
 *
 * @param isBare Whether addresses of pictures are left out; those of fonts, style sheets and parts of the document stay.
 */
export function scrubCss( css: string, keep: Keep, preset: Preset = 'balanced', isBare = preset === 'strict' ): string {
	if ( ! WORTH_A_LOOK.test( css ) && ! SUSPICIOUS.test( css ) ) {
		return css;
	}
	/** How many brackets are open of those in which a string is an address. */
	let depth = 0;
	let shown = false;
	let name = '';
	return css.replace( TOKENS, ( part, link?: string ) => {
		const sign = part[ 0 ]!;
		if ( sign === '/' ) {
			// Not nothing: what stands before and after must not grow together into a url(.
			return '/**/';
		}
		if ( link ) {
			const end = part.endsWith( ')' ) ? ')' : '';
			depth += end ? 0 : 1;
			return `url(${ scrubAddress( part.slice( link.length, part.length - end.length ), keep, isBare ) }${ end }`;
		}
		if ( sign === '"' || sign === "'" ) {
			if ( depth ) {
				return scrubAddress( part, keep, isBare );
			}
			const text = unescaped( unquoted( part ) );
			// Of icon fonts only the number of a sign stands here.
			const out = shown && /\p{L}{2}|\p{Nd}/u.test( text ) ? MASK : scrubText( text, preset === 'open' ? preset : 'balanced' );
			return out === text ? part : sign + out.replace( /["'\\\n\r\f]/g, ( char ) => `\\${ char.charCodeAt( 0 ).toString( 16 ) } ` ) + sign;
		}
		if ( /^[;{}]/.test( sign ) ) {
			depth = 0;
			shown = false;
		} else if ( sign === ':' ) {
			shown ||= preset === 'strict' && /content$/i.test( unescaped( name ) );
			// One name is looked at once, however many colons follow it.
			name = '';
		} else if ( sign === ')' ) {
			depth -= depth ? 1 : 0;
		} else if ( depth && part.endsWith( '(' ) ) {
			depth++;
		} else if ( sign !== '(' ) {
			name = part;
			depth ||= /^@|\($/.test( part ) && ADDRESS.test( unescaped( part ) ) ? 1 : 0;
		}
		return scrubWord( part );
	} );
}

/** The style attribute: like a declaration, and custom properties stay only if they are colours, numbers or functions of such. */
export function scrubStyle( style: string, keep: Keep, preset?: Preset ): string {
	return scrubCss( style, keep, preset ).replace( DECLARATION, ( whole ) => {
		const at = whole.indexOf( ':' );
		const name = whole.slice( 0, Math.max( at, 0 ) );
		return ! unescaped( name ).includes( '--' ) || ( whole.length - at <= LONGEST_VALUE + 1 && whole.slice( at + 1 ).replace( STYLE_VALUE, '' ) === '' ) ? whole : `${ name }:0`;
	} );
}
