<?php
/**
 * Constants WordPress defines while it loads, for the static analysis.
 *
 * @package Candid
 */

declare(strict_types=1);

foreach ( array( 'ABSPATH' => '/wordpress/', 'WP_CONTENT_DIR' => '/wordpress/wp-content', 'WP_PLUGIN_DIR' => '/wordpress/wp-content/plugins', 'WPINC' => 'wp-includes', 'COOKIEPATH' => '/', 'COOKIE_DOMAIN' => '', 'ARRAY_A' => 'ARRAY_A', 'OBJECT' => 'OBJECT', 'MINUTE_IN_SECONDS' => 60, 'HOUR_IN_SECONDS' => 3600, 'DAY_IN_SECONDS' => 86400, 'WP_DEBUG' => false ) as $candid_name => $candid_value ) {
	defined( $candid_name ) || define( $candid_name, $candid_value );
}
