<?php
/**
 * The mark in the admin menu.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Admin;

/** Candid's mark as WordPress' menu takes it: a data URI that WordPress recolors. */
final class Menu_Icon {

	/** The drawing of .wordpress-org/menu-icon.svg. */
	private const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20" fill="black"><path d="M5 2a3 3 0 0 0-3 3v10a3 3 0 0 0 3 3h10a3 3 0 0 0 3-3v-1.8h-2V15a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v1.8h2V5a3 3 0 0 0-3-3ZM7 5.9v4.2a.5.5 0 0 0 .8.4l3.5-2.1a.5.5 0 0 0 0-.8L7.800 5.5a.5.5 0 0 0-.8.4ZM6.5 12a.5.5 0 0 0-.5.5v1.3a.5.5 0 0 0 .5.5h7a.5.5 0 0 0 .5-.5v-1.3a.5.5 0 0 0-.5-.5Z"/></svg>';

	/** The icon as a data URI. */
	public static function data_uri(): string {
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- the form add_menu_page() asks for.
		return 'data:image/svg+xml;base64,' . base64_encode( self::SVG );
	}
}
