<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Compat;

use Candid\Compat\Consent_Api;
use Candid\Tests\Integration\Site_Case;
use Candid\Tests\Site\Throwaway_Site;

/** Candid and the WP Consent API. */
final class Consent_Api_Test extends Site_Case {

	public function test_candid_says_that_it_knows_the_api(): void {
		( new Consent_Api( $this->plugin()->settings() ) )->register_hooks();
		self::assertTrue( apply_filters( 'wp_consent_api_registered_' . plugin_basename( CANDID_FILE ), false ) );
	}

	public function test_without_the_api_nothing_happens_and_nobody_manages_consent(): void {
		( new Consent_Api( $this->plugin()->settings() ) )->describe_storage();
		self::assertSame( array( false, false ), array( Consent_Api::is_there(), Consent_Api::is_managed() ) );
	}

	public function test_the_api_learns_every_entry_of_the_browsers_storage_with_the_owners_category(): void {
		$site = Throwaway_Site::make();
		$site->activate();
		$told = $site->run(
			'$GLOBALS["told"] = array();
			function wp_add_cookie_info( ...$info ) { $GLOBALS["told"][] = array( $info[0], $info[1], $info[2], $info[8] ); }
			( new \Candid\Compat\Consent_Api( new \Candid\Settings\Settings_Store() ) )->describe_storage();
			update_option( "candid_settings", array( "consent_category" => "marketing" ) );
			( new \Candid\Compat\Consent_Api( new \Candid\Settings\Settings_Store() ) )->describe_storage();
			return $GLOBALS["told"];'
		);
		$site->remove();
		self::assertSame(
			array(
				array( 'candid', 'Candid', 'statistics', 'LOCALSTORAGE' ),
				array( 'candid-stopped', 'Candid', 'functional', 'LOCALSTORAGE' ),
				array( 'candid-erase', 'Candid', 'functional', 'LOCALSTORAGE' ),
				array( 'candid-consent', 'Candid', 'functional', 'LOCALSTORAGE' ),
				array( 'candid', 'Candid', 'marketing', 'LOCALSTORAGE' ),
			),
			array_slice( $told, 0, 5 )
		);
	}
}
