<?php
/**
 * Accepted segments, not yet checked.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Inbox;

use Candid\Domain\Fault;
use Candid\Domain\File_Lock;
use Candid\Domain\Key_Source;
use Candid\Domain\Private_Files;
use Candid\Domain\Recording_Id;
use Candid\Domain\Unavailable;

/**
 * An append-only spool in a folder, encrypted as segments come.
 *
 * One small lock file serves writers and the indexer: every append happens wholly under the lock, so the indexer can
 * take the spool by renaming it under the same lock and nobody writes into a file that was taken. When append() returns,
 * the frame is with the operating system: a killed process loses nothing; a power cut may lose the last seconds (a sync
 * per segment costs 5 to 12 times the throughput, measured).
 *
 * Files: "current.spool", which is being written; "taken-<time>-<random>.spool", which the indexer works on;
 * "held-<recording id>.spool", see Held_Spools; "*.unreadable", sealed with a data key the site does not have now.
 */
final class Inbox {

	private const SPOOL = 'current.spool';
	private const LOCK  = 'inbox.lock';

	/** A spool that is longer is closed, so that what the indexer must know of one stays small, whatever comes. */
	private const SPOOL_BYTES = 16777216;

	/** What nobody brought the key back for is removed after so long (s). */
	private const KEEP_UNREADABLE_SECONDS = 2592000;

	/** What could not be taken in for now. */
	public readonly Held_Spools $held;

