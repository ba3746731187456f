<?php
/**
 * What the fence says of a line.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** The line as it may be stored, and what had to be redacted. */
final class Fence_Result {

	/**
	 * @param string|null         $line     JSON without a line break; null when the line must not be stored at all.
	 * @param list<Fence_Finding> $findings Empty when the recorder did its work.
	 */
	public function __construct( public readonly ?string $line, public readonly array $findings = array() ) {
	}

	/** How many values were redacted. */
	public function redacted(): int {
		return array_sum( array_map( static fn( Fence_Finding $finding ): int => $finding->count, $this->findings ) );
	}
}
