<?php
/**
 * Personal pages of shops and communities.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Compat;

/** Asks plugins which of their pages show personal data. */
final class Shop_Pages {

	/**
	 * Questions of other plugins that are true on a personal page: WooCommerce (account and its parts, received
	 * order, payment of an order), Easy Digital Downloads (receipt, history), BuddyPress (a member's pages).
	 */
	private const QUESTIONS = array(
		'is_account_page',
		'is_order_received_page',
		'is_checkout_pay_page',
		'is_view_order_page',
		'is_lost_password_page',
		'is_edit_account_page',
		'edd_is_success_page',
		'edd_is_purchase_history_page',
		'bp_is_user',
	);

	/**
	 * Shortcodes that print a personal page: WooCommerce, Easy Digital Downloads, Ultimate Member, MemberPress, Paid
	 * Memberships Pro, Restrict Content Pro.
	 */
	private const SHORTCODES = array(
		'woocommerce_my_account',
		'woocommerce_order_tracking',
		'edd_profile_editor',
		'edd_receipt',
		'purchase_history',
		'download_history',
		'ultimatemember_account',
		'mepr-account-form',
		'pmpro_account',
		'pmpro_invoice',
		'pmpro_confirmation',
		'rcp_profile_editor',
	);

	/** The page of terms and conditions that WooCommerce knows; 0 when there is none. */
	public static function terms_page(): int {
		return (int) get_option( 'woocommerce_terms_page_id', 0 );
	}

	/** Address of the page with all products; empty when there is none. */
	public static function shop_address(): string {
		return post_type_exists( 'product' ) ? (string) get_post_type_archive_link( 'product' ) : '';
	}

	/** @return list<string> What addresses of products and of their archives begin with; may hold parts such as %product_cat%. */
	public static function bases(): array {
		if ( ! function_exists( 'wc_get_permalink_structure' ) ) {
			return array();
		}
		$bases = wc_get_permalink_structure();
		$found = array();
		foreach ( array( 'product_rewrite_slug', 'category_rewrite_slug', 'tag_rewrite_slug', 'attribute_rewrite_slug' ) as $name ) {
			if ( is_array( $bases ) && is_string( $bases[ $name ] ?? null ) ) {
				$found[] = $bases[ $name ];
			}
		}
		return $found;
	}

	/** Whether a plugin says that this page is personal. */
	public static function is_personal(): bool {
		foreach ( self::QUESTIONS as $question ) {
			if ( function_exists( $question ) && true === (bool) $question() ) {
				return true;
			}
		}
		return false;
	}

	/** Whether the content of a page has one of those shortcodes. */
	public static function has_personal_shortcode( string $content ): bool {
		foreach ( self::SHORTCODES as $shortcode ) {
			if ( str_contains( $content, '[' . $shortcode ) ) {
				return true;
			}
		}
		return false;
	}
}
