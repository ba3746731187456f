<?php
/**
 * How the time of a piece of work grows with its input.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Segment;

use PHPUnit\Framework\Assert;

/**
 * Processor time of this process at N, 2N and 4N. The least of several runs counts: another process can only make a run
 * slower, so more runs bring the figures nearer to the truth, and work that grows with the square of its input never passes.
 */
final class Linear_Time {

	/** Twice the input may take this much longer: 2 and some for what does not grow evenly; the square takes 4. */
	private const MOST_PER_DOUBLING = 2.8;

	/** Shorter runs are repeated until they last this long, s: the clock counts in microseconds, and caches warm up. */
	private const MEASURABLE = 0.002;

	/** @var array<int, string> */
	private static array $held = array();

	/** Runs until a suspicion counts as proven. */
	private const MOST_RUNS = 12;

	/**
	 * Fails when the work grows faster than its input.
	 *
	 * @param int                                   $n    How large the smallest input is.
	 * @param \Closure( int $n ): \Closure(): mixed $make Prepares the work for an input of that size.
	 */
	public static function assert( string $name, int $n, \Closure $make ): void {
		self::hold_memory();
		$works = array( $make( $n ), $make( 2 * $n ), $make( 4 * $n ) );
		$works[0]();
		$repeats = 1;
		while ( self::seconds( $works[0], $repeats ) < self::MEASURABLE ) {
			$repeats *= 2;
		}
		// As in the reader of segments: the collector of cycles would walk a page again and again and find none.
		gc_disable();
		try {
			$least = self::least( $works, $repeats );
			// One step, where a faster way or a cache ends, is in one doubling only; the square is in the next as well.
			if ( ! self::is_linear( $least ) ) {
				$least = self::least( array( $works[1], $works[2], $make( 8 * $n ) ), $repeats );
			}
		} finally {
			gc_enable();
		}
		Assert::assertTrue( self::is_linear( $least ), sprintf( '%s: %.2f ms for 2 × %d, %.2f for twice, %.2f for four times as much.', $name, 1000 * $least[0] / $repeats, $n, 1000 * $least[1] / $repeats, 1000 * $least[2] / $repeats ) );
	}

	/**
	 * The least time of each, after as many runs as a suspicion needs.
	 *
	 * @param list<\Closure(): mixed> $works
	 * @return array{float, float, float}
	 */
	private static function least( array $works, int $repeats ): array {
		$least = array( INF, INF, INF );
		for ( $run = 0; $run < self::MOST_RUNS && ! ( $run > 0 && self::is_linear( $least ) ); $run++ ) {
			$least[0] = min( $least[0], self::seconds( $works[0], $repeats ) );
			$least[2] = min( $least[2], self::seconds( $works[2], $repeats ) );
			if ( $least[2] > 2 * self::MOST_PER_DOUBLING * $least[0] ) {
				$least[1] = min( $least[1], self::seconds( $works[1], $repeats ) );
			}
		}
		return $least;
	}

	/**
	 * Whether the last doubling took no more than it may. Where all four times as much took little, nobody looked between.
	 *
	 * @param array{float, float, float} $least
	 */
	private static function is_linear( array $least ): bool {
		return $least[2] <= self::MOST_PER_DOUBLING * ( INF === $least[1] ? 2 * $least[0] : $least[1] );
	}

	/**
	 * Makes PHP keep 48 MB that it got from the system: to fetch and return memory in pieces of 2 MB at each run would be a
	 * step in the figures. A page of 4 KB in each piece keeps it.
	 */
	private static function hold_memory(): void {
		if ( array() === self::$held ) {
			for ( $i = 0; $i < 12288; $i++ ) {
				self::$held[] = str_repeat( 'x', 4000 );
			}
			self::$held = array_filter( self::$held, static fn( int $i ): bool => 0 === $i % 500, ARRAY_FILTER_USE_KEY );
		}
	}

	/** Text of that many bytes, made of a part again and again. */
	public static function text( string $part, int $bytes ): string {
		return mb_strcut( str_repeat( $part, intdiv( $bytes, strlen( $part ) ) + 1 ), 0, $bytes, 'UTF-8' );
	}

	private static function seconds( \Closure $work, int $repeats ): float {
		$start = self::used();
		for ( $i = 0; $i < $repeats; $i++ ) {
			$work();
		}
		return self::used() - $start;
	}

	private static function used(): float {
		$used = getrusage();
		Assert::assertIsArray( $used );
		return $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] + ( $used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec'] ) / 1e6;
	}
}
