<?php
/**
 * Whether a text may be a blocked selector.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

use Candid\Contracts\Settings_Contract;

/**
 * A look at a CSS selector without a browser.
 *
 * The server cannot know every selector a browser knows, so it refuses what can be no selector, what could
 * break out of the page's JSON or a style sheet, and what would cost the visitor's browser too much. The
 * browser has the last word: a selector it cannot parse stops recording there.
 */
final class Blocked_Selector {

	/** Compound steps and alternatives in one entry; far above hand-written selectors, far below a burden. */
	private const MAX_STEPS = 24;

	/** Depth of brackets, e.g. :not(:is(a)). */
	private const MAX_DEPTH = 3;

	/** `:has()` makes a browser look down the tree for every element; one is enough for an entry. */
	private const MAX_HAS = 1;

	/**
	 * What is wrong with a selector.
	 *
	 * @param string $selector The entry, trimmed.
	 * @return string|null A sentence for the owner; null when the entry may be kept.
	 */
	public static function problem( string $selector ): ?string {
		if ( '' === trim( $selector ) ) {
			return __( 'The entry is empty.', 'candid' );
		}
		if ( Settings_Field::has_bad_bytes( $selector ) ) {
			return __( 'It holds characters that no selector has.', 'candid' );
		}
		$max = Settings_Contract::SCHEMA['properties']['blocked_selectors']['items']['maxLength'];
		if ( mb_strlen( $selector, 'UTF-8' ) > $max ) {
			/* translators: %d: number of characters. */
			return sprintf( __( 'It is longer than %d characters.', 'candid' ), $max );
		}

		$bare = self::without_quoted( $selector );
		if ( null === $bare ) {
			return __( 'A quotation mark is not closed.', 'candid' );
		}

		return self::problem_of_characters( $bare ) ?? self::problem_of_brackets( $bare ) ?? self::problem_of_shape( $bare );
	}

	/**
	 * The selector with quoted strings emptied and escaped characters replaced by a letter.
	 *
	 * @param string $selector The entry.
	 * @return string|null Null when a quotation mark or an escape is left open.
	 */
	private static function without_quoted( string $selector ): ?string {
		if ( str_contains( $selector, '<' ) ) {
			return $selector;
		}
		$bare = preg_replace( '/\\\\(?:[0-9a-f]{1,6} ?|.)/iu', 'x', $selector );
		$bare = null === $bare ? null : preg_replace( '/"[^"]*"|\'[^\']*\'/u', '""', $bare );
		if ( null === $bare || str_contains( $bare, '\\' ) || str_contains( str_replace( '""', '', $bare ), '"' ) || str_contains( $bare, "'" ) ) {
			return null;
		}

		return $bare;
	}

	/** Characters that stand in no selector outside quotation marks. */
	private static function problem_of_characters( string $bare ): ?string {
		if ( 1 === preg_match( '/[{}<;@!?%&`$\/]/', (string) preg_replace( '/[$]=/', '=', $bare ), $found ) ) {
			/* translators: %s: one character. */
			return sprintf( __( 'A selector cannot hold %s.', 'candid' ), $found[0] );
		}
		if ( str_contains( $bare, '::' ) ) {
			return __( 'A part such as ::before is no element. Name the element itself.', 'candid' );
		}

		return null;
	}

	/** Brackets that are not balanced or nested too deep. */
	private static function problem_of_brackets( string $bare ): ?string {
		$open = array();
		foreach ( str_split( $bare ) as $character ) {
			if ( '(' === $character || '[' === $character ) {
				if ( '[' === end( $open ) ) {
					return __( 'A bracket is not closed.', 'candid' );
				}
				$open[] = $character;
				if ( count( $open ) > self::MAX_DEPTH ) {
					return __( 'It is nested too deep.', 'candid' );
				}
			} elseif ( ')' === $character || ']' === $character ) {
				if ( array_pop( $open ) !== ( ')' === $character ? '(' : '[' ) ) {
					return __( 'A bracket is closed that was not opened.', 'candid' );
				}
			}
		}

		return array() === $open ? null : __( 'A bracket is not closed.', 'candid' );
	}

	/** Empty parts, combinators without an element, and too much work for a browser. */
	private static function problem_of_shape( string $bare ): ?string {
		if ( 1 === preg_match( '/\(\s*\)|\[\s*\]/', $bare ) ) {
			return __( 'A bracket is empty.', 'candid' );
		}
		if ( 1 === preg_match( '/[.#:](?![\w\-\x80-\xff])/', (string) preg_replace( '/\[[^\]]*\]/', '[x]', $bare ) ) ) {
			return __( 'A name is missing after a dot, a hash or a colon.', 'candid' );
		}
		$flat = (string) preg_replace( '/\[[^\]]*\]/', '', $bare );
		if ( 1 === preg_match( '/(?:^|[,(])\s*,|,\s*(?:$|\))/', $flat ) ) {
			return __( 'A part between commas is empty.', 'candid' );
		}
		$outside = (string) preg_replace( '/\((?:[^()]|\([^()]*\))*\)/', '', $flat );
		if ( 1 === preg_match( '/^\s*[>+~]|[>+~]\s*(?:$|[,>+~])|,\s*[>+~]/', trim( $outside ) ) ) {
			return __( 'An element is missing beside >, + or ~.', 'candid' );
		}
		$steps = preg_match_all( '/[\s>+~,]+/', trim( $flat ) );
		if ( false === $steps || $steps >= self::MAX_STEPS || substr_count( strtolower( $bare ), ':has(' ) > self::MAX_HAS ) {
			return __( 'It is too complex. Use a shorter selector, or several entries.', 'candid' );
		}

		return null;
	}
}
