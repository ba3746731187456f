<?php
/**
 * Serves the throw-away site named by CANDID_SITE from PHP's own web server: what index.php does.
 *
 * @package Candid
 */

require __DIR__ . '/load.php';
define( 'WP_USE_THEMES', true );
wp();
require_once ABSPATH . WPINC . '/template-loader.php';
