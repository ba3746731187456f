import type { AccountKind } from '../../data/settings';

export type KeySearch =
	| { found: 'one'; key: string; kind: AccountKind }
	/** Different keys with equal claim; the person must say which one. */
	| { found: 'several' }
	| { found: 'none' };

/** A Candid key as it stands anywhere in a text (plugin/schemas/settings.json, account_key). */
const CANDID = /(?<![a-z0-9_])cnd_[a-z0-9]{32}(?![a-z0-9_])/gi;

/**
 * A Smartsupp key, from the surest place to the vaguest: the loader's own assignment, a `key` in a
 * link or an attribute, and 40 hexadecimal digits that stand alone.
 */
const SMARTSUPP = [
	/_smartsupp\s*\.\s*key\s*=\s*["'`]([0-9a-f]{40})["'`]/gi,
	/(?<![a-z0-9])key["'`]?\s*[=:]\s*["'`]?([0-9a-f]{40})(?![a-z0-9])/gi,
	/(?<![a-z0-9])([0-9a-f]{40})(?![a-z0-9])/gi,
];

/**
 * Finds the account key in whatever was pasted: the key itself, a snippet of code, or a link.
 *
 * @param text   What was pasted.
 * @param ownKey Key of this site's own account, to tell "own" from "another Candid site".
 */
export function findAccountKey( text: string, ownKey: string ): KeySearch {
	const written = [ text, decoded( text ) ];
	for ( const version of written ) {
		const candid = distinct( version.match( CANDID ) ?? [] );
		for ( const pattern of SMARTSUPP ) {
			const smartsupp = distinct( Array.from( version.matchAll( pattern ), ( match ) => match[ 1 ] ?? '' ) );
			if ( smartsupp.length > 0 && ( candid.length === 0 || pattern !== SMARTSUPP[ 2 ] ) ) {
				return one( [ ...candid, ...smartsupp ], ownKey );
			}
		}
		if ( candid.length > 0 ) {
			return one( candid, ownKey );
		}
	}
	return { found: 'none' };
}

function one( keys: string[], ownKey: string ): KeySearch {
	const key = keys[ 0 ];
	if ( key === undefined || keys.length > 1 ) {
		return { found: 'several' };
	}
	return { found: 'one', key, kind: kindOfKey( key, ownKey ) };
}

function kindOfKey( key: string, ownKey: string ): AccountKind {
	if ( key === ownKey ) {
		return 'own';
	}
	return key.startsWith( 'cnd_' ) ? 'candid' : 'smartsupp';
}

function distinct( keys: readonly string[] ): string[] {
	return [ ...new Set( keys.map( ( key ) => key.toLowerCase() ) ) ];
}

/** A link may carry the key percent-encoded; text that is not encoded stays as it is. */
function decoded( text: string ): string {
	try {
		return decodeURIComponent( text );
	} catch {
		return text;
	}
}
