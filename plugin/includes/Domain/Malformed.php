<?php
/**
 * Bad input.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Something that came in is not what the contract says. Names the field, so that the sender can find it. */
class Malformed extends \InvalidArgumentException {

	/**
	 * @param string $field  The part that is wrong, e.g. "sequence" or "envelope.viewport[0]".
	 * @param string $reason A sentence for the developer who reads the answer. Holds no recorded text.
	 */
	public function __construct( public readonly string $field, string $reason ) {
		parent::__construct( $reason );
	}
}
