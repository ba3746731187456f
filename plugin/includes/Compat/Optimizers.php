<?php
/**
 * Keeps optimizers off the loader.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Compat;

use Candid\Service;

/**
 * Asks plugins that combine, delay or minify scripts to leave the loader as it is.
 *
 * The loader is small, minified and asynchronous already. Combined into another file it would lose the
 * attributes it needs, delayed it would miss most of the visit.
 */
final class Optimizers implements Service {

	/**
	 * Attributes that ask optimizers to leave a tag alone: Cloudflare Rocket Loader, LiteSpeed, WP Rocket (two),
	 * Autoptimize.
	 */
	public const LEAVE_ALONE = array(
		'data-cfasync'     => 'false',
		'data-no-optimize' => '1',
		'data-no-minify'   => '1',
		'data-noptimize'   => '1',
		'nowprocket'       => true,
	);

	private const OURS = array(
		'build/front/loader.js',
		'build/front/choice.js',
		'build/front/panel.js',
		'build/front/visit.js',
		'build/front/visit-inputs.js',
		'candid-config',
		'candid-loader-js',
	);

	/** Filters that take a list of words to leave alone: WP Rocket, LiteSpeed, SiteGround, WP-Optimize, Hummingbird. */
	private const LISTS = array(
		'rocket_delay_js_exclusions',
		'rocket_exclude_defer_js',
		'rocket_exclude_js',
		'rocket_minify_excluded_external_js',
		'rocket_excluded_inline_js_content',
		'litespeed_optimize_js_excludes',
		'litespeed_optm_js_defer_exc',
		'litespeed_optm_gm_js_exc',
		'sgo_javascript_combine_excluded_external_paths',
		'sgo_javascript_combine_excluded_inline_content',
		'wp-optimize-minify-default-exclusions',
		'perfmatters_delay_js_exclusions',
		'flying_press_exclude_from_delay:js',
	);

	/** Filters that take a list of script handles. SiteGround. */
	private const HANDLES = array( 'sgo_javascript_combine_exclude', 'sgo_js_minify_exclude', 'sgo_js_async_exclude' );

	public function register_hooks(): void {
		foreach ( self::LISTS as $filter ) {
			add_filter( $filter, array( $this, 'with_ours' ) );
		}
		foreach ( self::HANDLES as $filter ) {
			add_filter( $filter, array( $this, 'with_handle' ) );
		}
		add_filter( 'autoptimize_filter_js_exclude', array( $this, 'with_ours_as_text' ) );
		add_filter( 'w3tc_minify_js_script_tags', array( $this, 'without_our_tags' ) );
	}

	/**
	 * A list of words with ours.
	 *
	 * @param mixed $list The list of another plugin.
	 * @return mixed
	 */
	public function with_ours( mixed $list ): mixed {
		return is_array( $list ) ? array_merge( $list, self::OURS ) : $list;
	}

	/**
	 * A list of handles with ours.
	 *
	 * @param mixed $list The list of another plugin.
	 * @return mixed
	 */
	public function with_handle( mixed $list ): mixed {
		return is_array( $list ) ? array_merge( $list, array( 'candid-loader' ) ) : $list;
	}

	/**
	 * Words with ours, separated by commas; Autoptimize takes either.
	 *
	 * @param mixed $words The words of another plugin.
	 * @return mixed
	 */
	public function with_ours_as_text( mixed $words ): mixed {
		if ( is_string( $words ) ) {
			return trim( $words . ', ' . implode( ', ', self::OURS ), ', ' );
		}
		if ( is_array( $words ) ) {
			// With an array Autoptimize reads the words from the keys.
			return $words + array_fill_keys( self::OURS, '' );
		}
		return $words;
	}

	/**
	 * Script tags without ours.
	 *
	 * @param mixed $tags Tags that W3 Total Cache is about to minify.
	 * @return mixed
	 */
	public function without_our_tags( mixed $tags ): mixed {
		if ( ! is_array( $tags ) ) {
			return $tags;
		}
		$is_kept = static fn( mixed $tag ): bool => ! is_string( $tag ) || ! str_contains( $tag, 'build/front/loader.js' );
		return array_values( array_filter( $tags, $is_kept ) );
	}
}
