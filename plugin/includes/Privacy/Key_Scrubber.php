<?php
/**
 * Keys that are known by the prefix their issuer gives them, and secrets that are written in groups.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;

/** The same rules as src/privacy/codes.ts, proven by the samples of tests/contract. */
final class Key_Scrubber {

	/** The text without such keys and codes. */
	public static function scrub( string $text ): string {
		static $keys = null;

		$keys ??= Pattern::of( '(^|[^A-Za-z0-9])(?:' . Privacy_Rules_Contract::RULES['keys'] . ')', false );
		$groups = Privacy_Rules_Contract::RULES['patterns']['keyGroups'];
		$text   = Pattern::replace( $keys, static fn( array $m ): string => $m[1] . Mask::MASK, $text );
		// Secrets of authenticator apps are written in one case: upper as RFC 4648 has them, or lower.
		$text = self::hide( Pattern::of( $groups, false ), self::is_key( ... ), $text );
		$text = self::hide( Pattern::of( str_replace( 'A-Z2-7', 'a-z2-7', $groups ), false ), self::is_key( ... ), $text );
		// One that is not split needs two runs of digits inside: "SHIRT2XL" has one. Of 20 characters the rule for tokens finds it.
		$text = self::hide( Pattern::named( 'keySolid', false ), static fn( string $run ): bool => 1 === preg_match( '/[A-Z][0-9]+[A-Z]+[0-9]/', $run ), $text );
		return self::hide( Pattern::named( 'codeList', false ), self::are_codes( ... ), $text );
	}

	/** @param callable(string): bool $is Whether a run that the pattern finds is a secret. */
	private static function hide( string $pattern, callable $is, string $text ): string {
		return Pattern::replace( $pattern, static fn( array $m ): string => $is( (string) $m[2] ) ? $m[1] . Mask::MASK : $m[0], $text );
	}

	/** Groups of four in base32, by chance: words of four letters have vowels, and sizes and model names ("EU42 EU43") are all made alike. */
	private static function is_key( string $run ): bool {
		$groups = self::parts( '/[^A-Za-z0-9]+/', $run );
		$odd    = array_filter( $groups, static fn( string $group ): bool => 1 === preg_match( 1 === preg_match( '/[0-9]/', $group ) ? '/[a-z]/i' : '/[^aeiouy]{3}/i', $group ) );
		return 2 * count( $odd ) >= count( $groups ) && ( 1 !== preg_match( '/[0-9]/', $run ) || count( array_unique( array_map( self::shape( ... ), $groups ) ) ) > 1 );
	}

	/** Recovery codes are drawn by lot, letters and digits in any order; product numbers of one list are made alike. */
	private static function are_codes( string $run ): bool {
		$codes  = self::parts( '/[' . Mask::SPACE . ',;]+/u', $run );
		$shapes = array_map( self::shape( ... ), $codes );
		$mixed  = preg_grep( '/AD|DA/', $shapes );
		return 1 === count( array_unique( array_map( strlen( ... ), $codes ) ) ) && 2 * count( false === $mixed ? $codes : $mixed ) >= count( $codes ) && ( count( array_unique( $shapes ) ) > 1 || 1 === preg_match( '/ADAD|DADA/', $shapes[0] ) );
	}

	/** Where letters and digits stand: "a1b2c" is "ADADA". */
	private static function shape( string $code ): string {
		return (string) preg_replace( array( '/[a-z]/i', '/[0-9]/' ), array( 'A', 'D' ), $code );
	}

	/** @return list<string> */
	private static function parts( string $pattern, string $run ): array {
		$parts = preg_split( $pattern, $run );
		return false === $parts ? array( $run ) : $parts;
	}
}
