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
			problem: __( 'Enter only the name of the parameter: letters, digits, and _ . - [ ], at most 40 characters. For example: color', 'candid' ),
			hint: null,
		};
	}
	if ( SECRET_KEY.test( key ) ) {
		return {
			problem: __( 'This URL parameter can contain a secret, such as a password or an order key. It is always removed.', 'candid' ),
			hint: null,
		};
	}
	if ( PERSONAL_KEY.test( key ) ) {
		return {
			problem: null,
			hint: __( 'This URL parameter may contain something secret or personal. Are you sure?', 'candid' ),
		};
	}
	return { problem: null, hint: null };
}
