<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Frontend;

use Candid\Frontend\Page_Rules_Tag;
use Candid\Tests\Integration\Site_Case;

/** What a page tells the screen "What is recorded". */
final class Page_Rules_Tag_Test extends Site_Case {

	protected function tearDown(): void {
		unset( $_GET['key'] );
		parent::tearDown();
	}

	public function test_only_who_manages_gets_it(): void {
		self::assertSame( '', $this->printed() );
		$this->log_in( 'editor' );
		self::assertSame( '', $this->printed() );
		$this->log_in_manager();
		self::assertMatchesRegularExpression( '~<script(?=[^>]* type="application/json")(?=[^>]* id="candid-page-rules")~', $this->printed() );
	}

	public function test_it_says_what_holds_for_visitors_also_while_recording_is_off(): void {
		$this->given_settings( array( 'blocked_selectors' => array( '.owner' ) ) );
		add_filter( 'candid_blocked_selectors', static fn ( array $selectors ): array => array( ...$selectors, '.code' ) );
		add_filter( 'candid_recorder_settings', static fn ( array $settings ): array => array( 'preset' => 'strict' ) + $settings );
		$this->log_in_manager();
		self::assertSame(
			array(
				'recorded' => true,
				'masked'   => false,
				'preset'   => 'strict',
				'inputs'   => false,
				'block'    => array( '.code' ),
			),
			$this->rules()
		);
	}

	public function test_it_says_that_a_page_is_masked_wholly(): void {
		$this->log_in_manager();
		$_GET['key'] = 'wc_order_AbCdEf123';
		self::assertTrue( $this->rules()['masked'] );
	}

	public function test_it_says_that_a_page_is_not_recorded(): void {
		$this->log_in_manager();
		add_filter( 'candid_recorder_settings', '__return_false' );
		self::assertSame( array( 'recorded' => false, 'reason' => 'left_out' ), $this->rules() );
	}

	public function test_it_holds_no_key(): void {
		$this->log_in_manager();
		self::assertStringNotContainsString( self::OWN_KEY, $this->printed() );
	}

	private function log_in_manager(): void {
		$this->log_in( 'administrator' );
		wp_get_current_user()->add_cap( 'candid_manage_settings' );
	}

	/** @return array<string, mixed> */
	private function rules(): array {
		self::assertSame( 1, preg_match( '~>(.*?)</script>~s', $this->printed(), $match ) );
		$rules = json_decode( trim( $match[1] ), true );
		self::assertIsArray( $rules );

		return $rules;
	}

	private function printed(): string {
		$plugin = $this->plugin();
		ob_start();
		( new Page_Rules_Tag( $plugin->settings(), $plugin->page_recording() ) )->print_tag();

		return (string) ob_get_clean();
	}
}
