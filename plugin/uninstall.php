<?php
/**
 * Removes everything: recordings, keys, tables, options, capabilities, scheduled jobs.
 *
 * @package Candid
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( PHP_VERSION_ID >= 80100 ) {
	defined( 'CANDID_FILE' ) || define( 'CANDID_FILE', __DIR__ . '/candid.php' );
	require_once __DIR__ . '/includes/Autoloader.php';
	Candid\Autoloader::register( __DIR__ . '/includes' );
	( new Candid\Installation() )->remove_all();
}
