<?php
/**
 * What the page being printed is, for the recording policy.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Accounts\Capabilities;
use Candid\Compat\Accelerated_Pages;
use Candid\Domain\No_Recording;

/**
 * Looks at what the page is, never at who an anonymous visitor is: a page cache may hand the answer to everybody. Only
 * people who work on the site get another one, and pages for people who are logged in are not shared by caches. Bots,
 * prerendering and automated browsers are told apart in the visitor's browser, by the loader.
 */
final class Page_Facts {

	/** WordPress' own pages that show a password or take a registration through the theme. */
	private const SIGN_UP_PAGES = array( 'wp-login.php', 'wp-register.php', 'wp-signup.php', 'wp-activate.php' );

	/** Capabilities that customers and subscribers never have. */
	private const WORK = array( 'edit_posts', 'edit_pages', 'edit_others_posts', 'upload_files' );

	/** What keeps this page out, whoever looks at it; null: nothing. To be asked once the main query has run. */
	public function exclusion(): ?No_Recording {
		return match ( true ) {
			$this->is_no_page()         => No_Recording::Not_A_Page,
			$this->is_for_editing()     => No_Recording::Editing,
			$this->is_sign_up_page()    => No_Recording::Sign_Up,
			Accelerated_Pages::is_one() => No_Recording::Accelerated,
			default                     => null,
		};
	}

	/** Whether somebody who works on the site looks at the page, in whatever part: that is no visit. */
	public function is_seen_by_staff(): bool {
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
		return is_preview()
			|| is_customize_preview()
			|| $this->asks_for( '_wp-find-template' )
			|| $this->asks_for( 'wp_site_preview' )
			|| $this->asks_for( 'wp_theme_preview' );
	}

	/** Pages outside the main query that deal with accounts. */
	private function is_sign_up_page(): bool {
		return in_array( $GLOBALS['pagenow'] ?? '', self::SIGN_UP_PAGES, true );
	}

	/** Whether the address has a query key. */
	private function asks_for( string $key ): bool {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only whether it is there.
		return isset( $_GET[ $key ] );
	}
}
