<?php
/**
 * The plugin's own translations.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid;

/**
 * Tells WordPress where the shipped translations are; WordPress loads them when the first text is asked for. A language
 * pack of WordPress.org comes first. Since 6.8 WordPress finds the folder by itself, by "Domain Path" in candid.php.
 */
final class Languages implements Service {

	/** Compiled translations inside the plugin's folder; made by tools/languages. */
	private const FOLDER = '/build/languages';

	/** Absolute path of the compiled translations, for wp_set_script_translations(). */
	public static function path(): string {
		return dirname( CANDID_FILE ) . self::FOLDER;
	}

	public function register_hooks(): void {
		// Before anybody asks for a text: WordPress remembers a search that found nothing.
		add_action( 'plugins_loaded', array( $this, 'name_folder' ), 0 );
	}

	public function name_folder(): void {
		global $wp_textdomain_registry;
		if ( $wp_textdomain_registry instanceof \WP_Textdomain_Registry ) {
			$wp_textdomain_registry->set_custom_path( 'candid', self::path() );
		}
	}
}
