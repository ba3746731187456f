import * as limits from '../contracts/generated/privacy-rules/limits';
import { query } from '../contracts/generated/privacy-rules';
import * as patterns from '../contracts/generated/privacy-rules/patterns';
import { MASK } from './mask';
import { hideEmails, isKeyShaped, scrubText } from './text';

const STATIC_FILE = new RegExp( patterns.staticFile, 'i' );
const FONT_FILE = new RegExp( patterns.fontFile, 'i' );
const DATA_URL = new RegExp( patterns.dataUrl, 'i' );
/** Names of keys, attributes and the like whose values give access to something. */
export const SECRET_NAME = new RegExp( patterns.secretName, 'i' );
const REFERENCE = new RegExp( patterns.reference );
/** A label of a host in another script: such look like keys, and are not. */
const PUNYCODE = new RegExp( patterns.punycode, 'gi' );

/** The search text where WordPress writes it into the path. */
const SEARCH_PATH = new RegExp( `(${ patterns.searchBase })(?![^/]*\\.\\w+$)[^/]+`, 'i' );

/** What stands for a data: or blob: address that was left out: valid, and loads nothing. */
const NO_DATA = 'data:,';

/**
 * Query keys kept beside the built-in ones: the owner's but those whose values give access to something, and the search
 * text only if form inputs are recorded.
 *
 * @param bases What stands before a search text in paths of this site.
 */
export function keptKeys( allowed: Iterable< string >, inputs: boolean, bases: readonly string[] = [] ): Set< string > {
	const keys = new Set( [ ...allowed ].filter( ( key ) => key !== 's' && ! SECRET_NAME.test( key ) ) );
	bases.forEach( ( base ) => keys.add( `/${ base }/` ) );
	return inputs ? keys.add( 's' ) : keys;
}

/** Words of the site for its search, beside those of the rules: entries of `keep` between slashes. */
function hideSearch( path: string, keep: ReadonlySet< string > ): string {
	path = path.replace( SEARCH_PATH, '$1' + MASK );
	for ( const base of keep ) {
		const at = base[ 0 ] === '/' ? path.indexOf( base ) + base.length : 0;
		if ( at > base.length - 1 && at > 0 ) {
			path = path.slice( 0, at ) + path.slice( at ).replace( /^[^/]+/, MASK );
		}
	}
	return path;
}

/** Without the spaces and control characters around it that a browser's own parser drops. */
export function trimmed( text: string ): string {
	let start = 0;
	let end = text.length;
	while ( start < end && text.charCodeAt( start ) < 33 ) {
		start++;
	}
	while ( end > start && text.charCodeAt( end - 1 ) < 33 ) {
		end--;
	}
	return text.slice( start, end );
}

/** What can be decoded is: a byte that cannot must not keep the rest from being seen, nor must encoding it again. */
function decode( text: string ): string {
	text = text.replace( /\+/g, ' ' );
	for ( let i = 0; i < 3 && text.includes( '%' ); i++ ) {
		text = text.replace( /%[0-7][\da-f]|(?:%[89a-f][\da-f])+/gi, ( bytes ) => {
			try {
				return decodeURIComponent( bytes );
			} catch {
				return bytes;
			}
		} );
	}
	return text;
}

function hasSecret( text: string, isFile: boolean ): boolean {
	return ( ! isFile && !! text.match( /[\w-]{20,}/g )?.some( isKeyShaped ) ) || scrubText( isFile ? hideEmails( text ) : text, isFile ? 'open' : 'balanced' ) !== text;
}

/** A reference inside the document, such as a gradient's, is no address. */
export const isReference = ( text: string ) => REFERENCE.test( text ) && ! hasSecret( text, false );

