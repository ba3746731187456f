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
 * The frames of a taken spool in turns: each recording gets TURN frames, in the order of their sequence, so that a
 * segment which overtook another on its way is fenced after it; then the next recording; then the next round. A sender
 * of many segments takes no more of a run than others, and by a salt nobody chooses an id that comes first.
 * A taken spool never changes, so the order is the same at every run and a position in it is a cursor.
 */
final class Spool_Order {

	/** A turn reads and writes the fence's memory and the rows once. */
	private const TURN = 16;

	/** Where an entry's parts stand: round 4, salted id 8, recording id 16, sequence 4, offset 8. */
	private const RECORDING = 12;
	private const OFFSET    = 32;

	/** @param list<string> $entries Packed, sorted. */
	private function __construct( private readonly array $entries ) {
	}

	/**
	 * @param resource $file Open for reading.
	 * @param string   $salt The same at every run: the spool's name, which is random.
	 */
	public static function of( $file, string $salt ): self {
		$entries = array();
		foreach ( Spool::frames( $file ) as $offset => $frame ) {
			$entries[] = $frame->recording->bytes() . pack( 'NJ', $frame->sequence, $offset );
		}
		sort( $entries, SORT_STRING );
		$before = '';
		$salted = '';
		$rank   = 0;
		foreach ( $entries as $at => $entry ) {
			$id = substr( $entry, 0, 16 );
			if ( $id !== $before ) {
				$before = $id;
				$salted = substr( hash( 'sha256', $salt . $id, true ), 0, 8 );
				$rank   = 0;
			}
			$entries[ $at ] = pack( 'N', intdiv( $rank++, self::TURN ) ) . $salted . $entry;
		}
		sort( $entries, SORT_STRING );
		return new self( $entries );
	}

	public function count(): int {
		return count( $this->entries );
	}

	/** Whose frame stands at a position. */
	public function recording( int $position ): Recording_Id {
		return Recording_Id::from_bytes( substr( $this->entries[ $position ], self::RECORDING, 16 ) );
	}

	/** Position behind the turn that a position is in. */
	public function end_of_turn( int $position ): int {
		$turn = substr( $this->entries[ $position ], 0, self::RECORDING + 16 );
		while ( isset( $this->entries[ $position ] ) && str_starts_with( $this->entries[ $position ], $turn ) ) {
			++$position;
		}
		return $position;
	}

	/** Where in the file the frame at a position stands. */
	public function offset( int $position ): int {
		$parts = unpack( 'J', $this->entries[ $position ], self::OFFSET );
		return false === $parts ? 0 : $parts[1];
	}

	/**
	 * Where in the file the frames from one position up to another stand.
	 *
	 * @return list<int>
	 */
	public function offsets( int $from, int $to ): array {
		return array_map( fn( int $position ): int => $this->offset( $position ), $from < $to ? range( $from, $to - 1 ) : array() );
	}
}
