<?php
/**
 * Style sheets as they may be stored.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;

/** The same rules as src/privacy/css.ts: addresses scrubbed, comments dropped, strings treated like text. */
final class Css_Scrubber {

	/** Longest custom property kept, in characters. */
	private const LONGEST_VALUE = 1000;

	public function __construct( private readonly Url_Scrubber $urls ) {
	}

	/**
	 * A style sheet or a declaration. Empty when the engine gives up on it: a page without style still replays.
	 *
	 * @param 'strict'|'balanced'|'open' $preset In strict the strings of `content` are masked too.
	 */
	public function scrub( string $css, string $preset = 'balanced' ): string {
		if ( 1 !== preg_match( '~["\'(]|/\*~', $css ) ) {
			return $css;
		}
		$string = Privacy_Rules_Contract::RULES['patterns']['cssString'];
		$parts  = '/\*[\s\S]*?(?:\*/|$)|url\(\s*(?:' . $string . '|[^)"\']*)\s*\)?|@import\s*(?:' . $string . ')|' . $string;
		// In strict also where the value of `content` starts, and where any value ends.
		$parts .= 'strict' === $preset ? '|content\s*:|[;{}]' : '';
		$shown  = false;
		return preg_replace_callback(
			Pattern::of( $parts ),
			function ( array $match ) use ( &$shown, $preset ): string {
				return $this->part( $match[0], $shown, 'open' === $preset ? 'open' : 'balanced' );
			},
			$css
		) ?? '';
	}

	/**
	 * The style attribute: custom properties stay only if they are colours, numbers or functions of such.
	 *
	 * @param 'strict'|'balanced'|'open' $preset
	 */
	public function scrub_style( string $style, string $preset = 'balanced' ): string {
		return preg_replace_callback(
			'/(?:"[^"]*"?|\'[^\']*\'?|[^;"\']+)+/',
			static function ( array $match ): string {
				if ( 1 !== preg_match( '/^([^:]*--[^:]*):([\s\S]*)$/D', $match[0], $parts ) ) {
					return $match[0];
				}
				return preg_match_all( '/./su', $parts[2] ) <= self::LONGEST_VALUE && Pattern::consists_of( Pattern::named( 'styleValue' ), $parts[2] ) ? $match[0] : $parts[1] . ':0';
			},
			$this->scrub( $style, $preset )
		) ?? '';
	}

	/**
	 * @param bool              $shown Whether the value of `content` has begun; set by the part.
	 * @param 'balanced'|'open' $texts How strings are treated.
	 */
	private function part( string $part, bool &$shown, string $texts ): string {
		$start = strtolower( substr( $part, 0, 4 ) );
		if ( str_starts_with( $start, '/*' ) ) {
			return '';
		}
		if ( 'url(' === $start ) {
			return 'url("' . $this->address( (string) preg_replace( '/\)$/D', '', substr( $part, 4 ) ) ) . '")';
		}
		if ( '@imp' === $start ) {
			return '@import "' . $this->address( substr( $part, 7 ) ) . '"';
		}
		$quote = $part[0];
		if ( '"' !== $quote && "'" !== $quote ) {
			$shown = 'cont' === $start;
			return $part;
		}
		$text = self::unquoted( $part );
		// Of icon fonts only the number of a sign stands here.
		$is_word = 1 === preg_match( '/[a-z]{2}|\d/i', (string) preg_replace( '/\\\\[0-9a-f]{1,6} ?/i', '', $text ) );
		return $quote . ( $shown && $is_word ? Mask::MASK : Text_Scrubber::scrub( $text, $texts ) ) . $quote;
	}

	/** A string without its marks; the last one is missing when the style sheet ends too early. */
	private static function unquoted( string $text ): string {
		$quote = $text[0] ?? '';
		return '"' === $quote || "'" === $quote ? substr( $text, 1, strlen( $text ) > 1 && str_ends_with( $text, $quote ) ? -1 : null ) : $text;
	}

	private function address( string $raw ): string {
		$text = Url_Scrubber::trimmed( self::unquoted( Url_Scrubber::trimmed( $raw ) ) );
		if ( 1 === preg_match( '/^#[\w-]{1,64}$/D', $text ) ) {
			return $text;
		}
		$url = $this->urls->scrub( (string) preg_replace( '/\\\\([\s\S])/', '$1', $text ) );
		return (string) preg_replace_callback( '/[\x00-\x20"\\\\]/', static fn( array $match ): string => rawurlencode( $match[0] ), $url );
	}
}
