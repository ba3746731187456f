<?php
/**
 * What the segments of a recording add up to.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Vault;

/** Sums over the clear heads of a recording's frames. The same whatever order the segments came in. */
final class Recording_Sums {

	/** Times further than this (ms) from when the recording came are a broken clock, and are clamped. */
	private const WINDOW_MS = 86400000;

	/**
	 * @param array<int, int> $page_sequences First sequence of each page view, by its ordinal, ascending.
	 * @param array<int, int> $page_starts    First event of each page view, visitor's clock.
	 */
	private function __construct(
		public readonly int $account,
		public readonly int $started,
		public readonly int $ended,
		public readonly int $received,
		public readonly int $skew,
		public readonly int $head,
		public readonly int $events,
		public readonly int $segments,
		public readonly int $redacted,
		public readonly array $page_sequences,
		public readonly array $page_starts
	) {
	}

	/** @param non-empty-array<int, Segment_Facts> $facts By sequence, ascending. */
	public static function of( array $facts ): self {
		$events         = 0;
		$redacted       = 0;
		$starts         = array();
		$ends           = array();
		$page_sequences = array();
		$page_starts    = array();
		foreach ( $facts as $sequence => $fact ) {
			$events                         += $fact->events;
			$redacted                       += $fact->redacted;
			$first                           = 0 < $fact->first ? $fact->first : $fact->sent;
			$starts[]                        = $first;
			$ends[]                          = 0 < $fact->last ? $fact->last : $fact->sent;
			$page_sequences[ $fact->page ] ??= $sequence;
			$page_starts[ $fact->page ]      = min( $page_starts[ $fact->page ] ?? PHP_INT_MAX, $first );
		}
		ksort( $page_sequences );
		ksort( $page_starts );
		$arrivals = array_map( static fn( Segment_Facts $fact ): int => $fact->received, $facts );
		// A segment that was retried came late; the one that came fastest tells the clocks' difference best.
		$skew     = min( array_map( static fn( Segment_Facts $fact ): int => $fact->received - $fact->sent, $facts ) );
		$earliest = min( $arrivals ) - self::WINDOW_MS;
		$latest   = max( $arrivals );
		$started  = max( $earliest, min( $latest, min( $starts ) + $skew ) );
		$first    = reset( $facts );
		return new self( $first->account, $started, max( $started, min( $latest, max( $ends ) + $skew ) ), $latest, $skew, $first->sequence, $events, count( $facts ), $redacted, $page_sequences, $page_starts );
	}
}
