<?php
/**
 * How far a spool is indexed.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

/**
 * A small file beside a taken spool: how many frames of it are done, and which frame is being tried for which time.
 * Losing it costs time only: a segment that is in the vault is not added again.
 */
final class Cursor {

	/** A frame in whose hands PHP died twice is passed over. Once may be chance: a server that restarts. */
	private const MOST_TRIES = 2;

	private int $done   = 0;
	private int $trying = 0;
	private int $tries  = 0;

	/** @param string $spool Path of the spool it belongs to. */
	public function __construct( private readonly string $spool ) {
		$text = is_file( "$spool.cursor" ) ? (string) file_get_contents( "$spool.cursor" ) : '';
		if ( 1 === preg_match( '/\A(\d{1,10}) (\d{1,10}) (\d)\z/', $text, $parts ) ) {
			list( $this->done, $this->trying, $this->tries ) = array( (int) $parts[1], (int) $parts[2], (int) $parts[3] );
		}
	}

	/** Position of the next frame. */
	public function done(): int {
		return $this->done;
	}

	/** Whether the frame has had its chances. */
	public function is_deadly( int $position ): bool {
		return $this->tries >= self::MOST_TRIES && $this->trying === $position;
	}

	/** Marks a frame as being tried. Whoever never comes back leaves this mark. */
	public function begin( int $position ): void {
		$this->tries  = $this->trying === $position ? $this->tries + 1 : 1;
		$this->trying = $position;
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
		$aside = "$this->spool.cursor.new";
		if ( is_file( $this->spool ) && false !== file_put_contents( $aside, "$this->done $this->trying $this->tries" ) ) { // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file of ours in our own folder.
			rename( $aside, "$this->spool.cursor" );
		}
	}
}
