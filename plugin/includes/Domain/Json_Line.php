<?php
/**
 * One line of a body as a value.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** The one place where JSON of a recorder is decoded. */
final class Json_Line {

	/**
	 * An element takes two levels of JSON, itself and its list of children, so this is a page 254 elements deep: PHP's
	 * own default. Twice as deep runs over the stack that PHP in WebAssembly has.
	 */
	public const DEPTH = 512;

	/**
	 * Half of a character that UTF-16 writes in two parts, written as an escape without its other half. What stands
	 * before "(*SKIP)" is passed over whole: other escapes, escaped backslashes among them, and proper pairs.
	 */
	private const LONE_HALF = '~(?:\\\\[^u]|\\\\u(?!d[89a-f])|\\\\ud[89ab][0-9a-f]{2}\\\\ud[c-f][0-9a-f]{2})(*SKIP)(*FAIL)|\\\\ud[89a-f][0-9a-f]{2}~i';

	/**
	 * The value, objects as stdClass; null when the line is not JSON.
	 *
	 * A script that cuts a text in the middle of an emoji leaves half of it. Browsers write that as "\ud83d", which
	 * PHP refuses to decode, and with it the whole line. The half becomes the replacement character, as it would on its
	 * way through any UTF-8 encoder; the rest of the page is kept.
	 *
	 * @param string      $line  UTF-8.
	 * @param int<1, max> $depth Most levels.
	 */
	public static function decode( string $line, int $depth = self::DEPTH ): mixed {
		$value = json_decode( $line, false, $depth );
		if ( JSON_ERROR_UTF16 === json_last_error() ) {
			$whole = preg_replace( self::LONE_HALF, '\\\\ufffd', $line );
			$value = null === $whole ? null : json_decode( $whole, false, $depth );
		}
		return $value;
	}
}
