<?php
/**
 * May a line be decoded?
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

/**
 * Estimates what it takes to decode, fence and encode a line, from its length and the number of its brackets and commas,
 * and compares that with what PHP may still use. Decoding small empty objects takes up to 54 times the line's length
 * (measured), an ordinary snapshot about ten; the count tells them apart without decoding. What stands inside texts
 * makes the estimate too high, never too low. Objects that are wider than any of a page are refused by Event.
 */
final class Decode_Budget {

	/** Bytes of an object with a property, or of a list, 440, and what the fence builds of it anew; measured on PHP 8.2. */
	private const BRACKET_BYTES = 640;

	/** Bytes of an entry: key 32, value 32, and its place in a table that has just doubled, 108; rounded up. */
	private const ENTRY_BYTES = 200;

	/** Of each byte of text: decoded, scrubbed, encoded again, and one to spare. */
	private const COPIES = 4;

	/** @param int $limit Most bytes PHP may use in all. */
	public function __construct( private readonly int $limit ) {
	}

	/** With PHP's memory_limit; no limit counts as 1 GB. */
	public static function of_this_process(): self {
		$text  = trim( (string) ini_get( 'memory_limit' ) );
		$units = array(
			'K' => 1024,
			'M' => 1048576,
			'G' => 1073741824,
		);
		$limit = (int) $text * ( $units[ strtoupper( substr( $text, -1 ) ) ] ?? 1 );
		return new self( $limit > 0 ? $limit : 1073741824 );
	}

	/** Whether the line can be worked on within the limit. */
	public function allows( string $line ): bool {
		$need = self::COPIES * strlen( $line )
			+ self::BRACKET_BYTES * ( substr_count( $line, '{' ) + substr_count( $line, '[' ) )
			+ self::ENTRY_BYTES * substr_count( $line, ',' );
		return $need < $this->limit - memory_get_usage();
	}
}
