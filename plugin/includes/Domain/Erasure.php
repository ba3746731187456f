<?php
/**
 * Erases recordings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Storage behind a door that erases. */
interface Erasure {

	/**
	 * Erases recordings that their visitors withdraw, also what is still on its way. Whether there was one is not told.
	 *
	 * @param list<Recording_Id> $ids
	 * @throws Failure When one cannot be erased now. Doing it again is safe.
	 */
	public function withdraw( array $ids ): void;
}
