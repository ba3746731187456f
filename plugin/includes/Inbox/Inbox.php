<?php
/**
 * Accepted segments, not yet checked.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Inbox;

use Candid\Domain\Key_Source;
use Candid\Domain\Recording_Id;
use Candid\Domain\Unavailable;

/**
 * An append-only spool in a folder, encrypted as it comes.
 *
 * One small lock file serves writers and the indexer: every append happens wholly under it, so the indexer can take the
 * spool by renaming it under the same lock and nobody writes into a file that was taken. When append() returns, the
 * frame is with the operating system: a killed process loses nothing; a power cut may lose the last seconds (a sync per
 * segment costs 5 to 12 times the throughput, measured).
 */
final class Inbox {

	private const SPOOL = 'current.spool';
	private const LOCK  = 'inbox.lock';

	/** A spool that is longer is closed, so that what the indexer must know of one stays small, whatever comes. */
	private const SPOOL_BYTES = 16777216;

	/**
	 * @param string $folder      Folder of the inbox, which exists.
	 * @param int    $max_bytes   Most bytes that may wait, so that a flood cannot fill the disk.
	 * @param int    $spool_bytes Longest spool.
	 */
	public function __construct(
		private readonly string $folder,
		private readonly Key_Source $keys,
		private readonly int $max_bytes = 268435456,
		private readonly int $spool_bytes = self::SPOOL_BYTES
	) {
	}

	/**
	 * Adds one segment. Nothing is in the inbox when this throws.
	 *
	 * @param int    $received Unix time, ms.
	 * @param string $body     Body of the segment as it came.
	 * @throws Unavailable When it cannot be written: full, no lock, no key.
	 */
	public function append( Recording_Id $recording, int $sequence, int $account, int $flags, string $body, int $received ): void {
		$frame = Inbox_Frame::pack( $this->keys->cipher( 'inbox' ), $received, $recording, $sequence, $account, $flags, $body );
		$this->locked(
			function () use ( $frame ): void {
				$path = $this->folder . '/' . self::SPOOL;
				$file = @fopen( $path, 'c+b' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- The failure is reported as an exception.
				if ( false === $file ) {
					throw new Unavailable( 'The inbox cannot be opened for writing.' );
				}
				$start = Spool::mend( $file );
				if ( $start >= $this->spool_bytes ) {
					fclose( $file );
					$this->close_spool();
					$file  = @fopen( $path, 'c+b' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- The failure is reported as an exception.
					$start = 0;
					if ( false === $file ) {
						throw new Unavailable( 'The inbox cannot be opened for writing.' );
					}
				}
				// Looked at only when a spool begins: it lists the folder.
				if ( 0 === $start && $this->bytes() > $this->max_bytes ) {
					fclose( $file );
					throw new Unavailable( 'The inbox is full.' );
				}
				fseek( $file, $start );
				$written = @fwrite( $file, $frame ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A full disk is answered with 503, not with a warning.
				if ( strlen( $frame ) !== $written || ! fflush( $file ) ) {
					ftruncate( $file, $start );
					fclose( $file );
					throw new Unavailable( 'The disk does not take the segment.' );
				}
				fclose( $file );
			}
		);
	}

	/**
	 * Takes what waits: new appends go to a new spool. What an earlier, killed run had taken comes first.
	 *
	 * @return list<string> Paths of spool files that are nobody else's; delete each with done().
	 */
	public function take(): array {
		$this->sweep_cursors();
		$spool = $this->folder . '/' . self::SPOOL;
		clearstatcache( true, $spool );
		if ( is_file( $spool ) ) {
			$this->locked(
				function (): void {
					$this->close_spool();
				}
			);
		}
		$paths = glob( $this->folder . '/taken-*.spool' );
		return false === $paths ? array() : $paths;
	}

	/** Removes a taken spool, with its cursor. */
	public function done( string $path ): void {
		$this->remove( $path );
		$this->remove( $path . '.cursor' );
	}

	/** Puts a taken spool aside: its frames were sealed with a data key this site does not have now. Kept for the owner to decide. */
	public function set_aside( string $path ): void {
		rename( $path, preg_replace( '/\.spool$/', '.unreadable', $path ) ?? "$path.unreadable" );
		$this->remove( $path . '.cursor' );
	}

	/** Bytes that wait, those being indexed included. */
	public function bytes(): int {
		do {
			// An indexer may rename or remove a file between the listing and the look at it: no warning for the visitor's answer, and no "nothing" while the file has only another name.
			$sizes = array_map( static fn( string $path ): int|false => @filesize( $path ), $this->files( '*.spool' ) ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- See above.
		} while ( in_array( false, $sizes, true ) );
		return array_sum( $sizes );
	}

	/** Unix time (s) of the oldest thing that waits; null when nothing does. */
	public function waiting_since(): ?int {
		$times = array_diff( array_map( static fn( string $path ): int => (int) @filectime( $path ), $this->files( '*.spool' ) ), array( 0 ) ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As in bytes().
		return array() === $times ? null : min( $times );
	}

	/** How many files were set aside because no key opens them. */
	public function unreadable(): int {
		return count( $this->files( '*.unreadable' ) );
	}

	/** Renames the spool, under the lock, so that nobody appends to it again. */
	private function close_spool(): void {
		$spool = $this->folder . '/' . self::SPOOL;
		// The name sorts by time, for the older spool is indexed first. Clocks are coarse, and go back: a spool is never named before the last.
		$before = $this->files( 'taken-*.spool' );
		$last   = array() === $before ? 0 : (int) substr( basename( (string) end( $before ) ), strlen( 'taken-' ), 18 );
		$moment = max( (int) ( microtime( true ) * 1000000 ), $last + 1 );
		$taken  = sprintf( '%s/taken-%018d-%s.spool', $this->folder, $moment, bin2hex( random_bytes( 4 ) ) );
		clearstatcache( true, $spool );
		if ( is_file( $spool ) && ! rename( $spool, $taken ) ) {
			throw new Unavailable( 'The inbox cannot be taken.' );
		}
	}

	/** Removes cursors whose spool is done: an indexer that was slow to learn so may have written its own once more. */
	private function sweep_cursors(): void {
		foreach ( $this->files( 'taken-*.cursor*' ) as $path ) {
			if ( ! is_file( (string) preg_replace( '/\.cursor(\.new)?\z/', '', $path ) ) ) {
				$this->remove( $path );
			}
		}
	}

	private function remove( string $path ): void {
		if ( is_file( $path ) ) {
			unlink( $path );
		}
	}

	/** @return list<string> */
	private function files( string $pattern ): array {
		clearstatcache();
		$paths = glob( $this->folder . '/' . $pattern );
		return false === $paths ? array() : $paths;
	}

	/** @param \Closure(): void $work */
	private function locked( \Closure $work ): void {
		$lock = @fopen( $this->folder . '/' . self::LOCK, 'cb' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- The failure is reported as an exception.
		if ( false === $lock || ! flock( $lock, LOCK_EX ) ) {
			throw new Unavailable( 'The inbox cannot be locked.' );
		}
		try {
			$work();
		} finally {
			flock( $lock, LOCK_UN );
			fclose( $lock );
		}
	}
}
