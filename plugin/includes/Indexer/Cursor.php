<?php
/**
 * How far a spool is indexed.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Private_Files;

/**
 * A small file beside a taken spool: how many frames of the spool are done, and how often each frame that PHP may have
 * ended in was begun. Losing the file costs time only: a segment that is in the vault is not added again.
 */
final class Cursor {

	/** A frame in whose hands PHP died twice is passed over. Once may be chance: a server that restarts. */
	private const MOST_TRIES = 2;

	private int $done = 0;

	/** Offset of the frame this process is working on; null when there is none. */
	private ?int $trying = null;

	/** @var array<int, int> How often the frame at an offset was begun and never finished. */
	private array $tries = array();

	/** @param string $spool Path of the spool it belongs to. */
	public function __construct( private readonly string $spool ) {
		$text = @file_get_contents( "$spool.cursor" ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A spool that was not begun has none.
		if ( is_string( $text ) && 1 === preg_match( '/\A\d{1,10}(?: \d{1,10}:\d)*\z/', $text ) ) {
			$marks      = explode( ' ', $text );
			$this->done = (int) array_shift( $marks );
			foreach ( $marks as $mark ) {
				list( $offset, $tries )       = explode( ':', $mark );
				$this->tries[ (int) $offset ] = (int) $tries;
			}
		}
	}

	/** Position of the next frame. */
	public function done(): int {
		return $this->done;
	}

	/**
	 * How often a frame was begun and never finished.
	 *
	 * @param int $offset Of the frame in the file: unlike the position, it stays when frames are added to a held spool.
	 */
	public function tries( int $offset ): int {
		return $this->tries[ $offset ] ?? 0;
	}

	/** Whether the frame has had its chances. */
	public function is_deadly( int $offset ): bool {
		return $this->tries( $offset ) >= self::MOST_TRIES;
	}

	/**
	 * Marks a frame as being tried; the one this process tried before is finished. A process that dies leaves the mark,
	 * and later runs, which may come by other frames first, keep it.
	 */
	public function begin( int $offset ): void {
		if ( $offset !== $this->trying ) {
			$this->finish();
		}
		$this->trying           = $offset;
		$this->tries[ $offset ] = min( self::MOST_TRIES, $this->tries( $offset ) + 1 );
		$this->write();
	}

	/** Marks the frames before a position as done, and that this process tries no frame. */
	public function advance_to( int $position ): void {
		$this->finish();
		$this->done = $position;
		$this->write();
	}

	private function finish(): void {
		if ( null !== $this->trying ) {
			unset( $this->tries[ $this->trying ] );
		}
		$this->trying = null;
	}

	private function write(): void {
		// Somebody else may have finished the spool and removed both: no cursor without it.
		clearstatcache( true, $this->spool );
		if ( is_file( $this->spool ) ) {
			$marks = array_map( static fn( int $offset, int $tries ): string => " $offset:$tries", array_keys( $this->tries ), $this->tries );
			Private_Files::replace( "$this->spool.cursor", $this->done . implode( '', $marks ) );
		}
	}
}
