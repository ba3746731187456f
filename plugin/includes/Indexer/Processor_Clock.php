<?php
/**
 * How much work was done.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Clock;

/**
 * Processor time of this process: on a crowded server an honest segment takes eight times as long by the wall clock and
 * not a moment more of this. PHP in WebAssembly answers with figures made up for a process that never held any memory;
 * where the processor time is not told, a clock that never goes back runs at an eighth of its speed.
 */
final class Processor_Clock implements Clock {

	/**
	 * What a millisecond of the wall clock is divided by where the processor time is not told. PHP in WebAssembly takes
	 * four to seven times as long as native PHP (docs/TESTING.md), and the wall clock counts the work of others too.
	 */
	private const WALL_SHARE = 8;

	private readonly bool $is_told;

	public function __construct() {
		$this->is_told = self::used_ms() > 0;
	}

	/** Only differences mean something. */
	public function now_ms(): int {
		return $this->is_told ? self::used_ms() : intdiv( (int) hrtime( true ), 1000000 * self::WALL_SHARE );
	}

	private static function used_ms(): int {
		$used = function_exists( 'getrusage' ) ? getrusage() : false;
		return false === $used || 0 === ( $used['ru_maxrss'] ?? 0 ) ? 0 : 1000 * ( $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] ) + intdiv( $used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec'], 1000 );
	}
}
