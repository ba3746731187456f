<?php
/**
 * File locks that end.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** flock() with a limit: on a network file system that hangs, a plain flock() would keep every PHP worker of the site. */
final class File_Lock {

	/** Locks of ours are held for milliseconds; a slow disk needs a second. */
	private const MOST_MS = 2000;

	private const LOOK_AGAIN_US = 4000;

	/**
	 * Whether the lock was given.
	 *
	 * @param resource  $file Open file.
	 * @param int<1, 2> $kind LOCK_SH or LOCK_EX.
	 * @param int       $most Longest wait, ms.
	 */
	public static function take( $file, int $kind, int $most = self::MOST_MS ): bool {
		$until = hrtime( true ) + 1000000 * $most;
		while ( ! flock( $file, $kind | LOCK_NB ) ) {
			if ( hrtime( true ) >= $until ) {
				return false;
			}
			usleep( self::LOOK_AGAIN_US );
		}
		return true;
	}
}
