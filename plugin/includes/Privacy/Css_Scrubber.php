<?php
/**
 * Style sheets as they may be stored.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;
use Candid\Domain\Deadline;

/** The same rules as src/privacy/css.ts: addresses scrubbed, comments dropped, strings treated like text. */
final class Css_Scrubber {

	/** Longest custom property kept, in characters. */
	private const LONGEST_VALUE = 1000;

	/** How many brackets are open of those in which a string is an address. */
	private int $depth = 0;

	/** Whether the value of `content` has begun. */
	private bool $shown = false;

	/** The last word. */
	private string $name = '';

	/** @var non-empty-string|null */
	private static ?string $tokens = null;

	/** @var non-empty-string|null */
	private static ?string $declarations = null;

	public function __construct( private readonly Url_Scrubber $urls, private readonly ?Deadline $deadline = null ) {
	}

	/**
	 * A style sheet or a declaration. Empty when it is too long to look at or the engine gives up on it: a page without
	 * style still replays.
	 *
	 * @param 'strict'|'balanced'|'open' $preset In strict the strings of `content` are masked too.
	 */
	public function scrub( string $css, string $preset = 'balanced' ): string {
		if ( Pattern::is_longer( $css, Privacy_Rules_Contract::RULES['limits']['css'] ) ) {
			return '';
		}
		if ( 0 === preg_match( '~["\'(\\\\]|/\*~', $css ) && ! Pattern::matches( Text_Scrubber::suspicious(), $css ) ) {
			return $css;
		}
		$this->depth = 0;
		$this->shown = false;
		$this->name  = '';
		return preg_replace_callback( self::tokens(), fn( array $match ): string => $this->token( $match[0], $match[1] ?? '', $preset ), $css ) ?? '';
	}

	/**
	 * The style attribute: custom properties stay only if they are colours, numbers or functions of such.
	 *
	 * @param 'strict'|'balanced'|'open' $preset
	 */
	public function scrub_style( string $style, string $preset = 'balanced' ): string {
		return preg_replace_callback(
			self::$declarations ??= Pattern::of( '(?:' . Privacy_Rules_Contract::RULES['patterns']['cssString'] . '|[^;"\'])+' ),
			static function ( array $match ): string {
				list( $name, $value ) = explode( ':', $match[0], 2 ) + array( '', '' );
				if ( ! str_contains( $match[0], ':' ) || ! str_contains( self::unescaped( $name ), '--' ) ) {
					return $match[0];
				}
				return ! Pattern::is_longer( $value, self::LONGEST_VALUE ) && Pattern::consists_of( Pattern::named( 'styleValue' ), $value ) ? $match[0] : $name . ':0';
			},
			$this->scrub( $style, $preset )
		) ?? '';
	}

	/**
	 * Comment, url(…), string, word or number with what stands before it, and the signs that end something.
	 *
	 * @return non-empty-string
	 */
	private static function tokens(): string {
		$rules                 = Privacy_Rules_Contract::RULES['patterns'];
		return self::$tokens ??= Pattern::of( "/\\*[\\s\\S]*?(?:\\*/|$)|({$rules['cssUrl']})\\s*(?:{$rules['cssString']}|[^)\\\\]*(?:\\\\[\\s\\S][^)\\\\]*)*)\\s*\\)?|{$rules['cssString']}|[.#]?{$rules['digitRun']}|[.#@]?{$rules['cssWord']}|[;:{}()]" );
	}

