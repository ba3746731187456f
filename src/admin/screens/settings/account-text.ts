import { __ } from '@wordpress/i18n';
import type { AccountKind } from '../../data/settings';
import type { KeySearch } from './find-account-key';

/** @param kind Where recordings go. */
export function kindName( kind: AccountKind ): string {
	switch ( kind ) {
		case 'own':
			return __( 'This site’s own account', 'candid' );
		case 'candid':
			return __( 'Another site with Candid', 'candid' );
		case 'smartsupp':
			return __( 'Smartsupp', 'candid' );
	}
}

/**
 * What was found in a pasted text, as a sentence.
 *
 * @param search  What was found.
 * @param current Key in force.
 */
export function searchResult( search: KeySearch, current: string ): string {
	if ( search.found === 'none' ) {
		return __( 'No key found in this text. A key starts with cnd_, or is 40 characters long with digits and the letters a to f.', 'candid' );
	}
	if ( search.found === 'several' ) {
		return __( 'There is more than one key in this text. Paste only the one you mean.', 'candid' );
	}
	if ( search.key === current ) {
		return __( 'Found: the key that is already in use.', 'candid' );
	}
	switch ( search.kind ) {
		case 'own':
			return __( 'Found: this site’s own key.', 'candid' );
		case 'candid':
			return __( 'Found: the key of another site with Candid.', 'candid' );
		case 'smartsupp':
			return __( 'Found: the key of a Smartsupp account.', 'candid' );
	}
}
