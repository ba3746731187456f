<?php
/**
 * The server's clock.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** The server's clock: the truth that visitors' clocks are measured against. */
final class System_Clock implements Clock {

	public function now_ms(): int {
		return (int) floor( microtime( true ) * 1000 );
	}
}
