<?php
/**
 * The language of one page on sites in several languages.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Compat;

/** Asks Polylang and WPML; a site in one language has its own locale everywhere. */
final class Page_Language {

	/**
	 * Locale of a page, e.g. "pl_PL".
	 *
	 * @param int $post_id The page; 0 when it is not known.
	 */
	public static function locale_of( int $post_id ): string {
		if ( $post_id > 0 && function_exists( 'pll_get_post_language' ) ) {
			$locale = pll_get_post_language( $post_id, 'locale' );
			if ( is_string( $locale ) && '' !== $locale ) {
				return $locale;
			}
		}
		if ( $post_id > 0 && defined( 'ICL_SITEPRESS_VERSION' ) ) {
			// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- the hook of WPML.
			$details = apply_filters( 'wpml_post_language_details', null, $post_id );
			if ( is_array( $details ) && is_string( $details['locale'] ?? null ) && '' !== $details['locale'] ) {
				return $details['locale'];
			}
		}

		// Not determine_locale(): inside the editor that is the language of the person who edits.
		return get_locale();
	}
}
