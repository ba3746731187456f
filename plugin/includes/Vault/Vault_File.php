<?php
/**
 * The file of one recording.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Vault;

use Candid\Domain\Cipher;
use Candid\Domain\Magic_Search;
use Candid\Domain\Recording_Id;
use Candid\Domain\Unavailable;

/**
 * Head: magic "CVR1", then the recording's own random key sealed with the data key (60 bytes).
 * Frame: magic "CVF1", length of the sealed part (4), Segment_Facts (56), crc32 of the head so far (4), sealed body.
 * What the sealed body belongs to is the recording id and the facts, so frames cannot be swapped or relabelled.
 */
final class Vault_File {

	private const HEAD_MAGIC  = 'CVR1';
	private const FRAME_MAGIC = 'CVF1';
	private const WRAPPED     = Cipher::KEY_BYTES + Cipher::OVERHEAD;
	private const HEAD_BYTES  = 4 + self::WRAPPED;
	private const FRAME_HEAD  = 4 + 4 + Segment_Facts::BYTES + 4;

	/** @param resource $file Open; locked when it is written to. */
	public function __construct( private $file, private readonly Recording_Id $recording ) {
	}

	/** Writes the head of a new file, when there is none yet; a torn head is written anew. */
	public function begin( Cipher $wrapper ): void {
		if ( $this->size() >= self::HEAD_BYTES ) {
			return;
		}
		ftruncate( $this->file, 0 );
		$this->put( 0, self::HEAD_MAGIC . $wrapper->seal( random_bytes( Cipher::KEY_BYTES ), $this->recording->bytes() ) );
	}

	/** The recording's own cipher; null when the data key does not open it. */
	public function cipher( Cipher $wrapper ): ?Cipher {
		rewind( $this->file );
		$head = (string) fread( $this->file, self::HEAD_BYTES );
		if ( self::HEAD_BYTES !== strlen( $head ) || ! str_starts_with( $head, self::HEAD_MAGIC ) ) {
			return null;
		}
		$key = $wrapper->open( substr( $head, 4 ), $this->recording->bytes() );
		return null === $key ? null : new Cipher( $key );
	}

	/**
	 * Walks the whole frames. A damaged stretch costs the frames it hit, not those after it.
	 *
	 * @param array{array<int, array{Segment_Facts, int}>, int}|null $before What an earlier walk gave; goes on from there. A file only grows.
	 * @return array{array<int, array{Segment_Facts, int}>, int} Facts and offset of the sealed part by sequence, and where the last whole frame ends.
	 */
	public function walk( ?array $before = null ): array {
		$size                = $this->size();
		list( $found, $end ) = null !== $before && $before[1] <= $size ? $before : array( array(), self::HEAD_BYTES );
		if ( $end === $size ) {
			return array( $found, $end );
		}
		$offset = $end;
		while ( null !== $offset && $offset + self::FRAME_HEAD <= $size ) {
			$facts = $this->facts_at( $offset, $size );
			if ( null === $facts ) {
				$offset = Magic_Search::next( $this->file, self::FRAME_MAGIC, $offset + 1, $size );
				continue;
			}
			// The first one of a sequence wins: what was acknowledged is never replaced.
			$found[ $facts->sequence ] ??= array( $facts, $offset + self::FRAME_HEAD );
			$offset                     += $facts->bytes;
			$end                         = $offset;
		}
		ksort( $found );
		return array( $found, $end );
	}

	/** Adds a frame at an offset, and cuts whatever a killed writer left behind it. */
	public function add( int $offset, Cipher $cipher, Segment_Facts $facts, string $body ): void {
		$sealed = $cipher->seal( $body, $this->recording->bytes() . $facts->pack() );
		$head   = self::FRAME_MAGIC . pack( 'N', strlen( $sealed ) ) . $facts->pack();
		ftruncate( $this->file, max( 0, $offset ) );
		$this->put( $offset, $head . pack( 'N', crc32( $head ) ) . $sealed );
	}

	/** The body of a frame; null when it does not open. */
	public function body( int $offset, Cipher $cipher, Segment_Facts $facts ): ?string {
		fseek( $this->file, $offset );
		$sealed = stream_get_contents( $this->file, $facts->bytes - self::FRAME_HEAD );
		return is_string( $sealed ) ? $cipher->open( $sealed, $this->recording->bytes() . $facts->pack() ) : null;
	}

	/** Overwrites the wrapped key: from here on the file is noise, and so is every copy made later. */
	public function shred(): void {
		$this->put( 0, str_repeat( "\0", self::HEAD_BYTES ) );
		fsync( $this->file );
	}

	/** Facts of the whole frame at an offset; null when none stands there. */
	private function facts_at( int $offset, int $size ): ?Segment_Facts {
		fseek( $this->file, $offset );
		$head = (string) fread( $this->file, self::FRAME_HEAD );
		$part = self::FRAME_HEAD === strlen( $head ) && str_starts_with( $head, self::FRAME_MAGIC ) ? unpack( 'Nlength/x' . Segment_Facts::BYTES . '/Nsum', $head, 4 ) : false;
		if ( false === $part || crc32( substr( $head, 0, -4 ) ) !== $part['sum'] || $offset + self::FRAME_HEAD + $part['length'] > $size ) {
			return null;
		}
		return Segment_Facts::unpack( substr( $head, 8, Segment_Facts::BYTES ), self::FRAME_HEAD + $part['length'] );
	}

	private function put( int $offset, string $bytes ): void {
		fseek( $this->file, $offset );
		$written = @fwrite( $this->file, $bytes ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A full disk is reported as an exception.
		if ( strlen( $bytes ) !== $written || ! fflush( $this->file ) ) {
			ftruncate( $this->file, max( 0, $offset ) );
			throw new Unavailable( 'The disk does not take the recording.' );
		}
	}

	private function size(): int {
		$stat = fstat( $this->file );
		return false === $stat ? 0 : $stat['size'];
	}
}
