<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Frontend;

use Candid\Contracts\Front_Config_Contract;
use Candid\Frontend\Page_Tags;
use Candid\Settings\Settings_Store;
use Candid\Tests\Integration\Site_Case;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_Query;

/** The two tags of a page: where they are printed, and what is in them. */
final class Page_Tags_Test extends Site_Case {

	protected function setUp(): void {
		parent::setUp();
		$this->given_settings( array( 'recording' => true ) );
	}

	public function test_a_visitor_of_an_ordinary_page_gets_both_tags(): void {
		$html = $this->printed();
		// Cores write the attributes in different orders.
		self::assertSame( 1, preg_match_all( '~<script(?=[^>]* type="application/json")(?=[^>]* id="candid-config")~', $html ) );
		self::assertSame( 1, preg_match_all( '~<script(?=[^>]* async)(?=[^>]* src="[^"]+/build/front/loader\.js\?ver=[^"]+")(?=[^>]* id="candid-loader-js")~', $html ) );
		self::assertSame( 2, substr_count( $html, '<script' ) );
		foreach ( array( 'data-cfasync="false"', 'data-no-optimize="1"', 'data-no-minify="1"', 'data-noptimize="1"', 'nowprocket' ) as $attribute ) {
			self::assertSame( 2, substr_count( (string) preg_replace( '/nowprocket="nowprocket"/', 'nowprocket', $html ), $attribute ), $attribute );
		}
	}

	public function test_the_config_is_what_the_schema_says(): void {
		$config = $this->config();
		self::assertTrue( rest_validate_value_from_schema( $config, Front_Config_Contract::SCHEMA, 'config' ) );
		self::assertSame( self::OWN_KEY, $config['key'] );
		self::assertFalse( $config['inputs'] );
		self::assertSame( 'balanced', $config['preset'] );
		self::assertStringContainsString( 'candid/v1/segments', $config['door'] );
		self::assertStringContainsString( '/build/front/visit.js?ver=', $config['recorder'] );
	}

	public function test_nothing_is_printed_while_recording_is_off(): void {
		$this->given_settings( array( 'recording' => false ) );
		self::assertSame( '', $this->printed() );
	}

	/** @return array<string, array{0: string}> */
	public static function keys_elsewhere(): array {
		return array(
			'another Candid site' => array( self::OTHER_KEY ),
			'Smartsupp'           => array( self::SMARTSUPP_KEY ),
		);
	}

	#[DataProvider( 'keys_elsewhere' )]
	public function test_nothing_is_printed_for_an_account_elsewhere( string $key ): void {
		$this->given_settings( array( 'account_key' => $key ) );
		self::assertSame( '', $this->printed() );
	}

	public function test_nothing_is_printed_for_a_key_in_wp_config_that_is_none(): void {
		self::assertSame( '', $this->printed( 'oops' ) );
	}

	public function test_nothing_is_printed_before_this_site_has_an_account(): void {
		self::assertSame( '', $this->printed( null, '' ) );
	}

	/** @return array<string, array{0: callable(WP_Query): void}> */
	public static function other_answers(): array {
		$flag = static fn ( string $name ): callable => static function ( WP_Query $query ) use ( $name ): void {
			$query->$name = true;
		};

		return array(
			'a preview'              => array( $flag( 'is_preview' ) ),
			'a feed'                 => array( $flag( 'is_feed' ) ),
			'an embed'               => array( $flag( 'is_embed' ) ),
			'robots.txt'             => array( $flag( 'is_robots' ) ),
			'the favicon'            => array( $flag( 'is_favicon' ) ),
			'a trackback'            => array( $flag( 'is_trackback' ) ),
			'a sitemap'              => array( static fn ( WP_Query $query ) => $query->set( 'sitemap', 'index' ) ),
			'an editor\'s frame'     => array( static fn () => $_GET['wp_site_preview'] = '1' ),
			'a theme\'s preview'     => array( static fn () => $_GET['wp_theme_preview'] = 'x' ),
			'a sign-up page'         => array( static fn () => $GLOBALS['pagenow'] = 'wp-signup.php' ),
			'an activation page'     => array( static fn () => $GLOBALS['pagenow'] = 'wp-activate.php' ),
			'the log-in page'        => array( static fn () => $GLOBALS['pagenow'] = 'wp-login.php' ),
		);
	}

	#[DataProvider( 'other_answers' )]
	public function test_nothing_is_printed_where_it_is_no_page_for_visitors( callable $make ): void {
		$before = $GLOBALS['pagenow'] ?? null;
		$make( $GLOBALS['wp_query'] );
		$html               = $this->printed();
		$GLOBALS['pagenow'] = $before;
		self::assertSame( '', $html );
	}

	public function test_people_who_work_on_the_site_are_never_recorded(): void {
		foreach ( array( 'administrator', 'editor', 'author', 'contributor' ) as $role ) {
			$this->log_in( $role );
			self::assertSame( '', $this->printed(), $role );
		}
		$this->log_in( 'subscriber' );
		$person = wp_get_current_user();
		foreach ( array( 'edit_pages', 'edit_others_posts', 'upload_files', 'candid_watch_recordings', 'candid_delete_recordings', 'candid_export_recordings', 'candid_manage_settings' ) as $capability ) {
			$person->add_cap( $capability );
			$html = $this->printed();
			$person->remove_cap( $capability );
			self::assertSame( '', $html, $capability );
		}
		self::assertNotSame( '', $this->printed() );
	}

