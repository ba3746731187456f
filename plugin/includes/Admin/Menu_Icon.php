<?php
/**
 * The mark in the admin menu.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Admin;

/** Candid's mark as WordPress' menu takes it: a data URI that it recolours. */
final class Menu_Icon {

	/** A frame with a blocked-out line: what is shown, and what is not. Same drawing as .wordpress-org/menu-icon.svg. */
	private const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path fill="black" fill-rule="evenodd" d="M4 3h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm0 1.500a.5.5 0 0 0-.5.500v10a.5.5 0 0 0 .5.500h12a.5.5 0 0 0 .5-.500V5a.5.5 0 0 0-.5-.500zM5.500 7h4v1.500h-4zM5.500 10h9v4h-9z"/></svg>';

	/** The icon as a data URI. */
	public static function data_uri(): string {
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- the form add_menu_page() asks for.
		return 'data:image/svg+xml;base64,' . base64_encode( self::SVG );
	}
}
