<?php
/**
 * A cell that is only text.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

/** Spreadsheets run cells that start like a formula. Recorded titles and paths come from strangers. */
final class Csv_Cell {

	/** The value with an apostrophe in front when a spreadsheet would take it for a formula (OWASP, "CSV Injection"). */
	public static function safe( string $value ): string {
		return 1 === preg_match( '/\A[\s\x00-\x1F]*[=+\-@\t\r\n\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}]/u', $value ) ? "'" . $value : $value;
	}
}
