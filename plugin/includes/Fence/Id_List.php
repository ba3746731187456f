<?php
/**
 * Ids (of HTML) in an attribute.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

/** Reads an attribute that names elements by their ids, such as aria-labelledby. */
final class Id_List {

	/** Bytes of the attribute that are read, and ids taken from them: pages name one to three. */
	private const LONGEST = 1000;
	private const MOST    = 20;

	/**
	 * The ids in the attribute, each once.
	 *
	 * @return list<string>
	 */
	public static function of( string $attribute ): array {
		if ( '' === $attribute ) {
			return array();
		}
		$ids = preg_split( '/[ \t\n\f\r]+/', substr( $attribute, 0, self::LONGEST ), -1, PREG_SPLIT_NO_EMPTY );
		return false === $ids ? array() : array_slice( array_values( array_unique( $ids ) ), 0, self::MOST );
	}
}
