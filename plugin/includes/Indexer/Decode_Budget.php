<?php
/**
 * May a line be decoded?
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

/**
 * Estimates what json_decode() of a line would take, from the number of its brackets and commas, and compares it with
 * what PHP may still use. Decoding small empty objects takes up to 54 times the line's length (measured), an ordinary
 * snapshot about ten; the count tells them apart without decoding. Brackets inside texts make the estimate too high,
 * never too low.
 */
final class Decode_Budget {

	/** Bytes of an object with a property, of a list, and of an entry; measured on PHP 8.2 and rounded up. */
	private const OBJECT_BYTES = 440;
	private const LIST_BYTES   = 440;
	private const ENTRY_BYTES  = 40;

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

	/** Whether decoding the line, twice over, stays within the limit. */
	public function allows( string $line ): bool {
		$need = 2 * strlen( $line )
			+ self::OBJECT_BYTES * substr_count( $line, '{' )
			+ self::LIST_BYTES * substr_count( $line, '[' )
			+ self::ENTRY_BYTES * substr_count( $line, ',' );
		return 2 * $need < $this->limit - memory_get_usage();
	}
}
