<?php
/**
 * What people read when settings cannot be stored.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Accounts\Account_Refusal;
use Candid\Contracts\Settings_Contract;
use Candid\Settings\Entry_Fault;
use Candid\Settings\Invalid_Setting;

/** From the codes of Settings and Accounts to sentences. */
final class Settings_Text {

	public static function of_setting( Invalid_Setting $fault ): string {
		if ( ! $fault->is_known ) {
			/* translators: %s: name of a field. */
			return sprintf( __( 'Candid has no setting called “%s”.', 'candid' ), $fault->field );
		}
		$rules = Settings_Contract::SCHEMA['properties'];
		switch ( $fault->field ) {
			case 'account_key':
				return self::of_account( Account_Refusal::Not_A_Key );
			case 'preset':
				return __( 'The preset must be “strict”, “balanced” or “open”.', 'candid' );
			case 'logged_in':
				return __( 'What becomes of logged-in visitors must be “skip”, “mask” or “same”.', 'candid' );
			case 'consent':
				return __( 'How visitors agree must be “ask”, “plugin” or “without”.', 'candid' );
			case 'notice_texts':
				return __( 'One of the texts of the notice is too long, or its language is not a code such as “en”.', 'candid' );
			case 'blocked_selectors':
				/* translators: %d: number of entries. */
				return sprintf( __( 'Blocked selectors must be a list of at most %d entries.', 'candid' ), $rules['blocked_selectors']['maxItems'] );
			case 'allowed_query_keys':
				return sprintf(
					/* translators: 1: number of entries, 2: number of characters. */
					__( 'Enter at most %1$d URL parameters, each once. A name has at most %2$d characters: letters without accents, digits, and . _ - [ ]', 'candid' ),
					$rules['allowed_query_keys']['maxItems'],
					$rules['allowed_query_keys']['items']['maxLength']
				);
			default:
				return __( 'This setting is a switch: it is either on (true) or off (false).', 'candid' );
		}
	}

	public static function of_account( Account_Refusal $refusal ): string {
		return match ( $refusal ) {
			Account_Refusal::Not_A_Key => __( 'This is not an account key. A Candid key starts with cnd_, a Smartsupp key has 40 letters and digits.', 'candid' ),
			Account_Refusal::Fixed     => __( 'The account key is set in wp-config.php, by the constant CANDID_ACCOUNT_KEY. Change it there.', 'candid' ),
		};
	}

	public static function of_entry( Entry_Fault $fault ): string {
		return match ( $fault ) {
			Entry_Fault::Is_Empty       => __( 'The entry is empty.', 'candid' ),
			Entry_Fault::Too_Long       => sprintf(
				/* translators: %d: number of characters. */
				__( 'The entry is longer than %d characters.', 'candid' ),
				Settings_Contract::SCHEMA['properties']['blocked_selectors']['items']['maxLength']
			),
			Entry_Fault::Bad_Characters => __( 'The entry contains characters that are not allowed in a selector.', 'candid' ),
			Entry_Fault::No_Selector    => __( 'Enter only the selector, without braces, styles or HTML. For example: .my-class', 'candid' ),
			Entry_Fault::Is_Secret      => __( 'This URL parameter can contain a secret, such as a password or an order key. It is always removed.', 'candid' ),
		};
	}
}
