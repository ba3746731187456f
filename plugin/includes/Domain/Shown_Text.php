<?php
/**
 * Recorded text as lists show it.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * Titles and addresses come from anybody. Signs that are not seen but change how what follows is read (bidi overrides,
 * line and paragraph separators, marks of direction) do not reach a list or a terminal.
 */
final class Shown_Text {

	/** Without such signs. The joiners U+200C and U+200D stay: words of Persian and emoji need them. */
	public static function of( string $text ): string {
		return (string) preg_replace( '/(?![\x{200C}\x{200D}])[\p{Cf}\p{Zl}\p{Zp}]/u', '', $text );
	}
}
