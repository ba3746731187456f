<?php
/**
 * A file of frames.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Inbox;

use Candid\Domain\Magic_Search;

/** Reads, mends and lengthens a spool file. Never holds more than one frame in memory. */
final class Spool {

	/** No frame is longer: the largest body, and the frame around it. */
	public const MAX_FRAME_BYTES = 1048576 + 128;

	/**
	 * Where whole frames stand, in file order. Damaged stretches are skipped: the next magic is searched.
	 *
	 * @param resource $file Open for reading.
	 * @return \Generator<int, Inbox_Frame> By offset.
	 */
	public static function frames( $file ): \Generator {
		$size   = self::size( $file );
		$offset = 0;
		while ( $offset + Inbox_Frame::least_bytes() <= $size ) {
			$frame = self::read( $file, $offset );
			if ( null !== $frame ) {
				yield $offset => $frame[0];
				$offset += $frame[1];
				continue;
			}
			$next = Magic_Search::next( $file, Inbox_Frame::MAGIC, $offset + 1, $size );
			if ( null === $next ) {
				return;
			}
			$offset = $next;
		}
	}

	/**
	 * The frame at an offset and its length.
	 *
	 * @param resource $file
	 * @return array{Inbox_Frame, int}|null Null when no whole frame stands there.
	 */
	public static function read( $file, int $offset ): ?array {
		$length = self::length_at( $file, $offset );
		if ( null === $length ) {
			return null;
		}
		fseek( $file, $offset );
		$bytes = stream_get_contents( $file, $length );
		$frame = is_string( $bytes ) ? Inbox_Frame::unpack( $bytes ) : null;
		return null === $frame ? null : array( $frame, $length );
	}

	/**
	 * Adds bytes of whole frames behind the last one.
	 *
	 * @param resource $file Open for reading and writing, locked, mended.
	 * @return bool False when the disk does not take them; the file is as it was then.
	 */
	public static function add( $file, string $frames ): bool {
		$size = self::size( $file );
		fseek( $file, $size );
		$written = @fwrite( $file, $frames ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A full disk is reported to the caller.
		if ( strlen( $frames ) === $written && fflush( $file ) ) {
			return true;
		}
		ftruncate( $file, $size );
		return false;
	}

	/**
	 * The bytes of the whole frame at an offset; empty when none stands there.
	 *
	 * @param resource $file
	 */
	public static function bytes( $file, int $offset ): string {
		$length = self::length_at( $file, $offset );
		fseek( $file, $offset );
		return null === $length ? '' : (string) stream_get_contents( $file, $length );
	}

	/**
	 * Cuts what a killed writer left at the end. Costs two small reads when all is well; else reads the file once.
	 *
	 * @param resource $file Open for reading and writing, locked.
	 * @return int<0, max> Size after it.
	 */
	public static function mend( $file ): int {
		$size = self::size( $file );
		if ( 0 === $size || self::ends_whole( $file, $size ) ) {
			return $size;
		}
		$good = 0;
		foreach ( self::frames( $file ) as $offset => $frame ) {
			$good = max( 0, $offset + (int) self::length_at( $file, $offset ) );
		}
		ftruncate( $file, $good );
		return $good;
	}

	/**
	 * @param resource $file
	 */
	private static function ends_whole( $file, int $size ): bool {
		if ( $size < Inbox_Frame::least_bytes() ) {
			return false;
		}
		fseek( $file, $size - Inbox_Frame::TRAILER_BYTES );
		$trailer = unpack( 'N', (string) fread( $file, 4 ) );
		$start   = false === $trailer ? -1 : $size - $trailer[1];
		return $start >= 0 && self::length_at( $file, $start ) === $size - $start;
	}

	/**
	 * @param resource $file
	 */
	private static function length_at( $file, int $offset ): ?int {
		fseek( $file, $offset );
		$head = (string) fread( $file, 8 );
		if ( 8 !== strlen( $head ) || ! str_starts_with( $head, Inbox_Frame::MAGIC ) ) {
			return null;
		}
		$length = unpack( 'N', $head, 4 );
		return false !== $length && $length[1] >= Inbox_Frame::least_bytes() && $length[1] <= self::MAX_FRAME_BYTES ? $length[1] : null;
	}

	/**
	 * @param resource $file
	 * @return int<0, max>
	 */
	private static function size( $file ): int {
		$stat = fstat( $file );
		return false === $stat ? 0 : max( 0, $stat['size'] );
	}
}
