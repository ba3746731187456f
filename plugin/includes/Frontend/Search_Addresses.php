<?php
/**
 * Forms that addresses of searches have on this site.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

/**
 * Sites call their search what they like, and plugins translate the word without telling WordPress. What WordPress and
 * code say is known everywhere; what a search page is really called, on that page.
 */
final class Search_Addresses {

	/**
	 * Words that stand before a search text in paths, without slashes.
	 *
	 * @return list<string>
	 */
	public static function bases(): array {
		$bases = array( (string) ( $GLOBALS['wp_rewrite']->search_base ?? 'search' ), self::base_of_this_page() );
		/**
		 * Words that stand before a search text in paths of this site, such as "finde" in /finde/mug/.
		 *
		 * @param list<string> $bases Words without slashes, as the address has them.
		 */
		$filtered = apply_filters( 'candid_search_bases', array_values( array_diff( $bases, array( '' ) ) ) );
		return is_array( $filtered ) ? array_values( array_unique( array_filter( $filtered, static fn( mixed $base ): bool => is_string( $base ) && 1 === preg_match( '~^[\w%.-]{1,60}$~D', $base ) ) ) ) : array();
	}

	/** The part of this page's address before the text that is searched for; empty on other pages. */
	private static function base_of_this_page(): string {
		$text = is_search() ? get_query_var( 's' ) : '';
		if ( ! is_string( $text ) || '' === $text ) {
			return '';
		}
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Compared, and checked above.
		$address = isset( $_SERVER['REQUEST_URI'] ) && is_string( $_SERVER['REQUEST_URI'] ) ? wp_unslash( $_SERVER['REQUEST_URI'] ) : '';
		$parts   = explode( '/', explode( '?', $address )[0] );
		foreach ( $parts as $i => $part ) {
			if ( $i > 0 && strtolower( trim( urldecode( $part ) ) ) === strtolower( trim( $text ) ) ) {
				return $parts[ $i - 1 ];
			}
		}
		return '';
	}
}
