<?php
/**
 * Where something can be put right.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

/** A link into wp-admin. */
final class Check_Remedy {

	/**
	 * @param string $label Text of the link.
	 * @param string $url   Absolute address.
	 */
	public function __construct(
		public readonly string $label,
		public readonly string $url
	) {
	}
}
