import { PRIVACY_RULES } from '../contracts/generated/privacy-rules';
import { MASK, type Preset } from './mask';
import { scrubText } from './text';
import { scrubUrl, trimmed } from './url';

type Keep = ReadonlySet< string > | readonly string[];

const STRING = PRIVACY_RULES.patterns.cssString;
const PARTS = new RegExp( `/\\*[\\s\\S]*?(?:\\*/|$)|url\\(\\s*(?:${ STRING }|[^)"']*)\\s*\\)?|@import\\s*(?:${ STRING })|${ STRING }`, 'gi' );
/** In strict also where the value of `content` starts, and where any value ends. */
const STRICT_PARTS = new RegExp( `${ PARTS.source }|content\\s*:|[;{}]`, 'gi' );
const WORTH_A_LOOK = /["'(]|\/\*/;
/** A declaration up to its semicolon. */
const DECLARATION = /(?:"[^"]*"?|'[^']*'?|[^;"']+)+/g;
/** Longest custom property kept, in characters. */
const LONGEST_VALUE = 1000;
const STYLE_VALUE = new RegExp( PRIVACY_RULES.patterns.styleValue, 'gi' );

/** A string without its marks; the last one is missing when the style sheet ends too early. */
function unquoted( string: string ): string {
	const quote = /^["']/.exec( string )?.[ 0 ];
	return quote ? string.slice( 1, string.length > 1 && string.endsWith( quote ) ? -1 : undefined ) : string;
}

function scrubAddress( raw: string, keep: Keep ): string {
	const text = trimmed( unquoted( trimmed( raw ) ) );
	// A reference inside the document, such as a gradient, is no address.
	return /^#[\w-]{1,64}$/.test( text ) ? text : scrubUrl( text.replace( /\\([^])/g, '$1' ), keep ).replace( /[\0-\x20"\\]/g, encodeURIComponent );
}

/**
 * A style sheet or a declaration as it may leave the page: addresses scrubbed, comments dropped,
 * strings treated like text. In strict the strings of `content` are masked too.
 */
export function scrubCss( css: string, keep: Keep, preset: Preset = 'balanced' ): string {
	if ( ! WORTH_A_LOOK.test( css ) ) {
		return css;
	}
	let shown = false;
	return css.replace( preset === 'strict' ? STRICT_PARTS : PARTS, ( part ) => {
		const start = part.slice( 0, 4 ).toLowerCase();
		if ( start.startsWith( '/*' ) ) {
			return '';
		}
		if ( start === 'url(' ) {
			return `url("${ scrubAddress( part.slice( 4 ).replace( /\)$/, '' ), keep ) }")`;
		}
		if ( start === '@imp' ) {
			return `@import "${ scrubAddress( part.slice( 7 ), keep ) }"`;
		}
		const quote = part[ 0 ]!;
		if ( quote !== '"' && quote !== "'" ) {
			shown = start === 'cont';
			return part;
		}
		const text = unquoted( part );
		// Of icon fonts only the number of a sign stands here.
		const isWord = /[a-z]{2}|\d/i.test( text.replace( /\\[0-9a-f]{1,6} ?/gi, '' ) );
		return quote + ( shown && isWord ? MASK : scrubText( text, preset === 'open' ? preset : 'balanced' ) ) + quote;
	} );
}

/** The style attribute: like a declaration, and custom properties stay only if they are colours, numbers or functions of such. */
export function scrubStyle( style: string, keep: Keep, preset?: Preset ): string {
	return scrubCss( style, keep, preset ).replace( DECLARATION, ( whole ) => {
		const [ , name = '', value = '' ] = /^([^:]*--[^:]*):([^]*)$/.exec( whole ) ?? [];
		return ! name || ( value.length <= LONGEST_VALUE && value.replace( STYLE_VALUE, '' ) === '' ) ? whole : `${ name }:0`;
	} );
}
