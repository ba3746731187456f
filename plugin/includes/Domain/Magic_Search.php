<?php
/**
 * Where to go on after damage.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Finds the next place in a file of frames where one may begin. */
final class Magic_Search {

	private const STEP_BYTES = 65536;

	/**
	 * Offset of the next magic; null when there is none.
	 *
	 * @param resource $file  Open for reading.
	 * @param string   $magic What every frame begins with.
	 * @param int      $from  Where to begin.
	 * @param int      $size  Size of the file.
	 */
	public static function next( $file, string $magic, int $from, int $size ): ?int {
		for ( $at = $from; $at < $size; $at += self::STEP_BYTES ) {
			fseek( $file, $at );
			// Steps overlap, so that a magic on the border of two is seen.
			$found = strpos( (string) stream_get_contents( $file, self::STEP_BYTES + strlen( $magic ) - 1 ), $magic );
			if ( false !== $found ) {
				return $at + $found;
			}
		}
		return null;
	}
}