	/** Name of the site's data folder: what is sealed here opens here only. */
	public readonly string $site;

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
		$this->site = basename( dirname( $folder ) );
		$this->held = new Held_Spools( $folder );
	}

	/**
	 * Adds one segment. Nothing is in the inbox when this throws.
	 *
	 * @param int    $received Unix time, ms.
	 * @param string $body     Body of the segment as it came.
	 * @throws Unavailable When the segment cannot be written: full, no lock, no key.
	 */
	public function append( Recording_Id $recording, int $sequence, int $account, int $flags, string $body, int $received ): void {
		$frame = Inbox_Frame::pack( $this->keys->cipher( 'inbox' ), $received, $recording, $sequence, $account, $flags, $body, $this->site );
		$this->locked(
			function () use ( $frame ): void {
				$file = $this->open_spool();
				try {
					$size = Spool::mend( $file );
					if ( $size >= $this->spool_bytes ) {
						fclose( $file );
						$this->close_spool();
						$file = $this->open_spool();
						$size = 0;
					}
					// Looked at only when a spool begins: bytes() lists the folder.
					if ( 0 === $size && $this->bytes() > $this->max_bytes ) {
						throw new Unavailable( Fault::Inbox_Full );
					}
					if ( ! Spool::add( $file, $frame ) ) {
						throw new Unavailable( Fault::Inbox_Disk );
					}
				} finally {
					fclose( $file );
				}
			}
		);
	}

	/** Whether something waits to be indexed, other than what is held. */
	public function has_work(): bool {
		clearstatcache();
		foreach ( $this->names( '.spool' ) as $name ) {
			if ( ! str_starts_with( $name, Held_Spools::PREFIX ) && (int) @filesize( "$this->folder/$name" ) > 0 ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- An indexer may have taken the spool since.
				return true;
			}
		}
		return false;
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
		return array_map( fn( string $name ): string => "$this->folder/$name", Private_Files::names( $this->folder, 'taken-', '.spool' ) );
	}

	/** Removes a taken spool, with its cursor. */
	public function done( string $path ): void {
		$this->remove( $path );
		$this->remove( $path . '.cursor' );
	}

	/** Puts a taken spool aside: its frames were sealed with a data key this site does not have now. Kept a month for the owner to decide. */
	public function set_aside( string $path ): void {
		@rename( $path, preg_replace( '/\.spool$/', '.unreadable', $path ) ?? "$path.unreadable" ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- The spool stays where it is, and is met again.
		$this->remove( $path . '.cursor' );
	}

	/** Bytes that wait, those being indexed and those held included. */
	public function bytes(): int {
		// An indexer may rename or remove a file between the listing and the look at it: no warning for the visitor's answer, and no "nothing" while the file has only another name. Bounded: a dangling link never has a size.
		for ( $round = 1; ; $round++ ) {
			clearstatcache();
			$sizes = array_map( fn( string $name ): int|false => @filesize( "$this->folder/$name" ), $this->names( '.spool' ) ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- See above.
			if ( 3 === $round || ! in_array( false, $sizes, true ) ) {
				return (int) array_sum( $sizes );
			}
		}
	}

	/** Unix time (s) of the oldest thing that waits and is not held; null when nothing does. */
	public function waiting_since(): ?int {
		clearstatcache();
		$names = array_filter( $this->names( '.spool' ), static fn( string $name ): bool => ! str_starts_with( $name, Held_Spools::PREFIX ) );
		$times = array_diff( array_map( fn( string $name ): int => (int) @filectime( "$this->folder/$name" ), $names ), array( 0 ) ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As in bytes().
		return array() === $times ? null : min( $times );
	}

	/** How many spools were set aside because no key opens them. */
	public function unreadable(): int {
		return count( $this->names( '.unreadable' ) );
	}

	/**
	 * Removes spools that nobody brought the key back for.
	 *
	 * @param int $now_s Unix time, s.
	 * @return int How many.
	 */
	public function drop_unreadable( int $now_s ): int {
		$dropped = 0;
		foreach ( $this->names( '.unreadable' ) as $name ) {
			$path = "$this->folder/$name";
			clearstatcache( true, $path );
			if ( (int) @filectime( $path ) < $now_s - self::KEEP_UNREADABLE_SECONDS && @unlink( $path ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Tried again later.
				++$dropped;
			}
		}
		return $dropped;
	}

	/** @return resource */
	private function open_spool() {
		$path = $this->folder . '/' . self::SPOOL;
		$file = Private_Files::open( $path, 'c+b' );
		if ( false === $file ) {
			throw new Unavailable( Fault::Inbox_Closed, array( 'path' => $path ) );
		}
		return $file;
	}

	/** Renames the spool, under the lock, so that nobody appends to it again. */
	private function close_spool(): void {
		$spool = $this->folder . '/' . self::SPOOL;
		// The name sorts by time, for the older spool is indexed first. Clocks are coarse, and go back: a spool is never named before the last.
		$before = Private_Files::names( $this->folder, 'taken-', '.spool' );
		$last   = array() === $before ? 0 : (int) substr( (string) end( $before ), strlen( 'taken-' ), 18 );
		$moment = max( (int) ( microtime( true ) * 1000000 ), $last + 1 );
		$taken  = sprintf( '%s/taken-%018d-%s.spool', $this->folder, $moment, bin2hex( random_bytes( 4 ) ) );
		clearstatcache( true, $spool );
		if ( is_file( $spool ) && ! @rename( $spool, $taken ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Reported as an exception.
			throw new Unavailable( Fault::Inbox_Closed, array( 'path' => $this->folder ) );
		}
	}

	/** Removes cursors whose spool is done: an indexer that was slow to learn so may have written its own once more. */
	private function sweep_cursors(): void {
		clearstatcache();
		foreach ( array( '.cursor', '.cursor.new' ) as $end ) {
			foreach ( $this->names( ".spool$end" ) as $name ) {
				if ( ! is_file( $this->folder . '/' . substr( $name, 0, -strlen( $end ) ) ) ) {
					$this->remove( "$this->folder/$name" );
				}
			}
		}
	}

	private function remove( string $path ): void {
		clearstatcache( true, $path );
		if ( is_file( $path ) ) {
			@unlink( $path ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Another indexer may have removed it; what stays is met again.
		}
	}

	/** @return list<string> */
	private function names( string $end ): array {
		return Private_Files::names( $this->folder, '', $end );
	}

	/** @param \Closure(): void $work */
	private function locked( \Closure $work ): void {
		$path = $this->folder . '/' . self::LOCK;
		$lock = Private_Files::open( $path, 'cb' );
		if ( false === $lock ) {
			throw new Unavailable( Fault::Inbox_Closed, array( 'path' => $path ) );
		}
		try {
			if ( ! File_Lock::take( $lock, LOCK_EX ) ) {
				throw new Unavailable( Fault::Inbox_Locked );
			}
			$work();
		} finally {
			fclose( $lock );
		}
	}
}
