<?php
/**
 * Checks of what the owner chose.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Accounts\Account_Resolver;
use Candid\Settings\Settings_Store;

/** Is it recording, for whom, and over a safe line? */
final class Recording_Checks implements Check_Group {

	/**
	 * The checks.
	 *
	 * @param Settings_Store   $settings The owner's settings.
	 * @param Account_Resolver $accounts Knows where recordings go.
	 */
	public function __construct(
		private readonly Settings_Store $settings,
		private readonly Account_Resolver $accounts,
	) {}

	/** {@inheritDoc} */
	public function checks(): array {
		return array( $this->recording(), $this->transport() );
	}

	private function recording(): Check {
		if ( $this->accounts->has_unusable_constant() ) {
			return new Check( 'recording', __( 'Candid records nothing: the account key is not usable', 'candid' ), Check::CRITICAL, __( 'CANDID_ACCOUNT_KEY in wp-config.php is no account key. Correct it, or remove it to use this site’s own account.', 'candid' ) );
		}
		$account = $this->accounts->account();
		if ( ! $account->is_own() ) {
			return '' === $account->key && '' === $account->own_key
				? new Check( 'recording', __( 'Candid records nothing: this site has no account', 'candid' ), Check::CRITICAL, __( 'Deactivate Candid and activate it again. That creates the account of this site.', 'candid' ) )
				: new Check( 'recording', __( 'Candid records nothing: the account key belongs to another place', 'candid' ), Check::RECOMMENDED, __( 'This version records for this site’s own account only. Go back to this site’s own key in the settings to record.', 'candid' ) );
		}
		if ( ! $this->settings->read()->recording ) {
			return new Check( 'recording', __( 'Candid is off', 'candid' ), Check::GOOD, __( 'No visit is recorded until somebody turns recording on.', 'candid' ) );
		}

		return new Check( 'recording', __( 'Candid records visits', 'candid' ), Check::GOOD, __( 'Recordings stay on this site.', 'candid' ) );
	}

	private function transport(): Check {
		$home = (string) home_url();
		if ( 'https' === wp_parse_url( $home, PHP_URL_SCHEME ) ) {
			return new Check( 'tls', __( 'Recordings travel encrypted', 'candid' ), Check::GOOD, __( 'The site is served over HTTPS.', 'candid' ) );
		}
		$host = (string) wp_parse_url( $home, PHP_URL_HOST );
		if ( in_array( $host, array( 'localhost', '127.0.0.1', '::1', '[::1]' ), true ) || str_ends_with( $host, '.localhost' ) || str_ends_with( $host, '.test' ) ) {
			return new Check( 'tls', __( 'This site is on your own machine', 'candid' ), Check::GOOD, __( 'It is served without HTTPS, which is fine here. A public site needs HTTPS.', 'candid' ) );
		}

		return new Check( 'tls', __( 'Recordings travel without encryption', 'candid' ), Check::CRITICAL, __( 'Anybody on the way can read what is recorded. Ask your host for HTTPS and change the address of the site in Settings → General.', 'candid' ) );
	}
}
