<?php
/**
 * A fence that lets everything pass.
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
use Candid\Domain\Segment_Fence;

/** For tests of what stands around the fence. The real one is Candid\Fence\Fence. */
class Passing_Fence implements Segment_Fence {

	public function open( Recording_Id $recording, string $state, Deadline $deadline ): void {
	}

	public function inspect_envelope( Envelope $envelope, Findings $findings ): ?Envelope {
		return $envelope;
	}

	public function inspect( Event $event, Envelope $envelope, Findings $findings ): bool {
		return true;
	}

	public function close(): string {
		return '';
	}
}
