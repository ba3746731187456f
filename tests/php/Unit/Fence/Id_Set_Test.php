<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Fence;

use Candid\Fence\Id_Set;
use PHPUnit\Framework\TestCase;

final class Id_Set_Test extends TestCase {

	/** @return iterable<string, array{list<int>}> */
	public static function orders(): iterable {
		$ids = array( -2, -1, ...range( 1, 300 ), ...range( 400, 2000, 3 ), 2001, 2002 );
		yield 'up' => array( $ids );
		yield 'down' => array( array_reverse( $ids ) );
		for ( $i = 0; $i < 5; $i++ ) {
			$mixed = $ids;
			usort( $mixed, static fn( int $one, int $other ): int => crc32( "$i $one" ) <=> crc32( "$i $other" ) );
			yield "in no order $i" => array( $mixed );
		}
	}

	/** @param list<int> $ids */
	#[\PHPUnit\Framework\Attributes\DataProvider( 'orders' )]
	public function test_has_what_was_added_in_whatever_order_and_is_stored_alike( array $ids ): void {
		$set = new Id_Set();
		foreach ( $ids as $at => $id ) {
			self::assertFalse( $set->has( $id ) );
			self::assertTrue( $set->add( $id ) );
			self::assertTrue( $set->has( $id ) );
			self::assertTrue( $set->has( $ids[ intdiv( $at, 2 ) ] ) );
		}
		$stored = Id_Set::from( $set->to_list() );
		self::assertNotNull( $stored );
		$tidy = static fn( array $list ): array => array( $list[0], count( $list[1] ) );
		$next = new Id_Set();
		sort( $ids );
		array_map( $next->add( ... ), $ids );
		for ( $id = -2; $id < 2100; $id++ ) {
			self::assertSame( in_array( $id, $ids, true ), $set->has( $id ), "$id" );
			self::assertSame( $set->has( $id ), $stored->has( $id ), "$id after storing" );
		}
		self::assertLessThanOrEqual( 1200, $tidy( $set->to_list() )[1] );
	}

	public function test_what_has_no_room_is_refused_and_may_be_there(): void {
		foreach ( array( 2, -2 ) as $step ) {
			$set  = new Id_Set();
			$kept = 0;
			for ( $i = 0; $i < 6000; $i++ ) {
				$kept += $set->add( 20000 + $step * $i ) ? 1 : 0;
			}
			self::assertSame( 4000, $kept );
			self::assertFalse( $set->has( 20000 + $step * 5000 ) );
			self::assertTrue( $set->may_have( 20000 + $step * 5000 ) );
			self::assertTrue( $set->add( 20001 ), 'What touches a stretch needs no room.' );
		}
	}

	public function test_what_is_none_gives_no_set(): void {
		foreach ( array( null, array(), array( false, array( 1 ) ), array( false, array( 0, 1 ) ), array( false, array( 1, -1 ) ), array( false, array( 1, PHP_INT_MAX ) ), array( 0, array() ), array( false, array( '1', 1 ) ) ) as $value ) {
			self::assertNull( Id_Set::from( $value ) );
		}
	}
}
