/**
 * Cleans untrusted style sheets: the result refers to no address, only to pictures that the `links` hand out.
 * The text is read token by token (CSS Syntax Level 3), so that an escape such as `u\72l(` is recognized as `url(`.
 */
import { SheetWriter } from './css-rules';

export interface CssLinks {
	/** CSS value for a picture's address, or null to show none. */
	image: ( url: string ) => string | null;
	/** Whether a feature of a media query holds for the visitor; null where nobody knows. */
	media?: ( feature: string, value: string | undefined ) => boolean | null;
	/** Whether the visitor's system was dark; undefined where nobody knows. */
	dark?: boolean | undefined;
	/** A whole `@font-face` block's inside; the rule itself is left out of the sheet. */
	fontFace?: ( declarations: string ) => void;
	/** One more rule with the keys of its selectors, see css-rules.ts; false when there are too many. */
	rule?: ( keys: readonly string[] ) => boolean;
}

const AT_RULES = new Set( [ 'media', 'supports', 'keyframes', '-webkit-keyframes', '-moz-keyframes', 'layer', 'container', 'property', 'scope', 'starting-style', 'page' ] );

/** Functions that can take an address as a plain string, or run something. */
const REFUSED = new Set( [ 'image-set', '-webkit-image-set', 'image', 'cross-fade', '-webkit-cross-fade', 'src', 'element', '-moz-element', 'paint', 'expression', 'url-prefix', 'domain', 'regexp', '-webkit-canvas' ] );

/**
 * Replaces removed text, so that the tokens before and after it never join to a `url(`. A comment and no space,
 * because an escape such as `\75` swallows one space after it.
 */
const APART = '/**/';

/**
 * Media features about the visitor's screen. The stage knows only the size of the window, so these are
 * rewritten to ask about the window.
 */
const SCREEN_SIZE = /^(max|min)-device-(width|height)$/;

/** The rest of a media feature behind its name, with one plain value or none. */
const FEATURE_VALUE = /\s*(?::\s*([\w.-]+)\s*)?\)/y;
/** The schemes of a `color-scheme` declaration behind its name. */
const SCHEMES = /\s*:\s*((?:(?:only|light|dark)\b\s*)+)/iy;

/** CSS Syntax Level 3, 3.3: what a browser makes of these before it reads the first token. */
const NEWLINE = /\r\n?|\f/g;

/**
 * Non-ASCII ident code points of CSS Syntax Level 3, 4.2. Browsers differ on the rest (no-break space among
 * them): taken as no part of a name, `url(` is found behind one whether the browser joins them or not.
 */
const LETTERS = '\\u00b7\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u203f\\u2040\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\udfff\\uf900-\\ufdcf\\ufdf0-\\ufffd';
const PLAIN = new RegExp( `[^\\\\/"'@A-Za-z_\\-{${ LETTERS }]+`, 'y' );
const NAME_LETTERS = new RegExp( `[A-Za-z0-9_\\-${ LETTERS }]+`, 'y' );
const NAME_ESCAPE = /\\(?:[0-9a-fA-F]{1,6}[ \t\n]?|[^\n])/y;
const ESCAPE = /\\(?:([0-9a-f]{1,6})[ \t\n]?|([\s\S]))/gi;

function unescape( text: string ): string {
	if ( ! text.includes( '\\' ) ) {
		return text;
	}
	return text.replace( ESCAPE, ( _all, hex: string | undefined, char: string | undefined ) => {
		const code = hex ? parseInt( hex, 16 ) : 0;
		return hex ? String.fromCodePoint( code > 0x10ffff || code === 0 ? 0xfffd : code ) : ( char ?? '' );
	} );
}

/**
 * The string that opens at `at`: the index after it, and whether its own quote closed it. A bare newline
 * ends it too, and so does the end of the sheet, as in a browser.
 */
function readString( css: string, at: number ): { end: number; closed: boolean } {
	const quote = css[ at ];
	for ( let i = at + 1; i < css.length; i++ ) {
		const c = css[ i ];
		if ( c === '\\' ) {
			i++;
		} else if ( c === quote || c === '\n' ) {
			return { end: i + 1, closed: c === quote };
		}
	}
	return { end: css.length, closed: false };
}

