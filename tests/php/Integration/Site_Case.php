<?php
/**
 * A WordPress with the parts of Candid that face it.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration;

use Candid\Accounts\Own_Account;
use Candid\Plugin;
use Candid\Settings\Settings;
use Candid\Settings\Settings_Store;
use PHPUnit\Framework\TestCase;
use WP_Query;
use WP_REST_Request;
use WP_REST_Response;

/** Starts every test as a visitor of the front page, with the settings as installed and this site's own account. */
abstract class Site_Case extends TestCase {

	protected const OWN_KEY       = 'cnd_0123456789abcdefghijklmnopqrstuv';
	protected const OTHER_KEY     = 'cnd_zyxwvutsrqponmlkjihgfedcba987654';
	protected const SMARTSUPP_KEY = '0123456789abcdef0123456789abcdef01234567';

	private const FILTERS = array( 'candid_blocked_selectors', 'candid_recorder_settings', 'candid_mask_page', 'locale', 'rest_url', Settings_Store::SAVED );

	/** @var array<string, int> Users made by user(), by role. */
	private static array $users = array();

	/** @var array<string, mixed> Hooks as they were before the test. */
	private array $hooks_before = array();

	private string $key_before = '';

	protected function setUp(): void {
		foreach ( self::FILTERS as $filter ) {
			$this->hooks_before[ $filter ] = isset( $GLOBALS['wp_filter'][ $filter ] ) ? clone $GLOBALS['wp_filter'][ $filter ] : null;
		}
		delete_option( Settings_Store::OPTION );
		( new Settings_Store() )->install();
		$this->key_before = Own_Account::key();
		update_option( Own_Account::KEY_OPTION, self::OWN_KEY );
		wp_set_current_user( 0 );
		$_GET = array();
		$this->visit( array() );
	}

	protected function tearDown(): void {
		foreach ( $this->hooks_before as $filter => $hooks ) {
			if ( null === $hooks ) {
				unset( $GLOBALS['wp_filter'][ $filter ] );
			} else {
				$GLOBALS['wp_filter'][ $filter ] = $hooks;
			}
		}
		update_option( Own_Account::KEY_OPTION, $this->key_before );
		$_GET = array();
		wp_set_current_user( 0 );
	}

	/**
	 * A plugin of our own, whose hooks are not registered.
	 *
	 * @param string|null $fixed_key CANDID_ACCOUNT_KEY as if wp-config.php defined it; null: it does not.
	 * @param string      $own_key   Key of this site's own account; empty: there is none.
	 */
	protected function plugin( ?string $fixed_key = null, string $own_key = self::OWN_KEY ): Plugin {
		update_option( Own_Account::KEY_OPTION, $own_key );

		return new Plugin( $fixed_key );
	}

	/**
	 * Stores settings as the owner would have.
	 *
	 * @param array<string, mixed> $some Fields that differ from the settings as installed.
	 */
	protected function given_settings( array $some ): void {
		$store = new Settings_Store();
		self::assertTrue( $store->write( Settings::from_good( $some + $store->read()->to_array() ) ), 'The settings of the test must be storable.' );
	}

	/** Logs a person of a role in. */
	protected function log_in( string $role ): void {
		if ( ! isset( self::$users[ $role ] ) ) {
			$known = get_user_by( 'login', "candid-test-$role" );
			$id    = false === $known ? wp_insert_user(
				array(
					'user_login' => "candid-test-$role",
					'user_email' => "candid-test-$role@example.com",
					'user_pass'  => wp_generate_password(),
					'role'       => $role,
				)
			) : $known->ID;
			self::assertIsInt( $id );
			self::$users[ $role ] = $id;
		}
		wp_set_current_user( self::$users[ $role ] );
	}

	/**
	 * Runs the main query.
	 *
	 * @param array<string, mixed> $query Query variables; none is the front page.
	 */
	protected function visit( array $query ): WP_Query {
		$GLOBALS['wp_query']     = new WP_Query();
		$GLOBALS['wp_the_query'] = $GLOBALS['wp_query'];
		$GLOBALS['wp_query']->query( $query );

		return $GLOBALS['wp_query'];
	}

	/** Publishes a page and returns its id; removed with the other pages of the test class. */
	protected function page( string $slug, string $content = '', string $status = 'publish' ): int {
		$id = wp_insert_post(
			array(
				'post_type'    => 'page',
				'post_status'  => $status,
				'post_title'   => $slug,
				'post_name'    => $slug,
				'post_content' => wp_slash( $content ),
			),
			true
		);
		self::assertIsInt( $id );

		return $id;
	}

	/**
	 * Sends a request through the REST server.
	 *
	 * @param string      $method Method.
	 * @param string      $route  Route.
	 * @param string|null $body   JSON body.
	 */
	protected function send( string $method, string $route, ?string $body = null ): WP_REST_Response {
		$request = new WP_REST_Request( $method, $route );
		if ( null !== $body ) {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( $body );
		}

		return rest_do_request( $request );
	}
}
