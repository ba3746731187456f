<?php
/**
 * What became of a line.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Fence;

use Candid\Domain\Fence_Finding;

final class Inspected_Line {

	/** @param list<Fence_Finding> $findings */
	public function __construct( public readonly ?string $line, public readonly array $findings ) {
	}

	/** How many values were redacted. */
	public function redacted(): int {
		return array_sum( array_map( static fn( Fence_Finding $finding ): int => $finding->count, $this->findings ) );
	}
}