/** Index after the bracket that closes what opens at `at` (or `depth` brackets before it), or after `;` when `statement`. */
function endOfBlock( css: string, at: number, { statement = false, depth = 0 } = {} ): number {
	for ( let i = at; i < css.length; i++ ) {
		const c = css[ i ];
		if ( c === '\\' ) {
			i++;
		} else if ( c === '"' || c === "'" ) {
			i = readString( css, i ).end - 1;
		} else if ( c === '/' && css[ i + 1 ] === '*' ) {
			const end = css.indexOf( '*/', i + 2 );
			i = end === -1 ? css.length : end + 1;
		} else if ( c === '{' || c === '(' || c === '[' ) {
			depth++;
		} else if ( c === '}' || c === ')' || c === ']' ) {
			depth--;
			if ( depth < 0 || ( depth === 0 && ( c === '}' || ! statement ) ) ) {
				// A stray closer ends an enclosing block: it is not part of this statement.
				return depth < 0 ? i : i + 1;
			}
		} else if ( statement && c === ';' && depth === 0 ) {
			return i + 1;
		}
	}
	return css.length;
}

/** The address inside `url(`, and where it ends. `at` is the index after the bracket. */
function readUrl( css: string, at: number ): { url: string; end: number } {
	let i = at;
	while ( /\s/.test( css[ i ] ?? '' ) ) {
		i++;
	}
	if ( css[ i ] === '"' || css[ i ] === "'" ) {
		const { end, closed } = readString( css, i );
		return { url: unescape( css.slice( i + 1, closed ? end - 1 : end ).trimEnd() ), end: endOfBlock( css, end, { depth: 1 } ) };
	}
	let end = i;
	while ( end < css.length && css[ end ] !== ')' ) {
		end += css[ end ] === '\\' ? 2 : 1;
	}
	return { url: unescape( css.slice( i, end ).trim() ), end: Math.min( css.length, end + 1 ) };
}

/**
 * Index after the name at `at`; `at` itself where no name begins. In steps, because a single expression for
 * the whole name would keep a backtracking position for each of its letters.
 */
function endOfName( css: string, at: number ): number {
	for ( let end = at; ; ) {
		NAME_LETTERS.lastIndex = NAME_ESCAPE.lastIndex = end;
		if ( NAME_LETTERS.test( css ) ) {
			end = NAME_LETTERS.lastIndex;
		} else if ( NAME_ESCAPE.test( css ) ) {
			end = NAME_ESCAPE.lastIndex;
		} else {
			return end;
		}
	}
}

const plainName = ( token: string ): string => unescape( token ).toLowerCase();

/**
 * The same style sheet, or declaration value, without anything that could make a request.
 *
 * @param sheet At most a few 100 KB; the caller cuts.
 * @param links What to do with addresses found.
 */
export function cleanCss( sheet: string, links: CssLinks ): string {
	return cleanPieces( [ sheet ], links )[ 0 ] ?? '';
}

/**
 * Cleans one style sheet that is split over several text nodes: read as one sheet, returned in as many pieces.
 * A piece may later be replaced by another cleaned piece: no token can form across the border.
 */
export function cleanPieces( given: readonly string[], links: CssLinks ): string[] {
	const parts = given.map( ( part ) => part.replace( NEWLINE, '\n' ).replaceAll( '\0', '\ufffd' ) );
	const css = parts.join( '' );
	let length = 0;
	const sheet = new SheetWriter( parts.map( ( part ) => ( length += part.length ) ), plainName, links.rule );
	let i = 0;
	while ( i < css.length ) {
		PLAIN.lastIndex = i;
		const plain = PLAIN.exec( css );
		if ( plain ) {
			i = PLAIN.lastIndex;
			sheet.plain( plain[ 0 ], i );
			continue;
		}
		const c = css[ i ];
		if ( c === '/' ) {
			if ( css[ i + 1 ] !== '*' ) {
				sheet.put( c );
				i++;
				continue;
			}
			const end = css.indexOf( '*/', i + 2 );
			sheet.put( APART );
			i = end === -1 ? css.length : end + 2;
		} else if ( c === '"' || c === "'" ) {
			const { end, closed } = readString( css, i );
			sheet.put( closed ? css.slice( i, end ) : APART );
			i = end;
		} else if ( c === '{' ) {
			i++;
			if ( ! sheet.open( i ) ) {
				break;
			}
		} else if ( c === '@' ) {
			i = cleanAtRule( css, i, sheet, links );
		} else {
			const end = endOfName( css, i );
			if ( end === i ) {
				// A backslash before a newline means nothing.
				sheet.put( APART );
				i++;
				continue;
			}
			i = cleanName( css, end, css.slice( i, end ), sheet, links );
		}
	}
	return sheet.finish();
}