	/** @param 'strict'|'balanced'|'open' $preset */
	private function token( string $part, string $link, string $preset ): string {
		$this->deadline?->spend();
		$sign = $part[0];
		if ( '/' === $sign ) {
			// Not nothing: what stands before and after must not grow together into a url(.
			return '/**/';
		}
		if ( '' !== $link ) {
			$closed       = str_ends_with( $part, ')' );
			$this->depth += $closed ? 0 : 1;
			return 'url(' . $this->address( substr( $part, strlen( $link ), $closed ? -1 : null ), $preset ) . ( $closed ? ')' : '' );
		}
		if ( '"' === $sign || "'" === $sign ) {
			return $this->depth > 0 ? $this->address( $part, $preset ) : $this->text( $part, $sign, $preset );
		}
		if ( ';' === $sign || '{' === $sign || '}' === $sign ) {
			$this->depth = 0;
			$this->shown = false;
		} elseif ( ':' === $sign ) {
			$this->shown = $this->shown || ( 'strict' === $preset && str_ends_with( strtolower( self::unescaped( $this->name ) ), 'content' ) );
		} elseif ( ')' === $sign ) {
			$this->depth = max( 0, $this->depth - 1 );
		} elseif ( $this->depth > 0 && str_ends_with( $part, '(' ) ) {
			++$this->depth;
		} elseif ( '(' !== $sign ) {
			$this->name = $part;
			if ( 0 === $this->depth && ( '@' === $sign || str_ends_with( $part, '(' ) ) ) {
				$this->depth = Pattern::matches( Pattern::named( 'cssAddress' ), self::unescaped( $part ) ) ? 1 : 0;
			}
		}
		return strlen( $part ) < 13 ? $part : self::word( $part );
	}

	/** @param 'strict'|'balanced'|'open' $preset */
	private function text( string $part, string $quote, string $preset ): string {
		$text = self::unescaped( self::unquoted( $part ) );
		// Of icon fonts only the number of a sign stands here.
		$out = $this->shown && Pattern::matches( '/\p{L}{2}|\p{Nd}/u', $text ) ? Mask::MASK : Text_Scrubber::scrub( $text, 'open' === $preset ? $preset : 'balanced' );
		return $out === $text ? $part : $quote . preg_replace_callback( '/["\'\\\\\n\r\f]/', static fn( array $match ): string => '\\' . dechex( ord( $match[0] ) ) . ' ', $out ) . $quote;
	}

	/**
	 * A word or number outside strings. What sites name (classes, ids, custom properties) often carries a hash, so there
	 * only numbers are looked at; and of a fraction only digits that nobody sees are cut off.
	 */
	private static function word( string $part ): string {
		$word = self::unescaped( $part );
		if ( 1 === preg_match( Pattern::named( 'cssOrdinary', false ), $word ) ) {
			return $part;
		}
		$named = '.' === $word[0] || '#' === $word[0] || str_starts_with( $word, '--' );
		if ( ( $named ? Text_Scrubber::hide_numbers( $word ) : Text_Scrubber::scrub( $word, 'open' ) ) === $word ) {
			return $part;
		}
		return 1 === preg_match( '/^\.[0-9]/', $word ) ? mb_substr( $word, 0, 9 ) : preg_replace( '/^([.#@]?)[\s\S]*?(\(?)$/D', '$1_$2', $word ) ?? '_';
	}

	/** As the browser reads it: escapes replaced by what they stand for. */
	private static function unescaped( string $text ): string {
		if ( ! str_contains( $text, '\\' ) ) {
			return $text;
		}
		return Pattern::replace(
			Pattern::named( 'cssEscape' ),
			static function ( array $match ): string {
				$hex = $match[1] ?? '';
				if ( '' === $hex ) {
					return $match[2] ?? '';
				}
				$char = '0' === ltrim( $hex, '0' ) . '0' ? false : mb_chr( (int) hexdec( $hex ), 'UTF-8' );
				return false === $char ? "\u{fffd}" : $char;
			},
			$text
		);
	}

	/** A string without its marks; the last one is missing when the line or the style sheet ends too early. */
	private static function unquoted( string $text ): string {
		$quote = $text[0] ?? '';
		return '"' === $quote || "'" === $quote ? substr( $text, 1, strlen( $text ) > 1 && str_ends_with( $text, $quote ) ? -1 : null ) : $text;
	}

	/** @param 'strict'|'balanced'|'open' $preset In strict only addresses of fonts, style sheets and parts of the document stay. */
	private function address( string $raw, string $preset ): string {
		$text = Url_Scrubber::trimmed( self::unescaped( self::unquoted( Url_Scrubber::trimmed( $raw ) ) ) );
		$url  = Url_Scrubber::is_reference( $text ) ? $text : $this->urls->scrub( $text );
		if ( 'strict' === $preset && ! Pattern::matches( Pattern::named( 'styleFile' ), $url ) ) {
			return '""';
		}
		return '"' . preg_replace_callback( '/[\x00-\x20"\\\\]/', static fn( array $match ): string => rawurlencode( $match[0] ), $url ) . '"';
	}
}
