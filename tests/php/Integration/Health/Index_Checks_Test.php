<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Health;

use Candid\Domain\Fault;
use Candid\Health\Check;
use Candid\Health\Fault_Text;
use Candid\Health\Index_Checks;
use Candid\Health\Index_Log;
use Candid\Indexer\Index_Fault;
use Candid\Tests\Integration\Recording_Case;

/** What the owner is told of visits that did not reach the vault. */
final class Index_Checks_Test extends Recording_Case {

	/** @return list<array{string, string}> Id and status of each check. */
	private function checks(): array {
		$checks = ( new Index_Checks( new Index_Log(), fn() => $this->storage, $this->clock ) )->checks();
		return array_map( static fn( Check $check ): array => array( $check->id, $check->status ), $checks );
	}

	public function test_each_fault_is_named_once_with_the_place_and_the_way_to_mend_it(): void {
		self::assertSame( array( array( 'indexer', 'good' ) ), $this->checks() );
		$log = new Index_Log();
		$log->keep( array( new Index_Fault( Fault::Recording_Closed, array( 'path' => '/data/vault/aa' ), str_repeat( 'a', 32 ), 3 ) ), $this->clock->ms - 2000 );
		$log->keep( array( new Index_Fault( Fault::Recording_Closed, array( 'path' => '/data/vault/bb' ), str_repeat( 'b', 32 ) ) ), $this->clock->ms - 1000 );
		$log->keep( array( new Index_Fault( Fault::Database_Refused, array(), '' ) ), $this->clock->ms );
		self::assertSame( array( array( 'indexer_database_refused', 'critical' ), array( 'indexer_recording_closed', 'recommended' ) ), $this->checks() );
		$message = ( new Index_Checks( $log, fn() => $this->storage, $this->clock ) )->checks()[1]->message;
		self::assertStringContainsString( 'PHP may not write /data/vault/bb. Make it belong to the user that PHP runs as.', $message );
		$this->clock->ms += 86402000;
		self::assertSame( array( array( 'indexer', 'good' ) ), $this->checks(), 'Over after a day.' );
	}

	public function test_the_same_fault_at_the_same_place_is_counted_and_the_log_is_bounded(): void {
		$log = new Index_Log();
		for ( $i = 0; $i < 60; $i++ ) {
			$log->keep( array( new Index_Fault( Fault::Recording_Closed, array( 'path' => "/data/$i" ), '' ) ), 1000 + $i );
			$log->keep( array( new Index_Fault( Fault::Segment_Slow, array(), str_repeat( 'c', 32 ) ) ), 1000 + $i );
		}
		self::assertCount( 30, $log->all() );
		self::assertSame( array( 60, 1000, 1059 ), array( $log->all()[0]['count'] + $log->all()[1]['count'] - 1, min( array_column( $log->all(), 'first' ) ), $log->all()[0]['last'] ) );
		$log->clear();
		self::assertSame( array(), $log->all() );
	}

	public function test_an_option_somebody_damaged_is_no_fault(): void {
		update_option( Index_Log::OPTION, array( 'x' => array( 'fault' => 'no such', 'parameters' => array(), 'recording' => '', 'count' => 1, 'first' => 1, 'last' => 1 ), 'y' => 7 ) );
		self::assertSame( array(), ( new Index_Log() )->all() );
		update_option( Index_Log::OPTION, 'text' );
		self::assertSame( array( array( 'indexer', 'good' ) ), $this->checks() );
	}

	public function test_every_fault_has_words(): void {
		$texts = array_map( static fn( Fault $fault ): string => Fault_Text::of( $fault, array( 'path' => '/p', 'owner' => 'o', 'user' => 'u', 'place' => 'x', 'line' => 'l' ) ), Fault::cases() );
		self::assertCount( count( Fault::cases() ), array_unique( $texts ) );
		foreach ( $texts as $text ) {
			self::assertMatchesRegularExpression( '/\A[A-Z]/', $text );
			self::assertStringNotContainsString( '%', $text );
		}
	}
}
