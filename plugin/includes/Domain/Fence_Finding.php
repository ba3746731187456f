<?php
/**
 * One thing the fence found.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** A rule that had to redact, where on the page, and how often. Never holds the value itself. */
final class Fence_Finding {

	/**
	 * @param string $rule     Name of the rule.
	 * @param string $selector What the element looks like, e.g. "input[name=card]"; empty when unknown.
	 * @param int    $count    How many values were redacted.
	 */
	public function __construct(
		public readonly string $rule,
		public readonly string $selector,
		public readonly int $count
	) {
	}
}