	public function test_every_visitor_gets_the_same_bytes(): void {
		$nobody = $this->printed();
		$this->log_in( 'subscriber' );
		self::assertSame( $nobody, $this->printed() );
		$_COOKIE['candid-test']     = 'x';
		$_SERVER['HTTP_USER_AGENT'] = 'Another browser';
		$_SERVER['REMOTE_ADDR']     = '203.0.113.7';
		self::assertSame( $nobody, $this->printed() );
		unset( $_COOKIE['candid-test'] );
	}

	public function test_no_nonce_and_nothing_of_the_person_is_inside(): void {
		$this->log_in( 'subscriber' );
		$html = $this->printed();
		self::assertStringNotContainsString( wp_create_nonce( 'wp_rest' ), $html );
		self::assertDoesNotMatchRegularExpression( '/nonce|wp_rest|candid-test-subscriber/i', $html );
	}

	public function test_a_selector_cannot_end_the_script_element(): void {
		add_filter( 'candid_blocked_selectors', static fn ( array $selectors ): array => array_merge( $selectors, array( '</script><script>alert(1)//', "<!-- ' & \"" ) ) );
		$html = $this->printed();
		self::assertSame( 2, substr_count( $html, '</script>' ) );
		self::assertStringNotContainsString( '<!--', $html );
		self::assertContains( '</script><script>alert(1)//', $this->config()['block'] );
	}

	public function test_code_may_block_more_and_never_less(): void {
		$this->given_settings( array( 'blocked_selectors' => array( '.price' ) ) );
		add_filter( 'candid_blocked_selectors', static fn (): array => array( '.stock' ) );
		self::assertSame( array( '.price', '.stock' ), $this->config()['block'] );
	}

	public function test_code_that_returns_no_list_of_selectors_stops_the_recording_of_the_page(): void {
		add_filter( 'doing_it_wrong_trigger_error', '__return_false' );
		add_filter( 'candid_blocked_selectors', static fn (): array => array( '.a', null ) );
		$html = $this->printed();
		remove_filter( 'doing_it_wrong_trigger_error', '__return_false' );
		self::assertSame( '', $html );
	}

	public function test_code_may_tighten_the_recorder_and_never_loosen_it(): void {
		$this->given_settings(
			array(
				'preset'             => 'balanced',
				'allowed_query_keys' => array( 'size', 'colour' ),
			)
		);
		add_filter(
			'candid_recorder_settings',
			static fn (): array => array(
				'inputs'   => true,
				'preset'   => 'open',
				'keep'     => array( 'colour', 'email' ),
				'maskPage' => false,
				'door'     => 'https://evil.example/',
			)
		);
		$config = $this->config();
		self::assertFalse( $config['inputs'] );
		self::assertSame( 'balanced', $config['preset'] );
		self::assertSame( array( 'colour' ), $config['keep'] );
		self::assertStringNotContainsString( 'evil', $config['door'] );

		remove_all_filters( 'candid_recorder_settings' );
		$this->given_settings( array( 'record_inputs' => true ) );
		self::assertTrue( $this->config()['inputs'] );
		add_filter(
			'candid_recorder_settings',
			static fn ( array $settings ): array => array(
				'inputs'   => false,
				'preset'   => 'strict',
				'maskPage' => true,
			) + $settings
		);
		$config = $this->config();
		self::assertSame( array( false, 'strict', true ), array( $config['inputs'], $config['preset'], $config['maskPage'] ) );
	}

	public function test_code_may_leave_a_page_out(): void {
		add_filter( 'candid_recorder_settings', '__return_false' );
		self::assertSame( '', $this->printed() );
	}

	public function test_selectors_from_code_that_are_no_utf8_leave_the_page_out(): void {
		add_filter( 'doing_it_wrong_trigger_error', '__return_false' );
		add_filter( 'candid_blocked_selectors', static fn( array $selectors ): array => array( ...$selectors, ".secret\xC3\x28" ) );
		self::assertSame( '', $this->printed() );
		remove_filter( 'doing_it_wrong_trigger_error', '__return_false' );
	}

	public function test_an_unknown_preset_from_code_counts_as_the_strictest(): void {
		add_filter( 'candid_recorder_settings', static fn ( array $settings ): array => array( 'preset' => 'relaxed' ) + $settings );
		self::assertSame( 'strict', $this->config()['preset'] );
	}

	public function test_it_asks_the_database_nothing(): void {
		$tags = new Page_Tags( $this->plugin()->page_recording() );
		( new Settings_Store() )->read();
		wp_load_alloptions();
		$before = $GLOBALS['wpdb']->num_queries;
		ob_start();
		$tags->print_tags();
		self::assertStringContainsString( 'candid-config', (string) ob_get_clean() );
		self::assertSame( $before, $GLOBALS['wpdb']->num_queries );
	}

	/** @return array<string, mixed> */
	private function config(): array {
		self::assertSame( 1, preg_match( '~id="candid-config"[^>]*>(.*?)</script>~s', $this->printed(), $found ) );
		$config = json_decode( trim( $found[1] ), true, 16, JSON_THROW_ON_ERROR );
		self::assertIsArray( $config );

		return $config;
	}

	private function printed( ?string $fixed_key = null, string $own_key = self::OWN_KEY ): string {
		$tags = new Page_Tags( $this->plugin( $fixed_key, $own_key )->page_recording() );
		ob_start();
		$tags->print_tags();

		return (string) ob_get_clean();
	}
}
