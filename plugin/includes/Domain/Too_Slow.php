<?php
/**
 * Input that takes too long.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** What came in takes more processor time than its kind may: others wait behind it, so it is refused. */
final class Too_Slow extends Malformed {

	public function __construct() {
		parent::__construct( 'body', 'The body takes too long to be checked.' );
	}
}
