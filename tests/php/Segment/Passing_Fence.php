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
use Candid\Domain\Fence_Result;
use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Fence;

/** For tests of what stands around the fence. The real one is Candid\Fence\Fence. */
class Passing_Fence implements Segment_Fence {

	public function open( Recording_Id $recording, string $state, Deadline $deadline ): void {
	}

	public function inspect_envelope( Envelope $envelope ): Fence_Result {
		return new Fence_Result( $envelope->line );
	}

	public function inspect( string $ndjson_line, Envelope $envelope ): Fence_Result {
		return new Fence_Result( $ndjson_line );
	}

	public function close(): string {
		return '';
	}
}
