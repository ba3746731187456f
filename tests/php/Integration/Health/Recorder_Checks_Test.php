<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Health;

use Candid\Domain\Fence_Finding;
use Candid\Domain\Recording_Id;
use Candid\Domain\System_Clock;
use Candid\Health\Check;
use Candid\Health\Leak_Log;
use Candid\Health\Recorder_Checks;
use Candid\Health\Stop_Log;
use Candid\Settings\Settings_Store;
use Candid\Tests\Integration\Site_Case;

/** What the owner hears of recorders in the field. */
final class Recorder_Checks_Test extends Site_Case {

	private int $now = 0;

	protected function setUp(): void {
		parent::setUp();
		delete_option( Stop_Log::OPTION );
		delete_option( Leak_Log::OPTION );
		$this->now = ( new System_Clock() )->now_ms();
	}

	public function test_silence_is_good(): void {
		self::assertSame( array( 'recorder' => 'good', 'leaks' => 'good' ), $this->statuses( 0 ) );
	}

	private function note( string $reason, string $path, Recording_Id $recording, int $now_ms ): void {
		$log = new Stop_Log();
		$log->note_stop( $reason, $path, $recording, $now_ms );
		$log->keep();
	}

	private function recording( int $number ): Recording_Id {
		return Recording_Id::from_hex( sprintf( '%032x', $number ) );
	}

	public function test_a_selector_that_a_browser_cannot_read_is_critical_where_there_are_selectors(): void {
		$this->note( 'selector', '/shop/', $this->recording( 1 ), $this->now );
		$this->note( 'error', '/other/', $this->recording( 2 ), $this->now );
		self::assertSame( 'recommended', $this->statuses( 0 )['recorder'] );
		$this->given_settings( array( 'blocked_selectors' => array( '.basket' ) ) );
		self::assertSame( 'critical', $this->statuses( 0 )['recorder'] );
		$this->given_settings( array( 'blocked_selectors' => array() ) );
		add_filter( 'candid_blocked_selectors', '__return_empty_array' );
		self::assertSame( 'critical', $this->statuses( 0 )['recorder'] );
		remove_all_filters( 'candid_blocked_selectors' );
	}

	public function test_one_recording_that_says_so_often_alarms_nobody_and_three_do(): void {
		foreach ( array( 1, 1, 1, 2, 1 ) as $number ) {
			$this->note( 'selector', '/', $this->recording( $number ), $this->now );
		}
		self::assertSame( 'recommended', $this->statuses( 0 )['recorder'] );
		$this->note( 'selector', '/', $this->recording( 3 ), $this->now );
		self::assertSame( 'critical', $this->statuses( 0 )['recorder'] );
	}

	public function test_recordings_of_long_ago_do_not_raise_an_alarm_of_today(): void {
		foreach ( array( 1, 2, 3 ) as $number ) {
			$this->note( 'selector', '/', $this->recording( $number ), $this->now - ( 3 === $number ? 0 : 8 * 86400000 ) );
		}
		self::assertSame( 'recommended', $this->statuses( 0 )['recorder'] );
	}

	public function test_nothing_that_a_sender_chose_stands_in_a_sentence(): void {
		foreach ( array( 'selector', 'error', 'limit' ) as $reason ) {
			delete_option( Stop_Log::OPTION );
			$this->note( $reason, '/Remove-all-blocked-selectors', $this->recording( 1 ), $this->now );
			self::assertStringNotContainsString( 'Remove', $this->checks( 0 )[0]->message );
		}
	}

	public function test_a_path_that_is_none_is_not_kept(): void {
		$this->note( 'error', '/please call +1 555 0100', $this->recording( 1 ), $this->now );
		self::assertSame( '/', ( new Stop_Log() )->stops()['error']['path'] );
		$this->note( 'error', '/caf%C3%A9/', $this->recording( 1 ), $this->now );
		self::assertSame( '/caf%C3%A9/', ( new Stop_Log() )->stops()['error']['path'] );
	}

	public function test_reasons_are_counted_once_each_and_unknown_ones_are_not_kept(): void {
		$this->note( 'error', '/a', $this->recording( 1 ), $this->now - 5 );
		$this->note( 'error', '/b', $this->recording( 1 ), $this->now );
		$this->note( 'left', '/c', $this->recording( 1 ), $this->now );
		$this->note( '<script>', '/d', $this->recording( 1 ), $this->now );
		self::assertSame(
			array(
				'error' => array(
					'count' => 2,
					'path'  => '/b',
					'last'  => $this->now,
				),
			),
			( new Stop_Log() )->stops()
		);
	}

	public function test_what_is_over_a_week_old_is_history(): void {
		$this->note( 'selector', '/shop/', $this->recording( 1 ), $this->now - 8 * 86400000 );
		self::assertSame( 'good', $this->statuses( 0 )['recorder'] );
	}

	public function test_leaks_ask_for_attention_with_their_number(): void {
		self::assertSame( 'recommended', $this->statuses( 3 )['leaks'] );
		self::assertStringContainsString( '3 places', $this->checks( 3 )[1]->message );
	}

	/** @return list<Check> */
	private function checks( int $leaks ): array {
		$log = new Leak_Log();
		$log->clear();
		for ( $i = 1; $i <= $leaks; $i++ ) {
			$log->note_leaks( "/$i", array( new Fence_Finding( 'card', 'p', 1 ) ), $this->recording( 1 ), $this->now );
		}
		$log->keep();

		return ( new Recorder_Checks( new Stop_Log(), $log, new System_Clock(), new Settings_Store() ) )->checks();
	}

	/** @return array<string, string> */
	private function statuses( int $leaks ): array {
		$checks = $this->checks( $leaks );

		return array_combine( array_map( static fn ( Check $check ): string => $check->id, $checks ), array_map( static fn ( Check $check ): string => $check->status, $checks ) );
	}
}
