<?php
/**
 * What was redacted in one line.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Domain\Fence_Finding;

/** Counts per rule and element. Never holds a value. */
final class Tally {

	/** Most different findings per line; further ones are counted under the rule alone. */
	private const MAX = 20;

	/** @var array<string, array{string, string, int}> */
	private array $counts = array();

	/** Notes one redaction. */
	public function add( string $rule, string $look = '' ): void {
		$key = $rule . "\n" . $look;
		if ( ! isset( $this->counts[ $key ] ) && count( $this->counts ) >= self::MAX ) {
			$look = '';
			$key  = $rule . "\n";
		}
		$this->counts[ $key ] ??= array( $rule, $look, 0 );
		++$this->counts[ $key ][2];
	}

	/** @return list<Fence_Finding> */
	public function findings(): array {
		return array_values( array_map( static fn( array $count ): Fence_Finding => new Fence_Finding( ...$count ), $this->counts ) );
	}
}
