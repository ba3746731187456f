<?php
/**
 * What the segments of a recording add up to.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * Sums over the clear heads of a recording's frames: the same whatever order the segments came in, and added to segment
 * by segment, so that a long recording costs no more per segment than a short one. Times of the visitor's clock are
 * turned into the server's only when asked for.
 */
final class Recording_Sums {

	/** Bytes of pack(). */
	public const BYTES = 84;

	/** Times further than this (ms) from when the recording came are a broken clock, and are clamped. */
	private const WINDOW_MS = 86400000;

	/** Row id of the account, from the lowest sequence. */
	public int $account = 0;

	/** Lowest sequence. */
	public int $head = PHP_INT_MAX;

	public int $segments = 0;
	public int $events   = 0;
	public int $redacted = 0;

	/** How many different page views. */
	public int $pages = 0;

	/** Highest ordinal of a page view. */
	public int $last_page = 0;

	/** What to add to the visitor's clock to get the server's, ms. A segment that was retried came late; the one that came fastest tells the clocks' difference best. */
	public int $skew = PHP_INT_MAX;

	/** When the first segment came, Unix ms. */
	private int $earliest = PHP_INT_MAX;

	/** When the last segment came, Unix ms. */
	public int $received = 0;

	/** First and last event, Unix ms by the visitor's clock. */
	private int $first = PHP_INT_MAX;
	private int $last  = 0;

	/** @var array<int, int> First sequence of each page view, by its ordinal. */
	public array $page_sequences = array();

	/** @var array<int, int> First event of each page view, Unix ms by the visitor's clock. */
	public array $page_starts = array();

	/** @param iterable<Segment_Facts> $facts Each sequence once. */
	public static function of( iterable $facts ): self {
		$sums = new self();
		foreach ( $facts as $fact ) {
			$sums->add( $fact );
		}
		$sums->pages = count( $sums->page_sequences );
		ksort( $sums->page_sequences );
		ksort( $sums->page_starts );
		return $sums;
	}

	/** Adds a segment that was not added before. `pages` is counted by whoever knows all page views. */
	public function add( Segment_Facts $fact ): void {
		$first = self::first_of( $fact );
		if ( $fact->sequence < $this->head ) {
			$this->head    = $fact->sequence;
			$this->account = $fact->account;
		}
		++$this->segments;
		$this->events                       += $fact->events;
		$this->redacted                     += $fact->redacted;
		$this->skew                          = min( $this->skew, $fact->received - $fact->sent );
		$this->earliest                      = min( $this->earliest, $fact->received );
		$this->received                      = max( $this->received, $fact->received );
		$this->first                         = min( $this->first, $first );
		$this->last                          = max( $this->last, 0 < $fact->last ? $fact->last : $fact->sent );
		$this->last_page                     = max( $this->last_page, $fact->page );
		$this->page_sequences[ $fact->page ] = min( $this->page_sequences[ $fact->page ] ?? PHP_INT_MAX, $fact->sequence );
		$this->page_starts[ $fact->page ]    = min( $this->page_starts[ $fact->page ] ?? PHP_INT_MAX, $first );
	}

	/** Time of the first event of a segment; of a segment without events, when it was sealed. Unix ms by the visitor's clock. */
	public static function first_of( Segment_Facts $fact ): int {
		return 0 < $fact->first ? $fact->first : $fact->sent;
	}

	/** First event, Unix ms by the server's clock. */
	public function started(): int {
		return max( $this->earliest - self::WINDOW_MS, min( $this->received, $this->first + $this->skew ) );
	}

	/** Last event, Unix ms by the server's clock. */
	public function ended(): int {
		return max( $this->started(), min( $this->received, $this->last + $this->skew ) );
	}

	/** Everything but the page views. Big-endian, 8 bytes a number but for account, head, segments, pages, last_page: 4. */
	public function pack(): string {
		return pack( 'NNNNNJJJJJJJx8', $this->account, min( $this->head, 0xFFFFFFFF ), $this->segments, $this->pages, $this->last_page, $this->events, $this->redacted, $this->skew, $this->earliest, $this->received, $this->first, $this->last );
	}

	/** @param string $bytes Bytes of pack(). */
	public static function unpack( string $bytes ): self {
		$sums = new self();
		$part = unpack( 'N5small/J7large', $bytes );
		if ( false !== $part ) {
			list( $sums->account, $sums->head, $sums->segments, $sums->pages, $sums->last_page )                             = array( $part['small1'], $part['small2'], $part['small3'], $part['small4'], $part['small5'] );
			list( $sums->events, $sums->redacted, $sums->skew, $sums->earliest, $sums->received, $sums->first, $sums->last ) = array( $part['large1'], $part['large2'], $part['large3'], $part['large4'], $part['large5'], $part['large6'], $part['large7'] );
		}
		return $sums;
	}
}
