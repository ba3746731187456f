<?php
/**
 * Checks of what the owner chose.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Accounts\Account_Resolver;
use Candid\Domain\No_Recording;

/** Is it recording, for whom, and over a safe line? */
final class Recording_Checks implements Check_Group {

	public function __construct( private readonly Account_Resolver $accounts ) {
	}

	/** @inheritDoc */
	public function checks(): array {
		return array( $this->recording(), $this->transport() );
	}

	private function recording(): Check {
		return match ( $this->accounts->policy()->of_site()->reason ) {
			null                       => new Check(
				'recording',
				__( 'Candid records visits', 'candid' ),
				Check::GOOD,
				__( 'Recordings stay on this site.', 'candid' )
			),
			No_Recording::Unusable_Key => new Check(
				'recording',
				__( 'Candid is not recording: the account key cannot be used', 'candid' ),
				Check::CRITICAL,
				__( 'CANDID_ACCOUNT_KEY in wp-config.php is not an account key. Correct it, or remove it to use this site’s own account.', 'candid' )
			),
			No_Recording::No_Account   => new Check(
				'recording',
				__( 'Candid is not recording: this site has no account', 'candid' ),
				Check::CRITICAL,
				__( 'Deactivate Candid and activate it again. That creates the account of this site.', 'candid' )
			),
			No_Recording::Elsewhere    => new Check(
				'recording',
				__( 'Candid is not recording: the account key belongs to another site or service', 'candid' ),
				Check::RECOMMENDED,
				__( 'This version records for this site’s own account only. To record, go back to this site’s own key in the settings.', 'candid' )
			),
			default                    => new Check(
				'recording',
				__( 'Candid is off', 'candid' ),
				Check::GOOD,
				__( 'No visit is recorded until somebody turns recording on.', 'candid' )
			),
		};
	}

	private function transport(): Check {
		$home = (string) home_url();
		if ( 'https' === wp_parse_url( $home, PHP_URL_SCHEME ) ) {
			return new Check( 'tls', __( 'Recordings are sent over HTTPS', 'candid' ), Check::GOOD, __( 'The site is served over HTTPS.', 'candid' ) );
		}
		$host = (string) wp_parse_url( $home, PHP_URL_HOST );
		if ( in_array( $host, array( 'localhost', '127.0.0.1', '::1', '[::1]' ), true ) || str_ends_with( $host, '.localhost' ) || str_ends_with( $host, '.test' ) ) {
			return new Check(
				'tls',
				__( 'This site is on your own machine', 'candid' ),
				Check::GOOD,
				__( 'It is served without HTTPS, which is fine here. A public site needs HTTPS.', 'candid' )
			);
		}
		return new Check(
			'tls',
			__( 'Recordings are sent unencrypted', 'candid' ),
			Check::CRITICAL,
			__( 'Anyone who intercepts the connection can read what is recorded. Ask your host to enable HTTPS, then change both addresses under Settings → General.', 'candid' ),
			new Check_Remedy( __( 'Open the general settings', 'candid' ), admin_url( 'options-general.php' ) )
		);
	}
}
