<?php
/**
 * Tells page caches that settings changed.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Compat;

use Candid\Service;
use Candid\Settings\Settings_Store;

/**
 * Empties page caches when settings change.
 *
 * A cached page carries the settings of the time it was made. After an owner blocks an element or turns a
 * switch off, visitors must not get the page from before.
 */
final class Page_Caches implements Service {

	/** Functions that empty a whole cache: WP Rocket, W3 Total Cache, WP Super Cache, SiteGround, WP Fastest Cache, WP-Optimize. */
	private const FUNCTIONS = array(
		'rocket_clean_domain',
		'w3tc_flush_posts',
		'wp_cache_clear_cache',
		'sg_cachepress_purge_cache',
		'wpfc_clear_all_cache',
		'wpo_cache_flush',
	);

	/** Actions that do the same: LiteSpeed, Cache Enabler, Hummingbird, Breeze, Nginx Helper, WP Fastest Cache. */
	private const ACTIONS = array(
		'litespeed_purge_all',
		'cache_enabler_clear_complete_cache',
		'wphb_clear_page_cache',
		'breeze_clear_all_cache',
		'rt_nginx_helper_purge_all',
	);

	public function register_hooks(): void {
		add_action( Settings_Store::SAVED, array( $this, 'empty_all' ), 10, 0 );
	}

	/** Empties every page cache found. */
	public function empty_all(): void {
		foreach ( self::FUNCTIONS as $clean ) {
			if ( function_exists( $clean ) ) {
				$clean();
			}
		}
		foreach ( self::ACTIONS as $action ) {
			// phpcs:ignore WordPress.NamingConventions.ValidHookName, WordPress.NamingConventions.PrefixAllGlobals -- names of other plugins.
			do_action( $action );
		}
	}
}
