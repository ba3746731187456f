<?php
/**
 * Opens the demo shop: seeds theme and content and, with CANDID_DEMO_ACTIVATE, activates Candid and
 * turns recording on. Needs WordPress loaded and CANDID_DEMO_FOLDER; may run again at any time.
 *
 * Recording is off as installed, and asks. In the demo shop it is on and does not ask, because its visitors are the one person
 * who started it, and a recordings screen without a recording shows nothing.
 *
 * @package Candid
 */

declare(strict_types=1);

require_once ABSPATH . 'wp-admin/includes/plugin.php';

if ( CANDID_DEMO_ACTIVATE ) {
	$candid_active = activate_plugin( 'candid/candid.php' );
	if ( is_wp_error( $candid_active ) ) {
		throw new RuntimeException( 'Candid could not be activated: ' . $candid_active->get_error_message() );
	}
}

require CANDID_DEMO_FOLDER . '/seed.php';

if ( CANDID_DEMO_ACTIVATE ) {
	$candid_settings = get_option( 'candid_settings' );
	$candid_open     = array(
		'recording' => true,
		'consent'   => 'without',
	);
	update_option( 'candid_settings', $candid_open + ( is_array( $candid_settings ) ? $candid_settings : array() ) );
}
