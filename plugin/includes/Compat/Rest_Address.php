<?php
/**
 * The door's address on sites in several languages.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Compat;

use Candid\Service;

/**
 * Takes a language folder out of our REST addresses.
 *
 * Plugins such as WPML and TranslatePress make "/es/wp-json/…" of "/wp-json/…". On some sites that is an
 * address nobody answers, and every segment sent there would be lost.
 */
final class Rest_Address implements Service {

	/** After the plugins that change it. */
	private const PRIORITY = 1000;

	public function register_hooks(): void {
		add_filter( 'rest_url', array( $this, 'without_language' ), self::PRIORITY, 2 );
	}

	/**
	 * Our address as WordPress itself would build it.
	 *
	 * @param mixed $url  Address so far.
	 * @param mixed $path Path inside the REST interface.
	 * @return mixed
	 */
	public function without_language( mixed $url, mixed $path = '' ): mixed {
		if ( ! is_string( $url ) || ! is_string( $path ) || ! str_starts_with( ltrim( $path, '/' ), 'candid/v1/' ) ) {
			return $url;
		}
		$home = get_option( 'home' );
		if ( ! is_string( $home ) || '' === $home || str_contains( $url, 'rest_route=' ) ) {
			return $url;
		}
		$prefix    = rest_get_url_prefix();
		$home_path = rtrim( (string) wp_parse_url( $home, PHP_URL_PATH ), '/' );
		$language  = '[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?';
		$pattern   = '#\A(https?://[^/?\#]+)' . preg_quote( $home_path, '#' ) . "/$language/((?:index\\.php/)?" . preg_quote( $prefix, '#' ) . '/candid/)#';
		return preg_replace( $pattern, '$1' . $home_path . '/$2', $url ) ?? $url;
	}
}
