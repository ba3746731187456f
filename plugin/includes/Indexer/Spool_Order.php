<?php
/**
 * In which order a spool is indexed.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Recording_Id;
use Candid\Inbox\Spool;

/**
 * The frames of a taken spool by recording and sequence, so that a segment which overtook another on its way is fenced
 * after it. A taken spool never changes, so the order is the same at every run and a position in it is a cursor.
 */
final class Spool_Order {

	/** Bytes per entry: recording id 16, sequence 4, offset 8. */
	private const ENTRY = 28;

	/** @param list<string> $entries Packed, sorted. */
	private function __construct( private readonly array $entries ) {
	}

	/** @param resource $file Open for reading. */
	public static function of( $file ): self {
		$entries = array();
		foreach ( Spool::frames( $file ) as $offset => $frame ) {
			$entries[] = $frame->recording->bytes() . pack( 'NJ', $frame->sequence, $offset );
		}
		sort( $entries, SORT_STRING );
		return new self( $entries );
	}

	public function count(): int {
		return count( $this->entries );
	}

	/** Whose frame stands at a position. */
	public function recording( int $position ): Recording_Id {
		return Recording_Id::from_bytes( substr( $this->entries[ $position ], 0, 16 ) );
	}

	/** Where in the file the frame at a position stands. */
	public function offset( int $position ): int {
		$parts = unpack( 'Noffset_high/Noffset_low', substr( $this->entries[ $position ], 20, self::ENTRY - 20 ) );
		return false === $parts ? 0 : ( $parts['offset_high'] << 32 ) | $parts['offset_low'];
	}
}
