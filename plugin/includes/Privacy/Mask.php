<?php
/**
 * What stands in place of a hidden value.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;

/** One constant, so that it says nothing about the value, not even its length. */
final class Mask {

	public const MASK = Privacy_Rules_Contract::RULES['mask'];

	/** What JavaScript takes for white space. */
	public const SPACE = '\x{09}-\x{0d}\x{20}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}';

	/** Running text with every word replaced; white space stays, so that the layout roughly does. */
	public static function text( string $text ): string {
		return preg_replace( '/[^' . self::SPACE . ']+/u', self::MASK, $text ) ?? self::MASK;
	}

	/** A field's value: the mask if there is one, else nothing. */
	public static function value( string $value ): string {
		return '' === $value ? '' : self::MASK;
	}

	/** Whether a text is nothing but white space. */
	public static function is_blank( string $text ): bool {
		return 1 === preg_match( '/^[' . self::SPACE . ']*$/Du', $text );
	}
}
