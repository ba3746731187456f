<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Database;

use Candid\Database\Option_Lock;
use Candid\Tests\Integration\Recording_Case;

final class Option_Lock_Test extends Recording_Case {

	private function lock( int $seconds = 30 ): Option_Lock {
		return $this->storage->lock( 'indexer', $seconds );
	}

	public function test_nobody_takes_it_from_an_owner_who_lives(): void {
		$owner = $this->lock();
		self::assertTrue( $owner->take() );
		self::assertFalse( $this->lock()->take() );
		self::assertFalse( $this->lock()->take() );
		self::assertTrue( $owner->renew() );
		$owner->release();
		self::assertTrue( $this->lock()->take() );
	}

	public function test_the_lock_of_a_dead_owner_on_this_machine_is_taken_at_once(): void {
		$owner = $this->lock();
		self::assertTrue( $owner->take() );
		// What the kernel does when a process dies: its files are closed, and nothing else happens.
		unset( $owner );
		self::assertTrue( $this->lock()->take() );
	}

	public function test_the_lock_of_an_owner_on_another_machine_is_left_until_it_expires(): void {
		global $wpdb;
		$owner = $this->lock();
		$owner->take();
		$wpdb->query( "UPDATE {$wpdb->options} SET option_value = CONCAT( option_value, 'x' ) WHERE option_name = 'candid_lock_indexer'" );
		unset( $owner );
		self::assertFalse( $this->lock()->take() );
		$wpdb->query( "UPDATE {$wpdb->options} SET option_value = 'abc:5:elsewhere' WHERE option_name = 'candid_lock_indexer'" );
		self::assertTrue( $this->lock()->take() );
	}

	public function test_an_owner_who_lost_it_by_time_does_not_give_away_what_is_anothers(): void {
		$slow = $this->lock( -1 );
		$slow->take();
		$next = $this->lock();
		self::assertTrue( $next->take() );
		self::assertFalse( $slow->renew() );
		$slow->release();
		self::assertTrue( $next->renew() );
		self::assertFalse( $this->lock()->take() );
	}
}
