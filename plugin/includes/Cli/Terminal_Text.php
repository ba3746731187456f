<?php
/**
 * JSON that a terminal only shows.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

/** JSON escapes the control characters below the space only; a terminal also obeys DEL and U+0080 to U+009F, and the marks that turn the direction of text. */
final class Terminal_Text {

	/** The same JSON, with such characters of a page's text as escapes. */
	public static function safe( string $json ): string {
		$escape = static fn( array $found ): string => sprintf( '\u%04x', mb_ord( $found[0], 'UTF-8' ) );
		return (string) preg_replace_callback( '/[\x{7F}-\x{9F}\x{200E}\x{200F}\x{2028}-\x{202E}\x{2066}-\x{2069}]/u', $escape, mb_scrub( $json, 'UTF-8' ) );
	}
}
