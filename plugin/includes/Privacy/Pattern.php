<?php
/**
 * Rules as regular expressions.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;

/** Turns the patterns of plugin/rules/privacy-rules.json, which the browser reads too, into PCRE. */
final class Pattern {

	/** @var array<string, non-empty-string> */
	private static array $compiled = array();

	/** @var array<string, array<int, non-empty-string>> By name, and whether case is ignored: a source is long, and to look it up is work. */
	private static array $named = array();

	/**
	 * A pattern of the rules, by its name there.
	 *
	 * @param key-of<Privacy_Rules_Contract::RULES['patterns']> $name         Key of RULES['patterns'].
	 * @param bool                                              $ignores_case Whether upper and lower case are the same.
	 * @return non-empty-string
	 */
	public static function named( string $name, bool $ignores_case = true ): string {
		return self::$named[ $name ][ (int) $ignores_case ] ??= self::of( Privacy_Rules_Contract::RULES['patterns'][ $name ], $ignores_case );
	}

	/**
	 * A source written so that JavaScript and PCRE understand it alike. The delimiter is a byte that no rule holds.
	 *
	 * @return non-empty-string
	 */
	public static function of( string $source, bool $ignores_case = true ): string {
		$key                             = $source . ( $ignores_case ? '1' : '0' );
		return self::$compiled[ $key ] ??= "\x01" . self::in_ascii( $source ) . "\x01Du" . ( $ignores_case ? 'i' : '' );
	}

	/**
	 * A list of alternatives, sorted by the letters they begin with, so that the engine does not try each of hundreds at
	 * every place. What it finds is the same: only alternatives that begin alike can match at one place, and of those the
	 * order stays. What begins with no letter, digit or group of such stays as it is.
	 */
	public static function grouped( string $source, int $depth = 3 ): string {
		return self::group( self::alternatives( $source ), $depth );
	}

	/** @param list<string> $alternatives */
	private static function group( array $alternatives, int $depth ): string {
		$groups = array();
		foreach ( $alternatives as $alternative ) {
			if ( $depth < 1 || 1 !== preg_match( '/^[a-z0-9](?![?*+{])/', $alternative ) ) {
				return implode( '|', $alternatives );
			}
			$groups[ $alternative[0] ][] = substr( $alternative, 1 );
		}
		$made = array();
		foreach ( $groups as $letter => $rests ) {
			$made[] = $letter . ( 1 === count( $rests ) ? $rests[0] : '(?:' . self::group( $rests, $depth - 1 ) . ')' );
		}
		return implode( '|', $made );
	}

	/**
	 * The alternatives of a source; of one that begins with a group, one for each alternative of the group.
	 *
	 * @return list<string>
	 */
	private static function alternatives( string $source ): array {
		$found = array();
		foreach ( self::parts( $source ) as $part ) {
			$end = str_starts_with( $part, '(?:' ) ? self::group_end( $part ) : 0;
			if ( 0 === $end || 1 === preg_match( '/^[?*+{]/', substr( $part, $end ) ) ) {
				$found[] = $part;
				continue;
			}
			foreach ( self::alternatives( substr( $part, 3, $end - 4 ) ) as $start ) {
				$found[] = $start . substr( $part, $end );
			}
		}
		return $found;
	}

	/**
	 * What stands between the bars of a source that are in no group.
	 *
	 * @return list<string>
	 */
	private static function parts( string $source ): array {
		$parts = array( '' );
		$depth = 0;
		preg_match_all( '/\\\\.|\[(?:\\\\.|[^\]\\\\])*\]|./s', $source, $tokens );
		foreach ( $tokens[0] as $token ) {
			$depth += '(' === $token ? 1 : ( ')' === $token ? -1 : 0 );
			if ( '|' === $token && 0 === $depth ) {
				$parts[] = '';
			} else {
				$parts[ count( $parts ) - 1 ] .= $token;
			}
		}
		return $parts;
	}

	/** Offset behind the group that a source begins with. */
	private static function group_end( string $source ): int {
		$end   = 0;
		$depth = 0;
		preg_match_all( '/\\\\.|\[(?:\\\\.|[^\]\\\\])*\]|./s', $source, $tokens );
		foreach ( $tokens[0] as $token ) {
			$depth += '(' === $token ? 1 : ( ')' === $token ? -1 : 0 );
			$end   += strlen( $token );
			if ( 0 === $depth ) {
				return $end;
			}
		}
		return 0;
	}

	/** Spells out the classes: to PCRE a word character may be any letter of Unicode, to JavaScript only an ASCII one. */
	private static function in_ascii( string $source ): string {
		$classes = array(
			'\\d' => '0-9',
			'\\w' => 'A-Za-z0-9_',
			'\\s' => Mask::SPACE,
		);
		// Both classes in one would leave out what PCRE calls a space and JavaScript does not.
		$source = str_replace( '[\\s\\S]', '(?s:.)', $source );
		$inside = false;
		$out    = '';
		preg_match_all( '/\\\\.|[^\\\\]/su', $source, $tokens );
		foreach ( $tokens[0] as $token ) {
			if ( '[' === $token || ']' === $token ) {
				$inside = '[' === $token;
			}
			$class = $classes[ $token ] ?? null;
			$out  .= null === $class ? $token : ( $inside ? $class : '[' . $class . ']' );
		}
		return $out;
	}

	/** Whether it matches. A text on which the engine gives up counts as matching: what cannot be looked at is not safe. */
	public static function matches( string $pattern, string $text ): bool {
		return 0 !== preg_match( $pattern, $text );
	}

	/** Whether it is longer than that many UTF-16 units, in which JavaScript counts. */
	public static function is_longer( string $text, int $limit ): bool {
		$bytes = strlen( $text );
		return $bytes > $limit && ( $bytes > 3 * $limit || strlen( mb_convert_encoding( $text, 'UTF-16BE', 'UTF-8' ) ) > 2 * $limit );
	}

	/** Whether nothing is left once every match is taken out. A text on which the engine gives up does not. */
	public static function consists_of( string $pattern, string $text ): bool {
		return '' === preg_replace( $pattern, '', $text );
	}

	/**
	 * Replaces by a function; the mask for the whole text when the engine gives up.
	 *
	 * @param callable(array<int|string, string>): string $by
	 */
	public static function replace( string $pattern, callable $by, string $text ): string {
		return preg_replace_callback( $pattern, $by, $text ) ?? Mask::MASK;
	}
}
