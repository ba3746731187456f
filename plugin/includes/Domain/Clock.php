<?php
/**
 * The time.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Where the time comes from; tests bring their own. */
interface Clock {

	/** Unix time, ms. */
	public function now_ms(): int;
}
