<?php
/**
 * Paths of drawings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

/** The same rule as squaresIn() of src/privacy/drawing.ts, for one path: the server knows nothing else of a drawing. */
final class Drawn_Path {

	/** A path of so many figures of upright and level lines is a QR code. */
	private const FEWEST = 25;

	/** A longer path is a map or a picture (characters). */
	private const LONGEST = 200000;

	/** Whether a path is the squares of a QR code. */
	public static function is_qr_code( string $path ): bool {
		return self::squares( $path ) >= self::FEWEST;
	}

	/** How many figures a path has, all of upright and level lines; 0 when one line is neither. */
	private static function squares( string $path ): int {
		if ( strlen( $path ) > self::LONGEST || 1 === preg_match( '/[^mhvlz\d\s,.+-]/i', $path ) || false === preg_match_all( '/([a-z])([^a-z]*)/i', $path, $commands, PREG_SET_ORDER ) ) {
			return 0;
		}
		$count = 0;
		$at    = array( 0.0, 0.0 );
		$start = $at;
		foreach ( $commands as list( , $command, $rest ) ) {
			$kind        = strtolower( $command );
			$is_relative = $command === $kind;
			preg_match_all( '/[+-]?(?:\d*\.\d+|\d+)/', $rest, $found );
			$numbers = array_map( floatval( ... ), $found[0] );
			if ( 'z' === $kind ) {
				$at = $start;
			} elseif ( 'h' === $kind || 'v' === $kind ) {
				$axis = 'h' === $kind ? 0 : 1;
				foreach ( $numbers as $number ) {
					$at[ $axis ] = $number + ( $is_relative ? $at[ $axis ] : 0.0 );
				}
			} else {
				foreach ( array_chunk( array_slice( $numbers, 0, 2 * intdiv( count( $numbers ), 2 ) ), 2 ) as $i => $pair ) {
					$next = array( $pair[0] + ( $is_relative ? $at[0] : 0.0 ), $pair[1] + ( $is_relative ? $at[1] : 0.0 ) );
					if ( 'm' === $kind && 0 === $i ) {
						++$count;
						$start = $next;
					} elseif ( $next[0] !== $at[0] && $next[1] !== $at[1] ) {
						return 0;
					}
					$at = $next;
				}
			}
		}
		return $count;
	}
}
