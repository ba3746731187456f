<?php
/**
 * A recording of another data key.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** A recording was sealed with another data key than the site has now. Waiting does not help, as it does with Unavailable. */
final class Other_Key extends Failure {

	public function __construct() {
		parent::__construct( Fault::Other_Key );
	}
}
