<?php
/**
 * A segment fit for the vault.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Envelope;
use Candid\Domain\Fence_Finding;
use Candid\Domain\Segment_Facts;

/** What Segment_Reader made of a frame of the inbox. */
final class Checked_Segment {

	/**
	 * @param string              $body     Gzip of NDJSON, envelope line first.
	 * @param list<Fence_Finding> $findings What the fence found.
	 * @param string              $state    What the fence wants to remember.
	 */
	public function __construct(
		public readonly Segment_Facts $facts,
		public readonly Envelope $envelope,
		public readonly string $body,
		public readonly array $findings,
		public readonly string $state
	) {
	}
}
