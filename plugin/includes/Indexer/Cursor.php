<?php
/**
 * How far a spool is indexed.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

/**
 * A small file beside a taken spool: how many frames of it are done, and how often a run began since something was.
 * Losing it costs time only: a segment that is in the vault is not added again.
 */
final class Cursor {

	/** After so many runs that ended without a step forward, one frame is bringing PHP down: it is passed over. */
	private const PATIENCE = 3;

	private int $done;
	private int $tries;

	public function __construct( private readonly string $path ) {
		$text        = is_file( $path ) ? (string) file_get_contents( $path ) : '';
		$known       = 1 === preg_match( '/\A(\d{1,10}) (\d{1,10})\z/', $text, $parts );
		$this->done  = $known ? (int) $parts[1] : 0;
		$this->tries = $known ? (int) $parts[2] : 0;
	}

	/** Position of the next frame. */
	public function done(): int {
		return $this->done;
	}

	/** Marks that a run begins. */
	public function begin(): void {
		++$this->tries;
		$this->write();
	}

	/** Whether each frame is to be marked as done before it is touched, so that a deadly one is met once more and never again. */
	public function is_careful(): bool {
		return $this->tries > self::PATIENCE;
	}

	/** Marks frames as done. */
	public function advance_to( int $position ): void {
		$this->done  = $position;
		$this->tries = $this->is_careful() ? $this->tries : 0;
		$this->write();
	}

	private function write(): void {
		$aside = $this->path . '.new';
		if ( false !== file_put_contents( $aside, $this->done . ' ' . $this->tries ) ) { // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file of ours in our own folder.
			rename( $aside, $this->path );
		}
	}
}
