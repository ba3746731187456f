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

	/**
	 * A pattern of the rules, by its name there.
	 *
	 * @param key-of<Privacy_Rules_Contract::RULES['patterns']> $name         Key of RULES['patterns'].
	 * @param bool                                              $ignores_case Whether upper and lower case are the same.
	 * @return non-empty-string
	 */
	public static function named( string $name, bool $ignores_case = true ): string {
		return self::of( Privacy_Rules_Contract::RULES['patterns'][ $name ], $ignores_case );
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
