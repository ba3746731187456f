<?php
/**
 * Plugin Name:       Candid
 * Description:       Records visits, keeps the recordings inside this site, and plays them back here. Private by default.
 * Version:           0.1.0
 * Requires at least: 6.6
 * Requires PHP:      8.1
 * Author:            The Candid team
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       candid
 * Domain Path:       /build/languages
 *
 * This file must parse on PHP 7, so that an old server shows a sentence instead of a fatal error.
 *
 * @package Candid
 */

defined( 'ABSPATH' ) || exit;

define( 'CANDID_VERSION', '0.1.0' );
define( 'CANDID_FILE', __FILE__ );

require_once __DIR__ . '/includes/Requirements.php';

// A server that cannot run Candid gets a notice and nothing else.
if ( ! Candid\Requirements::can_load() ) {
	Candid\Requirements::register_hooks();
	return;
}

require_once __DIR__ . '/includes/Autoloader.php';

Candid\Autoloader::register( __DIR__ . '/includes' );
Candid\Plugin::instance()->boot();
