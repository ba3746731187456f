import { __ } from '@wordpress/i18n';
import { secretName } from '../../../contracts/generated/privacy-rules/patterns';

/** plugin/schemas/settings.json, allowed_query_keys. */
const QUERY_KEY = /^[A-Za-z0-9_.[\]-]{1,40}$/;

/** Keys whose values give access to something: the recorder and the server refuse them too. */
const SECRET_KEY = new RegExp( secretName, 'i' );

/** Keys that may carry something personal. */
const PERSONAL_KEY = /(?:^|[_.[-])(?:code|email|mail|phone)(?:$|[_.\]-])/i;

/**
 * Judges one query key.
 *
 * @param text One entry as typed.
 * @return Why it cannot be used, and what is worth knowing when it can.
 */
export function checkQueryKey( text: string ): { problem: string | null; hint: string | null } {
	const key = text.trim();
	if ( key === '' ) {
		return { problem: null, hint: null };
	}
	if ( ! QUERY_KEY.test( key ) ) {
		return {
			problem: __( 'Only the name of the key: letters, digits, and _ . - [ ], at most 40. For example: color', 'candid' ),
			hint: null,
		};
	}
	if ( SECRET_KEY.test( key ) ) {
		return {
			problem: __( 'This key carries something secret, such as a password, a log-in or an order. It cannot be kept.', 'candid' ),
			hint: null,
		};
	}
	if ( PERSONAL_KEY.test( key ) ) {
		return {
			problem: null,
			hint: __( 'This looks like a key that carries something secret or personal. Are you sure?', 'candid' ),
		};
	}
	return { problem: null, hint: null };
}
