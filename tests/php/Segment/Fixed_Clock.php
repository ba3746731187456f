<?php
/**
 * A clock for tests.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Segment;

use Candid\Domain\Clock;

/** Shows what the test sets. */
final class Fixed_Clock implements Clock {

	public function __construct( public int $ms = Segment_Builder::BEGIN + 6000 ) {
	}

	public function now_ms(): int {
		return $this->ms;
	}
}
