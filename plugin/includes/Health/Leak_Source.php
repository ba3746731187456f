<?php
/**
 * Where leaks are read from.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

/** What the fence found that the recorder should have kept back. */
interface Leak_Source {

	/**
	 * The leaks, most recent first, already bounded and without duplicates.
	 *
	 * @return list<array{rule: string, path: string, selector: string, count: int, first: int, last: int}> Times are Unix times, ms.
	 */
	public function leaks(): array;

	/** Forgets all of them, when the owner says so. */
	public function forget_leaks(): void;
}
