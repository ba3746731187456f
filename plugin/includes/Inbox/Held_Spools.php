<?php
/**
 * Segments that could not be taken in for now.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Inbox;

use Candid\Domain\Fault;
use Candid\Domain\Private_Files;
use Candid\Domain\Recording_Id;
use Candid\Domain\Unavailable;

/**
 * One spool for each recording whose segments wait apart: "held-<recording id>.spool". A segment that failed, or a
 * recording that cannot be written, goes here with everything that follows of the recording, for the fence must see
 * segments in order; all other recordings go on. The file's time says when it is tried again. Only the indexer, which
 * holds its lock, calls what writes.
 */
final class Held_Spools {

	public const PREFIX = 'held-';

	/** Tried again after so long (s): long enough not to be noticed, short enough for an owner who mended something. */
	public const RETRY_SECONDS = 600;

	/** Nobody mends in a week what nobody mended in a day (s). */
	public const KEEP_SECONDS = 604800;

	/** Most bytes of all held spools; an eighth of the inbox. */
	private const MOST_BYTES = 33554432;

	/** @param string $folder Folder of the inbox. */
	public function __construct( private readonly string $folder, private readonly int $most_bytes = self::MOST_BYTES ) {
	}

	/** Path of the spool of a recording. */
	public function path( Recording_Id $recording ): string {
		return sprintf( '%s/%s%s.spool', $this->folder, self::PREFIX, $recording->hex );
	}

	/** Whether segments of a recording are held: then whatever follows is held, too. */
	public function holds( Recording_Id $recording ): bool {
		$path = $this->path( $recording );
		clearstatcache( true, $path );
		return is_file( $path );
	}

	/**
	 * Adds frames of a recording, as they stand in a taken spool.
	 *
	 * @param resource  $spool   Open for reading.
	 * @param list<int> $offsets Of the frames.
	 * @param int       $due_s   When they are tried again, Unix s; a spool that is there keeps its own time.
	 * @return int How many spools had to go to make room.
	 * @throws Unavailable When the disk refuses; nothing may be removed from the taken spool then.
	 */
	public function add( Recording_Id $recording, $spool, array $offsets, int $due_s ): int {
		$path   = $this->path( $recording );
		$is_new = ! $this->holds( $recording );
		$due_s  = $is_new ? $due_s : (int) filemtime( $path );
		$file   = Private_Files::open( $path, 'c+b' );
		if ( false === $file ) {
			throw new Unavailable( Fault::Inbox_Closed, array( 'path' => $path ) );
		}
		Spool::mend( $file );
		$whole = true;
		foreach ( $offsets as $offset ) {
			$whole = $whole && Spool::add( $file, Spool::bytes( $spool, $offset ) );
		}
		fclose( $file );
		touch( $path, $due_s );
		if ( ! $whole ) {
			throw new Unavailable( Fault::Inbox_Disk );
		}
		return $this->make_room();
	}

	/**
	 * Spools whose time has come, the longest waiting first.
	 *
	 * @param int $now_s Unix time, s.
	 * @return list<string> Paths.
	 */
	public function due( int $now_s ): array {
		$times = array_filter( $this->times(), static fn( int $time ): bool => $time <= $now_s );
		return array_keys( $times );
	}

	/** Tries a spool again later. */
	public function postpone( string $path, int $now_s ): void {
		@touch( $path, $now_s + self::RETRY_SECONDS ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Tried sooner then.
	}

	/** How many recordings are held. */
	public function count(): int {
		return count( Private_Files::names( $this->folder, self::PREFIX, '.spool' ) );
	}

	/** When the next one is tried again, Unix s; null when nothing is held. */
	public function next_due(): ?int {
		$times = $this->times();
		return array() === $times ? null : min( $times );
	}

	/** @return array<string, int> Time by path, ascending. */
	private function times(): array {
		clearstatcache();
		$times = array();
		foreach ( Private_Files::names( $this->folder, self::PREFIX, '.spool' ) as $name ) {
			$times[ "$this->folder/$name" ] = (int) @filemtime( "$this->folder/$name" ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- May be gone.
		}
		asort( $times );
		return $times;
	}

	/** Removes the spools that have waited longest until the rest fits. */
	private function make_room(): int {
		$removed = 0;
		$sizes   = array();
		clearstatcache();
		foreach ( Private_Files::names( $this->folder, self::PREFIX, '.spool' ) as $name ) {
			$sizes[ "$this->folder/$name" ] = (int) @filesize( "$this->folder/$name" ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- May be gone.
		}
		$bytes = array_sum( $sizes );
		uksort( $sizes, static fn( string $one, string $two ): int => filectime( $one ) <=> filectime( $two ) );
		foreach ( $sizes as $path => $size ) {
			if ( $bytes <= $this->most_bytes ) {
				break;
			}
			$bytes -= $size;
			@unlink( $path ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
			++$removed;
		}
		return $removed;
	}
}
