import { __ } from '@wordpress/i18n';

/**
 * Why no visit is recorded although recording may be turned on, and what to do.
 *
 * @param reason A value of PHP's Domain\No_Recording that holds for a whole site; empty when visits are recorded.
 * @return A sentence; null when visits are recorded or the owner has turned recording off.
 */
export function noRecordingText( reason: string ): string | null {
	switch ( reason ) {
		case '':
		case 'off':
			return null;
		case 'unusable_key':
			return __( 'CANDID_ACCOUNT_KEY in wp-config.php is not an account key. Correct it, or remove it to use this site’s own account.', 'candid' );
		case 'no_account':
			return __( 'Deactivate Candid and activate it again. That creates the account of this site.', 'candid' );
		default:
			return __( 'The account key belongs to another site or service. To record into this site, use its own key again.', 'candid' );
	}
}
