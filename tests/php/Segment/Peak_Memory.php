<?php
/**
 * What a piece of work takes.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Segment;

/**
 * Measures the most memory a piece of work needs at once, in bytes. PHP can forget an earlier peak only since 8.2; on
 * 8.1 the peak of the process counts, so that a test may be too kind there and is exact on every newer version.
 */
final class Peak_Memory {

	/** @param \Closure(): void $work */
	public static function of( \Closure $work ): int {
		$reset  = 'memory_reset_peak_usage';
		$before = memory_get_usage();
		if ( function_exists( $reset ) ) {
			$reset();
		} else {
			$before = max( $before, memory_get_peak_usage() );
		}
		$work();
		return max( 0, memory_get_peak_usage() - $before );
	}
}
