<?php
/**
 * Whether the page shows personal data by its nature.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Compat\Shop_Pages;
use WP_Post;

/** Account pages, received orders, lost passwords: their whole text is masked, whatever the preset. */
final class Masked_Page {

	/** Slugs of such pages, without hyphens, in the plugin's languages and some more. */
	private const SLUGS = array(
		'account', 'myaccount', 'profile', 'myprofile', 'userprofile', 'memberprofile', 'dashboard', 'mydashboard',
		'orders', 'myorders', 'order', 'orderreceived', 'orderconfirmation', 'orderstatus', 'ordertracking', 'trackorder',
		'thankyou', 'purchaseconfirmation', 'purchasehistory', 'receipt', 'invoice', 'invoices', 'vieworder', 'editaccount', 'editaddress',
		'resetpassword', 'passwordreset', 'lostpassword', 'forgotpassword', 'setpassword', 'login', 'signin', 'register', 'signup', 'registration',
		'micuenta', 'cuenta', 'miperfil', 'perfil', 'mispedidos', 'pedidorecibido', 'restablecercontrasena', 'contrasenaperdida',
		'ilmioaccount', 'mioaccount', 'profilo', 'imieiordini', 'ordinericevuto', 'passwordpersa', 'reimpostapassword',
		'mojekonto', 'konto', 'profil', 'mojezamowienia', 'zamowienieotrzymane', 'resethasla', 'zapomnianehaslo',
		'fiokom', 'sajatfiok', 'fiok', 'profilom', 'rendeleseim', 'rendelesfogadva', 'elfelejtettjelszo', 'jelszovisszaallitas',
		'meinkonto', 'moncompte', 'minhaconta', 'mijnaccount',
	);

	/** Query keys that open an order, a password or a comment that waits for approval for whoever holds the address. */
	private const SECRET_KEYS = array( 'order_key', 'payment_key', 'reset_key', 'download_key', 'moderation-hash', 'key' );

	/**
	 * Whether every text of this page is masked.
	 *
	 * The filter candid_mask_page may say so for more pages: `apply_filters( 'candid_mask_page', bool $mask )`.
	 * It may also unmask a page that was only guessed from its slug or shortcode; never one that a shop plugin
	 * names as personal, nor one opened by a secret in its address.
	 */
	public function applies(): bool {
		if ( Shop_Pages::is_personal() || $this->is_opened_by_secret() ) {
			return true;
		}
		// Anything but a plain "false" masks: a filter that forgets to return its value must not uncover a page.
		return false !== apply_filters( 'candid_mask_page', $this->looks_personal() );
	}

	/** A guess from the page's own slug and its shortcodes. */
	private function looks_personal(): bool {
		$page = is_singular() ? get_queried_object() : null;
		if ( ! $page instanceof WP_Post || 'post' === $page->post_type ) {
			return false;
		}
		if ( in_array( str_replace( array( '-', '_' ), '', $page->post_name ), self::SLUGS, true ) ) {
			return true;
		}
		return Shop_Pages::has_personal_shortcode( $page->post_content );
	}

	/** Whether the address carries a key to an order, a password or a comment. */
	private function is_opened_by_secret(): bool {
		foreach ( self::SECRET_KEYS as $key ) {
			// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only its length is looked at.
			$value = $_GET[ $key ] ?? '';
			if ( is_string( $value ) && strlen( $value ) >= 8 ) {
				return true;
			}
		}
		return false;
	}
}
