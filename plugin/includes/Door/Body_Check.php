<?php
/**
 * A first look at a body.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Door;

use Candid\Contracts\Segment_Contract;
use Candid\Domain\Envelope;
use Candid\Domain\Malformed;

/**
 * Checks as much of a body as the door can afford, so that a broken recorder hears of it.
 *
 * Always: the body starts as gzip when the flag says so, and its first line is a good envelope; for that at most 8 KB
 * are inflated. Only for bodies up to WHOLE_BYTES as sent: the rest is inflated too (at most WHOLE_DECODED_BYTES, one
 * small piece in memory at a time) to see that the gzip is whole, every byte is UTF-8 and every line looks like a JSON
 * object. Events are never decoded here. What is longer is left to the indexer, which drops such lines.
 */
final class Body_Check {

	/** Segments are sealed at 14 KB (targetBodyBytes); four times that covers all but first snapshots of large pages. */
	public const WHOLE_BYTES         = 65536;
	public const WHOLE_DECODED_BYTES = 1048576;

	/** Input per step. 256 bytes of gzip give at most 264 KB, so a bomb is seen before it hurts (measured in 256-byte steps: +0.8 MB). */
	private const STEP_BYTES = 256;

	/** @throws Malformed Field "body" or one of the envelope. */
	public static function check( string $body, bool $gzip ): void {
		$whole   = strlen( $body ) <= self::WHOLE_BYTES;
		$line    = '';
		$checked = false;
		$text    = new Utf8_Lines();
		$seen    = 0;
		foreach ( self::pieces( $body, $gzip, $whole ) as $piece ) {
			$seen += strlen( $piece );
			if ( ! $checked ) {
				$line .= substr( $piece, 0, Segment_Contract::LIMITS['maxEnvelopeBytes'] + 1 );
				$end   = strpos( $line, "\n" );
				if ( false !== $end ) {
					Envelope::parse( substr( $line, 0, $end ) );
					$checked = true;
				} elseif ( strlen( $line ) > Segment_Contract::LIMITS['maxEnvelopeBytes'] ) {
					throw new Malformed( 'envelope', 'The first line of the body is too long to be an envelope.' );
				}
			}
			if ( $checked && ( ! $whole || $seen > self::WHOLE_DECODED_BYTES ) ) {
				return;
			}
			$text->add( $piece );
		}
		if ( ! $checked ) {
			Envelope::parse( $line );
		}
		$text->end();
	}

	/**
	 * The decoded body in small pieces.
	 *
	 * @return \Generator<int, string>
	 */
	private static function pieces( string $body, bool $gzip, bool $whole ): \Generator {
		if ( ! $gzip ) {
			foreach ( str_split( $body, 8192 ) as $piece ) {
				yield $piece;
			}
			return;
		}
		$inflate = inflate_init( ZLIB_ENCODING_GZIP );
		$length  = strlen( $body );
		for ( $at = 0; false !== $inflate && $at < $length; $at += self::STEP_BYTES ) {
			$piece = @inflate_add( $inflate, substr( $body, $at, self::STEP_BYTES ) ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A bad body is answered with 400, not with a warning.
			if ( false === $piece ) {
				throw new Malformed( 'body', 'The body is not gzip, as the flag says it is.' );
			}
			yield $piece;
			if ( ZLIB_STREAM_END === inflate_get_status( $inflate ) ) {
				if ( inflate_get_read_len( $inflate ) !== $length ) {
					throw new Malformed( 'body', 'Something follows the gzipped body.' );
				}
				return;
			}
		}
		if ( $whole ) {
			throw new Malformed( 'body', 'The gzipped body has no end.' );
		}
	}
}