function scrubPath( path: string, keep: ReadonlySet< string > ): string {
	return ( keep.has( 's' ) ? path : hideSearch( path, keep ) ).replace( /[^/\\;]{6,}/g, ( part ) => {
		// Shorter than the shortest e-mail address there is nothing to hide.
		const plain = decode( part );
		// A picture named after its content's hash is not a secret, and without its name it cannot be shown; nor is the long name of a font.
		const bare = plain.replace( STATIC_FILE, '' );
		return hasSecret( bare === plain ? plain : bare.replace( FONT_FILE.test( plain ) ? /[a-z0-9]{20,64}/gi : /[a-f0-9]{20,64}/gi, '' ), bare !== plain ) ? MASK : part;
	} );
}

function isKept( name: string, keep: ReadonlySet< string > ): boolean {
	return keep.has( name ) || ( query.keys as readonly string[] ).includes( name ) ||
		( /^[\w-]{1,100}$/.test( name ) && ! hasSecret( name, false ) && query.prefixes.some( ( prefix ) => name.startsWith( prefix ) ) );
}

function scrubQuery( text: string, keep: ReadonlySet< string > ): string {
	const kept = text.split( /[&;]/ ).flatMap( ( pair ) => {
		const at = pair.indexOf( '=' );
		const key = at < 0 ? pair : pair.slice( 0, at );
		if ( ! isKept( decode( key ), keep ) ) {
			return [];
		}
		const plain = decode( pair.slice( key.length + 1 ) );
		return plain.length > 100 || hasSecret( plain, false ) ? `${ key }=${ MASK }` : pair;
	} );
	return kept.length ? '?' + kept.join( '&' ) : '';
}

/** Longest name of a host (RFC 1035, without the final dot). */
const LONGEST_HOST = 253;

function scrubHost( host: string ): string {
	if ( host.length > LONGEST_HOST ) {
		return MASK;
	}
	const plain = decode( host );
	return plain.includes( '@' ) || hasSecret( plain.replace( PUNYCODE, '' ), true ) ? MASK : host;
}

/**
 * An address as it may leave the page: no user and password, no fragment, only harmless query keys
 * (the rules' list and `keep`), path parts and hosts that hold e-mail addresses or long tokens masked. One too long to look at is left with its host. A relative
 * address stays relative. Of mailto:, tel:, javascript: and the like only the scheme is left; data: is
 * kept for fonts and tiny raster pictures.
 *
 * @param url  Any address, as found in an attribute, in CSS or in the address bar.
 * @param keep Further query keys to keep, see keptKeys().
 */
export function scrubUrl( url: string, keep: ReadonlySet< string > | readonly string[] ): string {
	// What the browser's own parser drops must not hide a scheme from us.
	url = trimmed( url.replace( /[\t\n\r]/g, '' ) );
	const scheme = /^[a-z][a-z0-9+.-]*:/i.exec( url )?.[ 0 ].toLowerCase() ?? '';
	if ( scheme && ! /^(?:https?|wss?|ftp):$/.test( scheme ) ) {
		if ( DATA_URL.test( url ) || url === 'about:blank' ) {
			return url;
		}
		return scheme === 'data:' || scheme === 'blob:' ? NO_DATA : scheme;
	}
	if ( url.length > limits.url ) {
		url = /^(?:[a-z]+:)?[/\\]{2}[^/\\?#]{1,255}(?=[/\\?#])/i.exec( url )?.[ 0 ] ?? '';
	}
	const kept = keep instanceof Set ? keep as ReadonlySet< string > : new Set( keep as readonly string[] );
	const [ , address = '', search = '' ] = /^([^?#]*)(?:\?([^#]*))?/.exec( url ) ?? [];
	const [ , start = '', path = '' ] = /^((?:[a-z]+:)?[/\\]{2}[^/\\]*)?(.*)$/is.exec( address ) ?? [];
	return trimmed( start.replace( /^((?:[a-z]+:)?[/\\]{2})(?:.*@)?(.*)$/is, ( _, before: string, host: string ) => before + scrubHost( host ) ) + scrubPath( path, kept ) ) + scrubQuery( search, kept );
}
