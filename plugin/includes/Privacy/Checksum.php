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

	/** Bank accounts (ISO 13616: mod 97 is 1). Only letters and digits may come in. */
	public static function iban( string $text ): bool {
		$rest = 0;
		foreach ( str_split( substr( $text, 4 ) . substr( $text, 0, 4 ) ) as $char ) {
			$value = (int) base_convert( $char, 36, 10 );
			$rest  = ( $rest * ( $value > 9 ? 100 : 10 ) + $value ) % 97;
		}
		return 1 === $rest;
	}
}
