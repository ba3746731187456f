<?php
/**
 * Removes everything: recordings, keys, tables, options, capabilities, scheduled jobs.
 *
 * @package Candid
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( version_compare( PHP_VERSION, '8.1', '>=' ) ) {
	defined( 'CANDID_FILE' ) || define( 'CANDID_FILE', __DIR__ . '/candid.php' );
	require_once __DIR__ . '/includes/Autoloader.php';
	Candid\Autoloader::register( __DIR__ . '/includes' );
	Candid\Plugin::instance()->installation()->remove_all();
}
