<?php
/**
 * Who may send segments.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

/** Hosts whose pages may send, for browsers that do not say that the request is same-origin. */
final class Door_Hosts {

	/** @return list<string> Lower case, with a port when it is not the scheme's own. */
	public static function of_site(): array {
		$hosts = array();
		foreach ( array( home_url(), site_url() ) as $address ) {
			$parts = wp_parse_url( $address );
			if ( is_array( $parts ) && isset( $parts['host'] ) ) {
				$hosts[] = strtolower( $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
			}
		}
		/**
		 * Hosts, lower case, with a port when it is not the scheme's own, whose pages may send segments. For sites with a domain per language.
		 *
		 * @param list<string> $hosts Hosts of the site's two addresses.
		 */
		$filtered = apply_filters( 'candid_door_hosts', array_values( array_unique( $hosts ) ) );
		return is_array( $filtered ) ? array_values( array_filter( $filtered, 'is_string' ) ) : array();
	}
}
