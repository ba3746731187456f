<?php
/**
 * Who is told about leaks.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Takes what the fence found, for the owner's health screen. Called once per stored segment that had findings. */
interface Leak_Sink {

	/**
	 * @param string              $path     Path of the page, scrubbed.
	 * @param list<Fence_Finding> $findings What was redacted there.
	 * @param int                 $now_ms   Unix time, ms.
	 */
	public function note( string $path, array $findings, int $now_ms ): void;
}
