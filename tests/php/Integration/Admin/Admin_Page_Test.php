<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Admin;

use Candid\Admin\Admin_Page;
use Candid\Admin\Menu_Icon;
use Candid\Admin\Plugin_Row;
use Candid\Health\Check;
use Candid\Health\Check_Group;
use Candid\Health\Health_Report;
use Candid\Settings\Settings_Store;
use Candid\Tests\Integration\Site_Case;

/** The entry in wp-admin, and who sees it. Needs the built app: npm run build -- admin. */
final class Admin_Page_Test extends Site_Case {

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		$GLOBALS['menu']    = array();
		$GLOBALS['submenu'] = array();
		wp_dequeue_script( Admin_Page::HANDLE );
		wp_deregister_script( Admin_Page::HANDLE );
	}

	protected function tearDown(): void {
		$user = wp_get_current_user();
		if ( $user->exists() ) {
			$user->remove_cap( 'candid_watch_recordings' );
			$user->remove_cap( 'candid_manage_settings' );
		}
		unset( $GLOBALS['current_screen'] );
		parent::tearDown();
	}

	public function test_there_is_one_entry_for_those_who_may_watch(): void {
		$this->log_in( 'editor' );
		wp_get_current_user()->add_cap( 'candid_watch_recordings' );
		( new Admin_Page( new Health_Report( array() ) ) )->add_menu_entry();
		self::assertSame( array( 'candid' ), array_column( $GLOBALS['menu'], 2 ) );
		self::assertSame( array( 'candid_watch_recordings' ), array_column( $GLOBALS['menu'], 1 ) );
	}

	public function test_those_who_may_only_manage_reach_it_too(): void {
		$this->log_in( 'editor' );
		wp_get_current_user()->add_cap( 'candid_manage_settings' );
		( new Admin_Page( new Health_Report( array() ) ) )->add_menu_entry();
		self::assertSame( array( 'candid_manage_settings' ), array_column( $GLOBALS['menu'], 1 ) );
	}

	public function test_an_editor_as_installed_does_not_see_it(): void {
		$this->log_in( 'editor' );
		( new Admin_Page( new Health_Report( array() ) ) )->add_menu_entry();
		self::assertFalse( current_user_can( array_column( $GLOBALS['menu'], 1 )[0] ) );
	}

	public function test_the_icon_is_a_drawing_inside_the_page(): void {
		$uri = Menu_Icon::data_uri();
		self::assertStringStartsWith( 'data:image/svg+xml;base64,', $uri );
		$svg = simplexml_load_string( (string) base64_decode( substr( $uri, 26 ), true ) );
		self::assertNotFalse( $svg );
		self::assertSame( '0 0 20 20', (string) $svg['viewBox'] );
	}

	public function test_script_and_style_load_on_its_own_screen_only(): void {
		self::assertFileExists( dirname( CANDID_FILE ) . '/build/admin/index.js', 'Build the app first: npm run build -- admin' );
		$page = $this->page_of_admin();
		$page->enqueue( 'index.php' );
		$page->enqueue( '' );
		self::assertFalse( wp_script_is( Admin_Page::HANDLE ) );
		$page->enqueue( 'toplevel_page_candid' );
		self::assertTrue( wp_script_is( Admin_Page::HANDLE ) );
		self::assertStringStartsWith( 'window.candidAdmin = {', wp_scripts()->get_inline_script_data( Admin_Page::HANDLE, 'before' ) );
		self::assertSame( 'candid', wp_scripts()->registered[ Admin_Page::HANDLE ]->textdomain );
	}

	public function test_it_hands_over_what_the_app_needs_and_what_the_person_may_do(): void {
		$page = $this->page_of_admin();
		$data = $page->handover();
		self::assertSame( array( 'root', 'nonce', 'siteUrl', 'adminUrl', 'can', 'player', 'version', 'critical' ), array_keys( $data ) );
		self::assertSame(
			array(
				'watch'  => true,
				'delete' => false,
				'export' => false,
				'manage' => false,
			),
			$data['can']
		);
		self::assertStringEndsWith( '/', $data['root'] );
		self::assertSame( 1, wp_verify_nonce( $data['nonce'], 'wp_rest' ) );
		self::assertStringContainsString( '/build/player/stage.js?ver=', $data['player']['stage'] );
	}

	public function test_notices_of_others_stand_above_the_app(): void {
		ob_start();
		$this->page_of_admin()->print_root();
		self::assertMatchesRegularExpression( '~class="wp-header-end">.*<div id="candid-admin"~s', (string) ob_get_clean() );
	}

	public function test_the_emoji_script_which_asks_another_host_is_off_its_own_screen_and_on_all_others(): void {
		// As wp-admin/includes/admin-filters.php does.
		add_action( 'admin_print_scripts', 'print_emoji_detection_script' );
		add_action( 'admin_enqueue_scripts', 'wp_enqueue_emoji_styles' );
		$page = $this->page_of_admin();
		$page->leave_emoji_alone( 'index.php' );
		self::assertNotFalse( has_action( 'admin_print_scripts', 'print_emoji_detection_script' ) );
		$page->leave_emoji_alone( 'toplevel_page_candid' );
		self::assertFalse( has_action( 'admin_print_scripts', 'print_emoji_detection_script' ) );
		self::assertFalse( has_action( 'admin_enqueue_scripts', 'wp_enqueue_emoji_styles' ) );
	}

	public function test_after_activation_one_sentence_points_to_the_settings(): void {
		$this->log_in( 'administrator' );
		wp_get_current_user()->add_cap( 'candid_manage_settings' );
		set_current_screen( 'plugins' );
		self::assertSame( '', $this->pointer() );
		$_GET['activate'] = 'true';
		self::assertStringContainsString( 'records nothing yet', $this->pointer() );
		self::assertStringContainsString( 'page=candid&#038;p=%2Fsettings', $this->pointer() );
		$this->given_settings( array( 'recording' => true ) );
		self::assertSame( '', $this->pointer() );
	}

	public function test_the_plugin_has_a_settings_link_for_those_who_may_manage(): void {
		$row = new Plugin_Row( new Settings_Store() );
		$this->log_in( 'editor' );
		self::assertSame( array( 'deactivate' => 'x' ), $row->add_settings_link( array( 'deactivate' => 'x' ) ) );
		wp_get_current_user()->add_cap( 'candid_manage_settings' );
		self::assertSame( array( 'settings', 'deactivate' ), array_keys( $row->add_settings_link( array( 'deactivate' => 'x' ) ) ) );
	}

	public function test_who_manages_is_told_how_many_checks_are_critical_and_others_are_not(): void {
		$group = new class() implements Check_Group {
			/** @return list<Check> */
			public function checks(): array {
				return array( new Check( 'a', 'A', Check::CRITICAL, '' ), new Check( 'b', 'B', Check::RECOMMENDED, '' ) );
			}
		};
		$page  = new Admin_Page( new Health_Report( array( $group ) ) );
		$this->log_in( 'editor' );
		self::assertSame( 0, $page->handover()['critical'] );
		$this->log_in( 'administrator' );
		wp_get_current_user()->add_cap( 'candid_manage_settings' );
		self::assertSame( 1, $page->handover()['critical'] );
	}

	private function page_of_admin(): Admin_Page {
		$this->log_in( 'editor' );
		wp_get_current_user()->add_cap( 'candid_watch_recordings' );
		$page = new Admin_Page( new Health_Report( array() ) );
		$page->add_menu_entry();

		return $page;
	}

	private function pointer(): string {
		ob_start();
		( new Plugin_Row( new Settings_Store() ) )->point_to_settings();

		return (string) ob_get_clean();
	}
}
