<?php
/**
 * The plugin's own translations.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid;

/** Tells WordPress where the shipped translations are. A language pack of WordPress.org comes first. */
final class Languages implements Service {

	/** Compiled translations inside the plugin's folder; made by tools/languages/compile.mjs. */
	private const FOLDER = '/build/languages';

	/** Absolute path of the compiled translations, for wp_set_script_translations(). */
	public static function path(): string {
		return dirname( CANDID_FILE ) . self::FOLDER;
	}

	public function register_hooks(): void {
		add_action( 'init', array( $this, 'load' ), 0 );
	}

	/** Loads them. Not before "init": WordPress 6.7 and newer warn about that. */
	public function load(): void {
		load_plugin_textdomain( 'candid', false, dirname( plugin_basename( CANDID_FILE ) ) . self::FOLDER );
	}
}
