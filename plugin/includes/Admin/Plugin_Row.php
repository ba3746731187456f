<?php
/**
 * Candid on the Plugins screen.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Admin;

use Candid\Accounts\Capabilities;
use Candid\Service;
use Candid\Settings\Settings_Store;

/** The "Settings" link, and after activation one pointer to it. */
final class Plugin_Row implements Service {

	public function __construct( private readonly Settings_Store $settings ) {
	}

	public function register_hooks(): void {
		add_filter( 'plugin_action_links_' . plugin_basename( CANDID_FILE ), array( $this, 'add_settings_link' ) );
		add_action( 'admin_notices', array( $this, 'point_to_settings' ) );
	}

	/**
	 * The links under the plugin's name, with ours first.
	 *
	 * @param mixed $links Links so far.
	 * @return mixed
	 */
	public function add_settings_link( mixed $links ): mixed {
		if ( ! is_array( $links ) || ! current_user_can( Capabilities::MANAGE ) ) {
			return $links;
		}
		return array( 'settings' => sprintf( '<a href="%s">%s</a>', esc_url( Admin_Page::address( '/settings' ) ), esc_html__( 'Settings', 'candid' ) ) ) + $links;
	}

	/** Says, right after an activation and while recording is off, that nothing is recorded yet and where to go. */
	public function point_to_settings(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- WordPress' own mark of a finished activation; nothing is changed.
		$activated = isset( $_GET['activate'] ) || isset( $_GET['activate-multi'] );
		if ( ! $activated || 'plugins' !== get_current_screen()?->id || ! current_user_can( Capabilities::MANAGE ) || $this->settings->read()->recording ) {
			return;
		}
		printf(
			'<div class="notice notice-info is-dismissible" id="candid-first-steps"><p>%s <a href="%s">%s</a></p></div>',
			esc_html__( 'Candid is ready and records nothing yet. You decide when it starts.', 'candid' ),
			esc_url( Admin_Page::address( '/settings' ) ),
			esc_html__( 'Open its settings', 'candid' )
		);
	}
}
