<?php
/**
 * Paths whose pages show nothing personal by their nature.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Compat\Shop_Pages;

/**
 * A page that is reached without a reload (Interactivity router, Turbo, Barba, Swup) has no config tag of its own that the
 * recorder could read in time. So each page names the paths whose pages are never masked as a whole: front page, posts,
 * products and their archives. Whatever is not named is masked. The names leave as digests, which say nothing about a site
 * that its sitemap does not say.
 */
final class Open_Pages {

	/** Filters by which code decides for single pages: what they would say for another page is not known here. */
	private const FILTERS = array( 'candid_mask_page', 'candid_recorder_settings', 'candid_blocked_selectors' );

	/**
	 * Digests of the paths; of those that end in /* as of all below.
	 *
	 * @return list<string>
	 */
	public static function digests(): array {
		foreach ( self::FILTERS as $filter ) {
			if ( has_filter( $filter ) ) {
				return array();
			}
		}
		return array_map( self::digest( ... ), self::paths() );
	}

	/**
	 * 32 bits of a path as hexadecimal (FNV-1a over UTF-8); src/privacy/visitor.ts makes the same.
	 *
	 * @param string $path Decoded, without a slash at its end.
	 */
	public static function digest( string $path ): string {
		return hash( 'fnv1a32', $path );
	}

	/**
	 * Made of what WordPress has at hand: no query. Pages (the post type) are not named, for only a page itself knows
	 * whether it is personal; so the front page is not, where it is one.
	 *
	 * @return list<string>
	 */
	private static function paths(): array {
		$structure = (string) get_option( 'permalink_structure' );
		// Without pretty permalinks a query says which page it is, and none is named.
		if ( '' === $structure ) {
			return array();
		}
		$paths = 'posts' === get_option( 'show_on_front' ) ? array( self::path( home_url( '/' ) ) ) : array();
		foreach ( array( $structure, ...self::bases(), ...Shop_Pages::bases() ) as $base ) {
			// Up to the first part that stands for something: what begins at the root may be any page.
			$start = trim( explode( '%', $base )[0], '/' );
			if ( '' !== $start ) {
				$paths[] = self::path( home_url( '/' . $start ) ) . '/*';
			}
		}
		$shop = Shop_Pages::shop_address();
		if ( '' !== $shop ) {
			array_push( $paths, self::path( $shop ), self::path( $shop ) . '/page/*' );
		}
		return array_values( array_unique( $paths ) );
	}

	/** @return list<string> Bases of categories and tags. */
	private static function bases(): array {
		$front = (string) ( $GLOBALS['wp_rewrite']->front ?? '/' );
		$bases = array();
		foreach ( array( 'category', 'tag' ) as $kind ) {
			$base    = (string) get_option( $kind . '_base' );
			$bases[] = '' !== $base ? $base : $front . $kind;
		}
		return $bases;
	}

	private static function path( string $address ): string {
		return rtrim( rawurldecode( (string) wp_parse_url( $address, PHP_URL_PATH ) ), '/' );
	}
}
