<?php
/**
 * Checks that cards and bank accounts pass.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

/** Sums over digits and letters; no knowledge of what is being checked. */
final class Checksum {

	/** @var array<int|string, int> A letter or digit as ISO 13616 counts it, letters being 10 to 35. */
	private static array $values = array();

	/**
	 * Payment cards (Luhn, ISO/IEC 7812-1): every second digit counts twice, from the right.
	 *
	 * @return array{list<int>, list<int>} Sums of the first n digits, those at even and those at odd offsets doubled:
	 *                                     what a stretch needs is one subtraction, see luhn().
	 */
	public static function luhn_sums( string $digits ): array {
		$even  = 0;
		$odd   = 0;
		$sums  = array( array( 0 ), array( 0 ) );
		$bytes = strlen( $digits );
		for ( $i = 0; $i < $bytes; $i++ ) {
			$digit   = (int) $digits[ $i ];
			$doubled = $digit > 4 ? 2 * $digit - 9 : 2 * $digit;
			if ( 0 === $i % 2 ) {
				$even += $doubled;
				$odd  += $digit;
			} else {
				$even += $digit;
				$odd  += $doubled;
			}
			$sums[0][] = $even;
			$sums[1][] = $odd;
		}
		return $sums;
	}

	/**
	 * Whether the stretch of digits passes.
	 *
	 * @param array{list<int>, list<int>} $sums From luhn_sums().
	 * @param int                         $from First digit.
	 * @param int                         $to   The digit after the last.
	 */
	public static function luhn( array $sums, int $from, int $to ): bool {
		return 0 === ( $sums[ $to % 2 ][ $to ] - $sums[ $to % 2 ][ $from ] ) % 10;
	}

	/**
	 * How many bytes of the run are a bank account (ISO 13616: mod 97 is 1, 15 characters or more), the longest that
	 * is; 0 for none. It must not end inside a word or a number.
	 *
	 * @param string $run   Country, check digits, then letters and digits with single separators.
	 * @param string $after The byte after the run.
	 */
	public static function iban_length( string $run, string $after ): int {
		if ( array() === self::$values ) {
			self::$values = array_flip( array_merge( range( 0, 9 ), range( 'a', 'z' ) ) ) + array_combine( range( 'A', 'Z' ), range( 10, 35 ) );
		}
		$values  = self::$values;
		$head    = ( ( $values[ $run[0] ] ?? -1 ) * 100 + ( $values[ $run[1] ] ?? -1 ) ) * 100 + (int) substr( $run, 2, 2 );
		$rest    = 0;
		$count   = 4;
		$longest = 0;
		$bytes   = strlen( $run );
		$value   = $values[ $run[4] ?? ' ' ] ?? -1;
		for ( $i = 4; $i < $bytes; $i++ ) {
			$next = $values[ $run[ $i + 1 ] ?? $after ] ?? -1;
			if ( $value >= 0 ) {
				$rest = ( $rest * ( $value > 9 ? 100 : 10 ) + $value ) % 97;
				// Whole: no letter follows a letter, and no digit a digit.
				if ( ++$count > 14 && ! ( $next >= 0 && ( $value > 9 ) === ( $next > 9 ) ) && 1 === ( $rest * 1000000 + $head ) % 97 ) {
					$longest = $i + 1;
				}
			}
			$value = $next;
		}
		return $longest;
	}
}
