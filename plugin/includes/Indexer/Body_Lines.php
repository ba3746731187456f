<?php
/**
 * The lines of a body.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Contracts\Segment_Contract;
use Candid\Domain\Malformed;

/**
 * Reads an untrusted body line by line within bounds: gzip is inflated in steps of 256 bytes of input (a bomb then
 * overshoots by 0.8 MB at most, measured), the whole may not decode to more than maxDecodedBytes, and one line is held
 * at a time. Lines longer than maxLineBytes come out as null.
 */
final class Body_Lines {

	private const STEP_BYTES = 256;

	/** gzip cannot do more than 1,030 to 1; pages with much repetition reach 60. Below 64 KB decoded any ratio costs nothing. */
	private const MAX_RATIO  = 100;
	private const RATIO_FROM = 65536;

	/**
	 * @return \Generator<int, string|null> Lines without their break; null for one that is too long.
	 * @throws Malformed Field "body", when the gzip is broken or decodes to too much.
	 */
	public static function of( string $body, bool $gzip ): \Generator {
		$line = '';
		$long = false;
		foreach ( self::pieces( $body, $gzip ) as $piece ) {
			$start = 0;
			while ( false !== ( $end = strpos( $piece, "\n", $start ) ) ) { // phpcs:ignore WordPress.CodeAnalysis.AssignmentInCondition -- A plain loop over line breaks.
				$line .= substr( $piece, $start, $end - $start );
				if ( $long || '' !== $line ) {
					yield $long || strlen( $line ) > Segment_Contract::LIMITS['maxLineBytes'] ? null : $line;
				}
				$line  = '';
				$long  = false;
				$start = $end + 1;
			}
			$line .= substr( $piece, $start );
			if ( strlen( $line ) > Segment_Contract::LIMITS['maxLineBytes'] ) {
				$long = true;
				$line = '';
			}
		}
		if ( $long || '' !== $line ) {
			yield $long ? null : $line;
		}
	}

	/** @return \Generator<int, string> */
	private static function pieces( string $body, bool $gzip ): \Generator {
		if ( ! $gzip ) {
			yield from str_split( $body, 65536 );
			return;
		}
		$inflate = inflate_init( ZLIB_ENCODING_GZIP );
		$length  = strlen( $body );
		$decoded = 0;
		for ( $at = 0; false !== $inflate && $at < $length; $at += self::STEP_BYTES ) {
			$piece = @inflate_add( $inflate, substr( $body, $at, self::STEP_BYTES ) ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Broken gzip is an ordinary answer here.
			if ( false === $piece ) {
				throw new Malformed( 'body', 'The body is not gzip.' );
			}
			$decoded += strlen( $piece );
			if ( $decoded > Segment_Contract::LIMITS['maxDecodedBytes'] || ( $decoded > self::RATIO_FROM && $decoded > self::MAX_RATIO * ( $at + self::STEP_BYTES ) ) ) {
				throw new Malformed( 'body', 'The body decodes to too much.' );
			}
			if ( '' !== $piece ) {
				yield $piece;
			}
			if ( ZLIB_STREAM_END === inflate_get_status( $inflate ) ) {
				return;
			}
		}
		throw new Malformed( 'body', 'The gzipped body has no end.' );
	}
}
