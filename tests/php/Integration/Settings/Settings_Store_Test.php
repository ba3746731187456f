<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Settings;

use Candid\Contracts\Settings_Contract;
use Candid\Settings\Settings_Store;
use Candid\Tests\Integration\Site_Case;
use PHPUnit\Framework\Attributes\DataProvider;

/** Reading an option somebody else may have spoilt. */
final class Settings_Store_Test extends Site_Case {

	/** @return array<string, array{0: mixed}> */
	public static function wrecks(): array {
		return array(
			'text'    => array( 'recording' ),
			'false'   => array( false ),
			'a list'  => array( array( true, true ) ),
			'nothing' => array( array() ),
		);
	}

	#[DataProvider( 'wrecks' )]
	public function test_an_option_that_is_no_settings_reads_as_installed( mixed $wreck ): void {
		$this->stored_raw( $wreck );
		self::assertSame( Settings_Contract::DEFAULTS, ( new Settings_Store() )->read()->to_array() );
	}

	public function test_a_field_of_a_wrong_type_falls_back_alone(): void {
		$this->stored_raw(
			array(
				'recording'     => true,
				'record_inputs' => 'yes',
				'preset'        => 'strict',
			)
		);
		$settings = ( new Settings_Store() )->read();
		self::assertTrue( $settings->recording );
		self::assertFalse( $settings->record_inputs );
		self::assertSame( 'strict', $settings->preset );
	}

	public function test_blocked_selectors_that_cannot_be_read_stop_recording(): void {
		$this->stored_raw(
			array(
				'recording'         => true,
				'blocked_selectors' => 'div.secret',
			)
		);
		self::assertFalse( ( new Settings_Store() )->read()->recording );
	}

	public function test_an_account_key_that_cannot_be_read_stops_recording(): void {
		$this->stored_raw(
			array(
				'recording'   => true,
				'account_key' => 'cnd_short',
			)
		);
		self::assertFalse( ( new Settings_Store() )->read()->recording );
	}

	public function test_other_writers_pass_the_same_checks(): void {
		update_option( Settings_Store::OPTION, array( 'preset' => 'nothing of the kind' ) );
		self::assertSame( 'balanced', get_option( Settings_Store::OPTION )['preset'] );
	}

	/** Puts a value into the database past every check. */
	private function stored_raw( mixed $value ): void {
		remove_all_filters( 'sanitize_option_' . Settings_Store::OPTION );
		delete_option( Settings_Store::OPTION );
		add_option( Settings_Store::OPTION, $value );
		( new \Candid\Settings\Settings_Registration() )->register();
	}
}
