<?php
/**
 * A fence that lets everything pass, with something to happen on the way.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Segment;

use Candid\Domain\Deadline;
use Candid\Domain\Envelope;
use Candid\Domain\Event;
use Candid\Domain\Findings;
use Candid\Domain\Recording_Id;

/** Calls the test back when a segment begins and for each line. */
final class Hooked_Fence extends Passing_Fence {

	/**
	 * @param (\Closure( Recording_Id ): void)|null $at_open
	 * @param (\Closure( string ): void)|null       $at_line Gets the event as a line.
	 */
	public function __construct( private readonly ?\Closure $at_open = null, private readonly ?\Closure $at_line = null ) {
	}

	public function open( Recording_Id $recording, string $state, Deadline $deadline ): void {
		if ( null !== $this->at_open ) {
			( $this->at_open )( $recording );
		}
		parent::open( $recording, $state, $deadline );
	}

	public function inspect( Event $event, Envelope $envelope, Findings $findings ): bool {
		if ( null !== $this->at_line ) {
			( $this->at_line )( (string) $event->line() );
		}
		return parent::inspect( $event, $envelope, $findings );
	}
}
