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
 * A small file beside a taken spool: how many frames of the spool are done, and which frame is being tried for which
 * time. Losing the file costs time only: a segment that is in the vault is not added again.
 */
final class Cursor {

	/** A frame in whose hands PHP died twice is passed over. Once may be chance: a server that restarts. */
	private const MOST_TRIES = 2;

	private int $done   = 0;
	private int $trying = 0;
	private int $tries  = 0;

	/** @param string $spool Path of the spool it belongs to. */
	public function __construct( private readonly string $spool ) {
		$text = @file_get_contents( "$spool.cursor" ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A spool that was not begun has none.
		if ( is_string( $text ) && 1 === preg_match( '/\A(\d{1,10}) (\d{1,10}) (\d)\z/', $text, $parts ) ) {
			list( $this->done, $this->trying, $this->tries ) = array( (int) $parts[1], (int) $parts[2], (int) $parts[3] );
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
		return $this->trying === $offset ? $this->tries : 0;
	}

	/** Whether the frame has had its chances. */
	public function is_deadly( int $offset ): bool {
		return $this->tries( $offset ) >= self::MOST_TRIES;
	}

	/** Marks a frame as being tried. A process that dies leaves this mark. */
	public function begin( int $offset ): void {
		$this->tries  = $this->tries( $offset ) + 1;
		$this->trying = $offset;
		$this->write();
	}

	/** Marks the frames before a position as done, and that no frame is being tried. */
	public function advance_to( int $position ): void {
		$this->done  = $position;
		$this->tries = 0;
		$this->write();
	}

	private function write(): void {
		// Somebody else may have finished the spool and removed both: no cursor without it.
		clearstatcache( true, $this->spool );
		if ( is_file( $this->spool ) ) {
			Private_Files::replace( "$this->spool.cursor", "$this->done $this->trying $this->tries" );
		}
	}
}
