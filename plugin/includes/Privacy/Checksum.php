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

	/** Payment cards (Luhn, ISO/IEC 7812-1). */
	public static function luhn( string $digits ): bool {
		$sum = 0;
		foreach ( array_reverse( str_split( $digits ) ) as $i => $char ) {
			$digit = (int) $char;
			$sum  += 1 === $i % 2 ? ( $digit > 4 ? 2 * $digit - 9 : 2 * $digit ) : $digit;
		}
		return 0 === $sum % 10;
	}

	/**
	 * How many bytes of the run are a bank account (ISO 13616: mod 97 is 1, 15 characters or more), the longest that
	 * is; 0 for none. It must not end inside a word or a number.
	 *
	 * @param string $run   Country, check digits, then letters and digits with single separators.
	 * @param string $after The byte after the run.
	 */
	public static function iban_length( string $run, string $after ): int {
		$head    = ( self::value( $run[0] ) * 100 + self::value( $run[1] ) ) * 100 + (int) substr( $run, 2, 2 );
		$rest    = 0;
		$count   = 4;
		$longest = 0;
		$bytes   = strlen( $run );
		$value   = self::value( $run[4] ?? ' ' );
		for ( $i = 4; $i < $bytes; $i++ ) {
			$next = self::value( $run[ $i + 1 ] ?? $after );
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

	/** A letter or digit as ISO 13616 counts it, letters being 10 to 35; -1 for anything else. */
	private static function value( string $char ): int {
		return ctype_digit( $char ) ? (int) $char : ( ctype_alpha( $char ) ? ord( strtolower( $char ) ) - 87 : -1 );
	}
}
