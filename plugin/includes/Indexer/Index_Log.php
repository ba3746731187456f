<?php
/**
 * Where faults of the indexer are kept.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

/** Keeps what a run met, for the health screen. Bounded: strangers can make some of these faults happen as often as they like. */
interface Index_Log {

	/**
	 * Keeps the faults of one run.
	 *
	 * @param list<Index_Fault> $faults At least one.
	 * @param int               $now_ms Unix time, ms.
	 */
	public function keep( array $faults, int $now_ms ): void;
}
