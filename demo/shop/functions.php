<?php
/**
 * The theme's table of contents. Each file holds one idea.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

require_once __DIR__ . '/inc/products.php';
require_once __DIR__ . '/inc/setup.php';
require_once __DIR__ . '/inc/assets.php';
require_once __DIR__ . '/inc/display.php';
require_once __DIR__ . '/inc/messages.php';
require_once __DIR__ . '/inc/orders.php';

register_hooks();
