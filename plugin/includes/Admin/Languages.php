<?php
/**
 * The plugin's own translations.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Admin;

use Candid\Service;

/** Tells WordPress where the shipped translations are. A language pack of WordPress.org comes first. */
final class Languages implements Service {

	public function register_hooks(): void {
		add_action( 'init', array( $this, 'load' ), 0 );
	}

	/** Loads them. Not before "init": WordPress 6.7 and newer warn about that. */
	public function load(): void {
		load_plugin_textdomain( 'candid', false, dirname( plugin_basename( CANDID_FILE ) ) . '/languages' );
	}
}