/** The at-rule at `at`: its name if it may stay, else all of it is passed over. Index to go on at. */
function cleanAtRule( css: string, at: number, sheet: SheetWriter, links: CssLinks ): number {
	const behind = endOfName( css, at + 1 );
	const name = plainName( css.slice( at + 1, behind ) );
	if ( AT_RULES.has( name ) ) {
		sheet.inAtRule = true;
		sheet.put( '@', name );
		return behind;
	}
	const end = Math.max( endOfBlock( css, at, { statement: true } ), at + 1 );
	if ( name === 'font-face' ) {
		const block = css.slice( at, css[ end - 1 ] === '}' ? end - 1 : end );
		links.fontFace?.( block.slice( block.indexOf( '{' ) + 1 ) );
	}
	sheet.put( APART );
	sheet.ended( end );
	return end;
}

/** A name, and what it opens when it is a function's. `behind` is the index after it; gives the one to go on at. */
function cleanName( css: string, behind: number, ident: string, sheet: SheetWriter, links: CssLinks ): number {
	const name = plainName( ident );
	const rest = sheet.inAtRule ? FEATURE_VALUE : SCHEMES;
	rest.lastIndex = behind;
	if ( sheet.inAtRule && links.media ) {
		const [ whole, value ] = rest.exec( css ) ?? [];
		const holds = whole === undefined ? null : links.media( name, value?.toLowerCase() );
		if ( holds !== null ) {
			sheet.put( holds ? 'min-width:0px)' : 'max-width:0px)' );
			return behind + whole!.length;
		}
	} else if ( name === 'color-scheme' && links.dark !== undefined ) {
		const [ whole, schemes = '' ] = rest.exec( css ) ?? [];
		if ( whole !== undefined && /light/i.test( schemes ) && /dark/i.test( schemes ) ) {
			// A page that knows both schemes is shown in the visitor's.
			sheet.put( ident, ':', links.dark ? 'dark' : 'light' );
			return behind + whole.length;
		}
	}
	if ( css[ behind ] !== '(' ) {
		sheet.put( sheet.inAtRule && SCREEN_SIZE.test( name ) ? name.replace( SCREEN_SIZE, '$1-$2' ) : ident );
		return behind;
	}
	if ( name === 'url' ) {
		const { url, end } = readUrl( css, behind + 1 );
		sheet.put( links.image( url ) ?? 'none' );
		return end;
	}
	if ( REFUSED.has( name ) ) {
		sheet.put( 'none' );
		return endOfBlock( css, behind );
	}
	sheet.put( ident );
	return behind;
}

/** A piece of a style sheet that stands between others. */
export const apart = ( piece: string ): string => ( piece === '' ? '' : APART + piece + APART );

/** At most `max` characters, cut after a whole rule. */
export function cutSheet( css: string, max: number ): string {
	return css.length <= max ? css : css.slice( 0, css.lastIndexOf( '}', max - 1 ) + 1 );
}

/** Declarations of a `@font-face` block by lower-case name. Strings may hold `;` and `:`. */
export function fontDeclarations( block: string ): Map< string, string > {
	const found = new Map< string, string >();
	let start = 0;
	for ( let i = 0; i <= block.length; i++ ) {
		const c = block[ i ];
		if ( c === '"' || c === "'" ) {
			i = readString( block, i ).end - 1;
		} else if ( c === '(' ) {
			i = endOfBlock( block, i ) - 1;
		} else if ( c === ';' || i >= block.length ) {
			const part = block.slice( start, i );
			const colon = part.indexOf( ':' );
			if ( colon > 0 ) {
				found.set( part.slice( 0, colon ).trim().toLowerCase(), part.slice( colon + 1 ).trim() );
			}
			start = i + 1;
		}
	}
	return found;
}

/** Addresses of a `src` descriptor, in order. */
export function fontSources( src: string ): string[] {
	const urls: string[] = [];
	cleanCss( src, { image: ( url ) => ( urls.push( url ), null ) } );
	return urls;
}
