/** Decisions in the page, the same HTML for everybody: whether the visitor is logged in, and whether a page reached without a reload may be shown. */
import type { FrontConfig } from '../contracts/generated/front-config';
import { allIn, cookiesOf } from './natives';

type Rules = Pick< FrontConfig, 'loggedIn' | 'open' >;

/** Query keys that say which page it is where a site has no pretty addresses, or that open a page by a secret. */
const TELLING = /^(?:p|page_id|attachment_id|author|m|name|pagename|preview|.*key|moderation-hash|_wpnonce)$/i;

/** Whether the visitor is logged in: the cookie of Frontend\Logged_In_Cookie says so, or the class of WordPress. What cannot be read counts as yes. */
export function isLoggedIn(): boolean {
	try {
		return /(?:^|;\s*)candid_logged_in=1/.test( cookiesOf( document ) ) || allIn( document, 'body.logged-in' ).length > 0;
	} catch {
		return true;
	}
}

/** 32 bits of a path (FNV-1a over UTF-8), as PHP's Open_Pages has them. */
function digest( path: string ): string {
	let hash = 0x811c9dc5;
	for ( const byte of new TextEncoder().encode( path ) ) {
		hash = Math.imul( hash ^ byte, 0x01000193 );
	}
	return ( hash >>> 0 ).toString( 16 ).padStart( 8, '0' );
}

/** Identity of a page in its address: the path, and the query keys that tell a page. */
function pageOf( { pathname, search }: { pathname: string; search: string } ): { path: string; keys: string } {
	const keys = [ ...new URLSearchParams( search ) ].filter( ( [ key ] ) => TELLING.test( key ) ).sort().join( '&' );
	return { path: decodeURIComponent( pathname ).replace( /\/+$/, '' ), keys };
}

/** Whether the pages that a visitor reaches without a reload may be shown as the one that was loaded. */
export class ReachedPages {
	private readonly first = location.href;
	private last = location.href;
	private isClosed = false;

	constructor( private readonly rules: Rules ) {}

	/**
	 * Whether the page is to be masked wholly from now on: another address than before is one whose rules are not known.
	 * To be asked before anything of the page is read. Once closed, closed until the next load: the old page's content may
	 * still stand there.
	 */
	get areClosed(): boolean {
		const { href } = location;
		if ( ! this.isClosed && href !== this.last ) {
			this.last = href;
			this.isClosed = ! this.isOpen( href ) || ( this.rules.loggedIn !== 'same' && isLoggedIn() );
		}
		return this.isClosed;
	}

	private isOpen( href: string ): boolean {
		try {
			const [ first, now ] = [ pageOf( new URL( this.first ) ), pageOf( new URL( href ) ) ];
			if ( now.path === first.path && now.keys === first.keys ) {
				return true;
			}
			const parts = now.path.split( '/' );
			const above = parts.map( ( _, i ) => `${ parts.slice( 0, i ).join( '/' ) }/*` ).slice( 1 );
			return ! now.keys && [ now.path, ...above ].some( ( path ) => this.rules.open?.includes( digest( path ) ) );
		} catch {
			return false;
		}
	}
}
