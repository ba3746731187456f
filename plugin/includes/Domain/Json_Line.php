<?php
/**
 * One line of a body as a value.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

use Candid\Contracts\Event_Contract;

/** The one place where JSON of a recorder is decoded, and encoded again. */
final class Json_Line {

	/** Most levels of JSON. */
	public const DEPTH = Event_Contract::MAX_DEPTH;

	/** Short, and a fraction that is a whole number stays a fraction. */
	private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION;

	/** DEL and the control characters U+0080 to U+009F as UTF-8: JSON allows them unescaped, and a terminal obeys them. */
	private const CONTROLS = '/\x7f|\xc2[\x80-\x9f]/';

	/**
	 * Half of a character that UTF-16 writes in two parts, written as an escape without its other half. What stands
	 * before "(*SKIP)" is passed over whole: other escapes, escaped backslashes among them, and proper pairs.
	 */
	private const LONE_HALF = '~(?:\\\\[^u]|\\\\u(?!d[89a-f])|\\\\ud[89ab][0-9a-f]{2}\\\\ud[c-f][0-9a-f]{2})(*SKIP)(*FAIL)|\\\\ud[89a-f][0-9a-f]{2}~i';

	/** The value as one line: line breaks and all other control characters in it are escaped. Null when it cannot be one. */
	public static function encode( \stdClass $value ): ?string {
		$line = json_encode( $value, self::FLAGS, self::DEPTH );
		return false === $line ? null : preg_replace_callback( self::CONTROLS, static fn( array $match ): string => sprintf( '\u%04x', mb_ord( $match[0], 'UTF-8' ) ), $line );
	}

	/**
	 * The value, objects as stdClass; null when the line is not JSON.
	 *
	 * A script that cuts a text in the middle of an emoji leaves half of it. Browsers write the half as "\ud83d", which
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
