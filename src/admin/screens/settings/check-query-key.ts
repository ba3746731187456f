import { __ } from '@wordpress/i18n';

/** plugin/schemas/settings.json, allowed_query_keys. */
const QUERY_KEY = /^[A-Za-z0-9_.[\]-]{1,40}$/;

/** Keys whose values give access to something; keeping them would be a leak, not a help. */
const SECRET_KEY = /(?:^|[_.[-])(?:key|token|nonce|_wpnonce|pass|password|pwd|secret|auth|code|session|sid|hash|sig|signature|email|mail|phone)(?:$|[_.\]-])/i;

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
			problem: null,
			hint: __( 'This looks like a key that carries something secret or personal. Are you sure?', 'candid' ),
		};
	}
	return { problem: null, hint: null };
}
