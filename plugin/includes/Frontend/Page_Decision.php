<?php
/**
 * Whether the page being printed is one that visits may be recorded on.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Accounts\Capabilities;
use Candid\Compat\Accelerated_Pages;

/**
 * Decides by what the page is, never by who an anonymous visitor is.
 *
 * A page cache may hand the answer to everybody. Only people who work on the site get another one, and pages for
 * people who are logged in are not shared by caches. Bots, prerendering and automated browsers are told
 * apart in the visitor's browser, by the loader.
 */
final class Page_Decision {

	/** WordPress' own pages that show a password or take a registration through the theme. */
	private const SIGN_UP_PAGES = array( 'wp-login.php', 'wp-register.php', 'wp-signup.php', 'wp-activate.php' );

	/** Capabilities that customers and subscribers never have. */
	private const WORK = array( 'edit_posts', 'edit_pages', 'edit_others_posts', 'upload_files' );

	/** Whether this visit to this page may be recorded. To be asked once the main query has run. */
	public function allows_recording(): bool {
		return $this->is_page_for_visitors() && ! $this->is_seen_by_staff();
	}

	/** Whether visitors of this page may be recorded, whoever looks at it now. */
	public function is_page_for_visitors(): bool {
		return ! $this->is_no_page()
			&& ! $this->is_for_editing()
			&& ! $this->is_sign_up_page()
			&& ! Accelerated_Pages::is_one();
	}

	/** People who work on the site, in whatever part: what they do on its pages is no visit. */
	private function is_seen_by_staff(): bool {
		foreach ( array( ...self::WORK, ...Capabilities::ALL ) as $capability ) {
			if ( current_user_can( $capability ) ) {
				return true;
			}
		}

		return false;
	}

	/** Answers for machines, and the inside of wp-admin. */
	private function is_no_page(): bool {
		return is_admin()
			|| wp_doing_ajax()
			|| wp_doing_cron()
			|| ( defined( 'REST_REQUEST' ) && true === constant( 'REST_REQUEST' ) )
			|| ( defined( 'XMLRPC_REQUEST' ) && true === constant( 'XMLRPC_REQUEST' ) )
			|| is_feed()
			|| is_embed()
			|| is_robots()
			|| is_favicon()
			|| is_trackback()
			|| '' !== (string) get_query_var( 'sitemap' )
			|| '' !== (string) get_query_var( 'sitemap-stylesheet' );
	}

	/** Previews, also those of the editors in a frame. */
	private function is_for_editing(): bool {
		return is_preview() || is_customize_preview() || $this->asks_for( '_wp-find-template' ) || $this->asks_for( 'wp_site_preview' ) || $this->asks_for( 'wp_theme_preview' );
	}

	/** Pages outside the main query that deal with accounts. */
	private function is_sign_up_page(): bool {
		$script = $GLOBALS['pagenow'] ?? '';

		return in_array( $script, self::SIGN_UP_PAGES, true );
	}

	/** Whether the address has a query key. */
	private function asks_for( string $key ): bool {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only whether it is there.
		return isset( $_GET[ $key ] );
	}
}
