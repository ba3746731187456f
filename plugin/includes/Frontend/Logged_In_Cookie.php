<?php
/**
 * Tells a visitor's browser that somebody is logged in.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Service;
use Candid\Settings\Settings_Store;
use Closure;

/**
 * A page cache may hand a page made for nobody in particular to somebody who is logged in, and WordPress's own cookies
 * cannot be read by a page (HttpOnly). So beside them stands one more cookie that says "1" and nothing else: set at the
 * log-in, removed at the log-out, and put right by every request that reaches PHP (docs/adr/0012).
 */
final class Logged_In_Cookie implements Service {

	/** Name of the cookie; src/privacy/visitor.ts looks for the same. */
	public const NAME = 'candid_logged_in';

	/**
	 * @param Settings_Store                    $settings The owner's settings.
	 * @param Closure(string, int): void|null   $send     Takes value and end of the cookie, instead of the answer's headers.
	 */
	public function __construct( private readonly Settings_Store $settings, private readonly ?Closure $send = null ) {
	}

	public function register_hooks(): void {
		add_action( 'set_logged_in_cookie', array( $this, 'set' ), 10, 2 );
		add_action( 'clear_auth_cookie', array( $this, 'remove' ) );
		add_action( 'init', array( $this, 'put_right' ) );
	}

	/**
	 * Sets the cookie beside WordPress's own.
	 *
	 * @param mixed $cookie WordPress's cookie, which is not looked at.
	 * @param mixed $expire When it ends, Unix s; 0 with the browser.
	 */
	public function set( mixed $cookie, mixed $expire = 0 ): void {
		if ( $this->is_needed() ) {
			$this->send( '1', is_numeric( $expire ) ? (int) $expire : 0 );
		}
	}

	/** Removes the cookie. */
	public function remove(): void {
		if ( isset( $_COOKIE[ self::NAME ] ) ) {
			$this->send( '', 1 );
		}
	}

	/** Corrects the cookie of visitors who logged in before the plugin was there, and of those whose session has ended. */
	public function put_right(): void {
		$is_set = isset( $_COOKIE[ self::NAME ] );
		if ( is_user_logged_in() && $this->is_needed() ) {
			if ( ! $is_set ) {
				$this->send( '1', 0 );
			}
		} elseif ( $is_set ) {
			$this->send( '', 1 );
		}
	}

	/** Nobody gets a cookie where visits are not recorded, or logged-in visitors are recorded like everybody. */
	private function is_needed(): bool {
		$settings = $this->settings->read();
		return $settings->recording && 'same' !== $settings->logged_in;
	}

	private function send( string $value, int $expire ): void {
		if ( null !== $this->send ) {
			( $this->send )( $value, $expire );
			return;
		}
		if ( headers_sent() ) {
			return;
		}
		// Not HttpOnly: the page has to see it.
		setcookie(
			self::NAME,
			$value,
			array(
				'expires'  => $expire,
				'path'     => COOKIEPATH,
				'domain'   => COOKIE_DOMAIN,
				'secure'   => is_ssl(),
				'samesite' => 'Lax',
			)
		);
	}
}
