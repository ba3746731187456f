<?php
/**
 * Installs WordPress on the throw-away site named by CANDID_SITE.
 *
 * @package Candid
 */

define( 'WP_INSTALLING', true );
if ( '1' === getenv( 'CANDID_SITE_NETWORK' ) ) {
	define( 'WP_INSTALLING_NETWORK', true );
}
require __DIR__ . '/load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

if ( ! defined( 'WP_INSTALLING_NETWORK' ) ) {
	$wpdb->suppress_errors();
	wp_install( 'Tulip & Sons', 'admin', 'admin@example.com', true, '', 'password' );
	update_option( 'permalink_structure', '/%postname%/' );
	flush_rewrite_rules();
} else {
	foreach ( $wpdb->tables( 'ms_global' ) as $candid_table => $candid_prefixed ) {
		$wpdb->$candid_table = $candid_prefixed;
	}
	install_network();
	populate_network( 1, '127.0.0.1', 'admin@example.com', 'Tulip network', '/', false );
}
