<?php
/**
 * The WP Consent API, by which consent plugins tell others what visitors agreed to.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Compat;

use Candid\Service;
use Candid\Settings\Settings_Store;

/** Registers Candid with the API, as a service with what it stores in the visitor's browser. Works with versions 1 and 2. */
final class Consent_Api implements Service {

	/** Name of the service; src/consent/plugin-events.ts asks by it. */
	private const SERVICE = 'Candid';

	public function __construct( private readonly Settings_Store $settings ) {
	}

	public function register_hooks(): void {
		add_filter( 'wp_consent_api_registered_' . plugin_basename( CANDID_FILE ), '__return_true' );
		add_action( 'init', array( $this, 'describe_storage' ) );
	}

	/** Whether the API is there. */
	public static function is_there(): bool {
		return function_exists( 'wp_has_consent' );
	}

	/** Whether a consent plugin manages consent, as far as PHP can know: some tell it to the browser only. */
	public static function is_managed(): bool {
		return self::is_there() && function_exists( 'wp_get_consent_type' ) && '' !== (string) wp_get_consent_type();
	}

	/** Tells the API what Candid stores in the visitor's browser; consent plugins list it. */
	public function describe_storage(): void {
		if ( ! function_exists( 'wp_add_cookie_info' ) ) {
			return;
		}
		$category = $this->settings->read()->consent_category;
		$session  = __( 'Until the tab is closed', 'candid' );
		$entries  = array(
			'candid'         => array( $category, $session, __( 'Keeps a random key and counters, so that the pages of one visit become one recording.', 'candid' ) ),
			'candid-stopped' => array( 'functional', $session, __( 'Remembers that recording was stopped in this tab.', 'candid' ) ),
			'candid-erase'   => array( 'functional', __( 'Until the recording is erased', 'candid' ), __( 'Remembers which recording is to be erased after consent was withdrawn.', 'candid' ) ),
			'candid-consent' => array( 'functional', __( 'Until the browser’s storage is cleared', 'candid' ), __( 'Remembers whether the visitor allowed or refused recording.', 'candid' ) ),
		);
		foreach ( $entries as $name => list( $kind, $expires, $purpose ) ) {
			wp_add_cookie_info( $name, self::SERVICE, $kind, $expires, $purpose, '', false, false, 'LOCALSTORAGE' );
		}
	}
}
