<?php
/**
 * What was redacted in one segment.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Counts per rule and element. Never holds a value. */
final class Findings {

	/** Most different findings; further ones are counted under the rule alone, and there are few rules. */
	private const MOST = 150;

	/** @var array<string, array{string, string, int}> */
	private array $counts = array();

	private int $total = 0;

	/**
	 * Notes one redaction.
	 *
	 * @param string             $rule Name of the rule.
	 * @param \Stringable|string $look What the element looks like; empty when unknown.
	 */
	public function add( string $rule, \Stringable|string $look = '' ): void {
		++$this->total;
		$look = (string) $look;
		$key  = $rule . "\n" . $look;
		if ( ! isset( $this->counts[ $key ] ) && count( $this->counts ) >= self::MOST ) {
			$look = '';
			$key  = $rule . "\n";
		}
		$this->counts[ $key ] ??= array( $rule, $look, 0 );
		++$this->counts[ $key ][2];
	}

	/** How many values were redacted. */
	public function total(): int {
		return $this->total;
	}

	/** @return list<Fence_Finding> */
	public function all(): array {
		return array_values( array_map( static fn( array $count ): Fence_Finding => new Fence_Finding( ...$count ), $this->counts ) );
	}
}
