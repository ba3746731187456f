<?php
/**
 * Countable facts of a segment.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * What stands in the clear head of a vault frame: numbers only, nothing personal. Rows are computed from these, so
 * that they can be computed again from the files alone.
 */
final class Segment_Facts {

	/** Bytes of pack(). */
	public const BYTES = 56;

	/**
	 * @param int $sequence Number of the segment.
	 * @param int $page     Ordinal of its page view.
	 * @param int $flags    Flags of the wire.
	 * @param int $account  Row id of the account.
	 * @param int $events   How many events it holds.
	 * @param int $redacted How many values the fence redacted.
	 * @param int $dropped  How many lines could not be stored: broken, too large, or refused by the fence.
	 * @param int $first    Time of its first event, Unix ms by the visitor's clock; 0 when it holds none.
	 * @param int $last     Time of its last event, likewise.
	 * @param int $sent     When it was sealed, Unix ms by the visitor's clock.
	 * @param int $received When it came, Unix ms by the server's clock.
	 * @param int $bytes    Size in the vault; 0 before it is there.
	 */
	public function __construct(
		public readonly int $sequence,
		public readonly int $page,
		public readonly int $flags,
		public readonly int $account,
		public readonly int $events,
		public readonly int $redacted,
		public readonly int $dropped,
		public readonly int $first,
		public readonly int $last,
		public readonly int $sent,
		public readonly int $received,
		public readonly int $bytes = 0
	) {
	}

	/** The same facts with the size in the vault. */
	public function sized( int $bytes ): self {
		return new self( ...array_merge( get_object_vars( $this ), array( 'bytes' => $bytes ) ) );
	}

	/** Big-endian: sequence 4, page 2, flags 1, nothing 1, account 4, events 4, redacted 4, dropped 4, first 8, last 8, sent 8, received 8. */
	public function pack(): string {
		return pack( 'NnCxNNNNJJJJ', $this->sequence, $this->page, $this->flags, $this->account, $this->events, min( $this->redacted, 0xFFFFFFFF ), $this->dropped, $this->first, $this->last, $this->sent, $this->received );
	}

	/**
	 * @param string $bytes Bytes of pack().
	 * @param int    $size  Size of the frame.
	 */
	public static function unpack( string $bytes, int $size ): ?self {
		$part = self::BYTES === strlen( $bytes ) ? unpack( 'Nsequence/npage/Cflags/x/Naccount/Nevents/Nredacted/Ndropped/Jfirst/Jlast/Jsent/Jreceived', $bytes ) : false;
		if ( false === $part ) {
			return null;
		}
		$part['bytes'] = $size;
		// The names of the format are those of the constructor.
		return new self( ...$part );
	}
}
