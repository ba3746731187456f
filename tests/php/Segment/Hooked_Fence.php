<?php
/**
 * A fence that lets everything pass, with something to happen on the way.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Segment;

use Candid\Domain\Fence_Result;
use Candid\Domain\Recording_Id;

/** Calls the test back when a segment begins and for each line. */
final class Hooked_Fence extends Passing_Fence {

	/**
	 * @param (\Closure( Recording_Id ): void)|null $at_open
	 * @param (\Closure( string ): void)|null       $at_line Gets the line as it came.
	 */
	public function __construct( private readonly ?\Closure $at_open = null, private readonly ?\Closure $at_line = null ) {
	}

	public function open( Recording_Id $recording, mixed ...$more ): void {
		if ( null !== $this->at_open ) {
			( $this->at_open )( $recording );
		}
		parent::open( $recording, ...$more );
	}

	public function inspect( mixed ...$what ): Fence_Result {
		if ( null !== $this->at_line ) {
			( $this->at_line )( is_string( $what[0] ) ? $what[0] : (string) json_encode( $what[0] ) );
		}
		return parent::inspect( ...$what );
	}
}
