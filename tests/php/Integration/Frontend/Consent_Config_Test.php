<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Frontend;

use Candid\Settings\Settings_Validator;
use Candid\Tests\Integration\Site_Case;
use PHPUnit\Framework\Attributes\DataProvider;

/** What the page's scripts learn about consent. */
final class Consent_Config_Test extends Site_Case {

	private const WORDS = array( 'language' => 'en', 'title' => 'Recorded?', 'text' => '', 'accept' => 'Fine', 'refuse' => '' );

	/**
	 * @param array<string, mixed> $settings
	 * @return array<string, mixed>
	 */
	private function consent( array $settings = array() ): array {
		$this->given_settings( array( 'recording' => true ) + $settings );
		$config = $this->plugin()->page_recording()->of_visit();
		self::assertIsArray( $config );
		return $config['consent'];
	}

	public function test_as_installed_visitors_are_asked_and_signals_are_obeyed(): void {
		$consent = $this->consent();
		self::assertSame( array( 'ask', 'statistics', 'obey', 'bar', 'theme' ), array( $consent['mode'], $consent['category'], $consent['signals'], $consent['notice']['place'], $consent['notice']['colors'] ) );
		self::assertStringContainsString( '/build/front/choice.js?ver=', $consent['script'] );
		self::assertStringContainsString( 'candid/v1/erasures', $consent['erase'] );
		self::assertSame( array( 'May we record this visit?', 'Allow recording', 'Do not record' ), array( $consent['notice']['title'], $consent['notice']['accept'], $consent['notice']['refuse'] ) );
	}

	public function test_a_site_from_before_consent_asks_from_its_update_on(): void {
		update_option( 'candid_settings', array( 'recording' => true, 'account_key' => '', 'record_inputs' => false, 'preset' => 'balanced', 'blocked_selectors' => array(), 'allowed_query_keys' => array() ) );
		$config = $this->plugin()->page_recording()->of_visit();
		self::assertSame( 'ask', is_array( $config ) ? $config['consent']['mode'] : '' );
	}

	/** @return array<string, array{mixed}> */
	public static function damaged(): array {
		return array(
			'a mode that is none' => array( 'never' ),
			'a list'              => array( array( 'without' ) ),
			'nothing'             => array( null ),
		);
	}

	#[DataProvider( 'damaged' )]
	public function test_a_damaged_choice_asks( mixed $stored ): void {
		update_option( 'candid_settings', array( 'recording' => true, 'consent' => $stored ) );
		$config = $this->plugin()->page_recording()->of_visit();
		self::assertSame( 'ask', is_array( $config ) ? $config['consent']['mode'] : '' );
	}

	public function test_the_owners_words_replace_those_of_their_language_one_by_one(): void {
		$notice = $this->consent( array( 'notice_texts' => array( self::WORDS ) ) )['notice'];
		self::assertSame( array( 'Recorded?', 'Fine', 'Do not record' ), array( $notice['title'], $notice['accept'], $notice['refuse'] ) );
		add_filter( 'locale', static fn (): string => 'pl_PL' );
		self::assertNotSame( 'Recorded?', $this->consent( array( 'notice_texts' => array( self::WORDS ) ) )['notice']['title'] );
	}

	public function test_visitors_are_told_whether_form_inputs_are_recorded(): void {
		self::assertStringContainsString( 'but not what you enter into forms', $this->consent()['notice']['text'] );
		self::assertStringContainsString( 'and what you enter into forms', $this->consent( array( 'record_inputs' => true ) )['notice']['text'] );
	}

	public function test_another_text_and_recorded_inputs_are_agreed_to_anew_and_another_look_is_not(): void {
		$version = $this->consent()['version'];
		self::assertMatchesRegularExpression( '/\A[0-9a-f]{8}\z/', $version );
		self::assertSame( $version, $this->consent( array( 'notice_place' => 'corner', 'notice_colors' => 'dark', 'preset' => 'strict' ) )['version'] );
		self::assertNotSame( $version, $this->consent( array( 'notice_texts' => array( self::WORDS ) ) )['version'] );
		self::assertNotSame( $version, $this->consent( array( 'notice_texts' => array(), 'record_inputs' => true ) )['version'] );
		add_filter( 'locale', static fn (): string => 'hu_HU' );
		self::assertSame( $version, $this->consent( array( 'record_inputs' => false ) )['version'], 'The version is the same in every language.' );
	}

	public function test_words_are_stored_as_they_were_sent_and_a_wrong_shape_is_refused(): void {
		$settings = $this->plugin()->settings()->read();
		$change   = ( new Settings_Validator() )->apply( array( 'notice_texts' => array( self::WORDS, array( 'language' => 'pl' ) + self::WORDS ) ), $settings );
		self::assertSame( array( self::WORDS, array( 'language' => 'pl' ) + self::WORDS ), $change->settings->notice_texts );
		foreach ( array( array( 'x' ), array( array( 'language' => 'en' ) ), array( array( 'language' => 'English' ) + self::WORDS ), array( self::WORDS + array( 'more' => 'x' ) ), array( array( 'title' => str_repeat( 'x', 81 ) ) + self::WORDS ) ) as $wrong ) {
			try {
				( new Settings_Validator() )->apply( array( 'notice_texts' => $wrong ), $settings );
				self::fail( (string) wp_json_encode( $wrong ) );
			} catch ( \Candid\Settings\Invalid_Setting $fault ) {
				self::assertSame( 'notice_texts', $fault->field );
			}
		}
	}
}
