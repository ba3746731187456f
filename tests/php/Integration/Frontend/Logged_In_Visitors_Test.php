<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Frontend;

use Candid\Frontend\Logged_In_Cookie;
use Candid\Frontend\Open_Pages;
use Candid\Frontend\Page_Tags;
use Candid\Settings\Settings_Store;
use Candid\Tests\Integration\Site_Case;

/** What pages and cookies say of visitors who are logged in, and of the pages they reach without a reload. */
final class Logged_In_Visitors_Test extends Site_Case {

	/** @var list<array{0: string, 1: int}> */
	private array $sent = array();

	protected function setUp(): void {
		parent::setUp();
		$this->given_settings( array( 'recording' => true ) );
	}

	protected function tearDown(): void {
		unset( $_COOKIE[ Logged_In_Cookie::NAME ] );
		parent::tearDown();
	}

	public function test_a_page_says_what_holds_for_visitors_who_are_logged_in_and_the_same_to_everybody(): void {
		self::assertSame( 'mask', $this->told() );
		$this->log_in( 'subscriber' );
		self::assertSame( 'mask', $this->told() );
		$this->given_settings( array( 'recording' => true, 'logged_in' => 'same' ) );
		self::assertSame( 'same', $this->told() );
	}

	public function test_a_page_for_a_member_has_no_tags_where_such_visitors_are_not_recorded(): void {
		$this->given_settings( array( 'recording' => true, 'logged_in' => 'skip' ) );
		self::assertSame( 'skip', $this->told() );
		$this->log_in( 'subscriber' );
		self::assertNull( $this->told() );
	}

	public function test_a_member_gets_the_cookie_and_loses_it_when_logged_out(): void {
		$cookie = $this->cookie();
		$cookie->set( 'secret', 1900000000 );
		self::assertSame( array( array( '1', 1900000000 ) ), $this->sent );
		$_COOKIE[ Logged_In_Cookie::NAME ] = '1';
		$cookie->remove();
		self::assertSame( array( '', 1 ), $this->sent[1] );
	}

	public function test_the_cookie_is_put_right_by_any_request(): void {
		$cookie = $this->cookie();
		$cookie->put_right();
		self::assertSame( array(), $this->sent, 'Nobody is logged in and nothing is set.' );
		$this->log_in( 'subscriber' );
		$cookie->put_right();
		$_COOKIE[ Logged_In_Cookie::NAME ] = '1';
		$cookie->put_right();
		self::assertSame( array( array( '1', 0 ) ), $this->sent );
		wp_set_current_user( 0 );
		$cookie->put_right();
		self::assertSame( array( '', 1 ), $this->sent[1] );
	}

	public function test_nobody_gets_a_cookie_where_none_is_needed(): void {
		foreach ( array( array( 'recording' => false ), array( 'recording' => true, 'logged_in' => 'same' ) ) as $settings ) {
			$this->given_settings( $settings );
			$this->log_in( 'subscriber' );
			$this->cookie()->put_right();
			$this->cookie()->set( 'secret', 0 );
		}
		self::assertSame( array(), $this->sent );
	}

	public function test_paths_of_posts_are_open_and_pages_are_not(): void {
		$before = get_option( 'permalink_structure' );
		update_option( 'permalink_structure', '/blog/%postname%/' );
		$open = Open_Pages::digests();
		self::assertContains( Open_Pages::digest( '/blog/*' ), $open );
		self::assertContains( Open_Pages::digest( '' ), $open );
		self::assertNotContains( Open_Pages::digest( '/*' ), $open );
		add_filter( 'candid_mask_page', '__return_true' );
		self::assertSame( array(), Open_Pages::digests(), 'What code says of another page is not known.' );
		remove_all_filters( 'candid_mask_page' );
		update_option( 'permalink_structure', '/%postname%/' );
		self::assertNotContains( Open_Pages::digest( '/*' ), Open_Pages::digests() );
		update_option( 'permalink_structure', '' );
		self::assertSame( array(), Open_Pages::digests() );
		update_option( 'permalink_structure', $before );
	}

	public function test_a_digest_is_the_one_the_recorder_makes(): void {
		self::assertSame( array( 'd858daa2', '6466f48c', '811c9dc5' ), array_map( Open_Pages::digest( ... ), array( '/shop', '/product/*', '' ) ) );
	}

	private function cookie(): Logged_In_Cookie {
		return new Logged_In_Cookie(
			new Settings_Store(),
			function ( string $value, int $expire ): void {
				$this->sent[] = array( $value, $expire );
			}
		);
	}

	/** What the config of the page says; null where there is none. */
	private function told(): ?string {
		ob_start();
		( new Page_Tags( $this->plugin()->page_recording() ) )->print_tags();
		if ( 1 !== preg_match( '~id="candid-config"[^>]*>(.*?)</script>~s', (string) ob_get_clean(), $found ) ) {
			return null;
		}
		$config = json_decode( trim( $found[1] ), true, 16, JSON_THROW_ON_ERROR );
		return $config['loggedIn'];
	}
}
