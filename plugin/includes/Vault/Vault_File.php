<?php
/**
 * The file of one recording.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Vault;

use Candid\Domain\Cipher;
use Candid\Domain\Fault;
use Candid\Domain\Magic_Search;
use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Facts;
use Candid\Domain\Unavailable;

/**
 * Head: magic "CVR2", then the recording's own random key sealed with the data key (60 bytes); the associated data are
 * the recording id and the name of the site's data folder, so that a file carried into the folder of another site of
 * the same data key does not open. "CVR1", written by earlier versions, lacks the name and still opens.
 * Frame: magic "CVF1", length of the sealed part (4), Segment_Facts (56), crc32 of the head so far (4), sealed body.
 * The associated data of a body are the recording id and the facts, so frames cannot be swapped or relabelled.
 */
final class Vault_File {

	public const HEAD_BYTES = 4 + self::WRAPPED;
	public const FRAME_HEAD = 4 + 4 + Segment_Facts::BYTES + 4;

	private const HEAD_MAGIC  = 'CVR2';
	private const OLD_MAGIC   = 'CVR1';
	private const FRAME_MAGIC = 'CVF1';
	private const WRAPPED     = Cipher::KEY_BYTES + Cipher::OVERHEAD;

	/**
	 * @param resource $file Open; locked when it is written to.
	 * @param string   $site Name of the site's data folder.
	 */
	public function __construct( private $file, private readonly Recording_Id $recording, private readonly string $site ) {
	}

	/** Writes the head of a new file, when there is none yet; a torn head is written anew. */
	public function begin( Cipher $wrapper ): void {
		if ( $this->size() >= self::HEAD_BYTES ) {
			return;
		}
		ftruncate( $this->file, 0 );
		$this->put( 0, self::HEAD_MAGIC . $wrapper->seal( random_bytes( Cipher::KEY_BYTES ), $this->recording->bytes() . $this->site ) );
	}

	/** The recording's own cipher; null when the data key does not open it, or the file was made by another site. */
	public function cipher( Cipher $wrapper ): ?Cipher {
		rewind( $this->file );
		$head       = (string) fread( $this->file, self::HEAD_BYTES );
		$associated = match ( substr( $head, 0, 4 ) ) {
			self::HEAD_MAGIC => $this->recording->bytes() . $this->site,
			self::OLD_MAGIC  => $this->recording->bytes(),
			default          => null,
		};
		$key = null === $associated || self::HEAD_BYTES !== strlen( $head ) ? null : $wrapper->open( substr( $head, 4 ), $associated );
		return null === $key ? null : new Cipher( $key );
	}

	/**
	 * The whole frames from an offset on. A damaged stretch costs the frames it hit, not those after it.
	 *
	 * @return \Generator<int, Segment_Facts> By offset; a sequence may come twice, and its first frame counts.
	 */
	public function frames( int $from ): \Generator {
		$size = $this->size();
		while ( null !== $from && $from + self::FRAME_HEAD <= $size ) {
			$facts = $this->facts_at( $from );
			if ( null === $facts ) {
				$from = Magic_Search::next( $this->file, self::FRAME_MAGIC, $from + 1, $size );
				continue;
			}
			yield $from => $facts;
			$from += $facts->bytes;
		}
	}

	/**
	 * Adds a frame at an offset, and cuts whatever a killed writer left behind it.
	 *
	 * @return int Bytes of the frame.
	 */
	public function add( int $offset, Cipher $cipher, Segment_Facts $facts, string $body ): int {
		$sealed = $cipher->seal( $body, $this->recording->bytes() . $facts->pack() );
		$head   = self::FRAME_MAGIC . pack( 'N', strlen( $sealed ) ) . $facts->pack();
		ftruncate( $this->file, max( 0, $offset ) );
		$this->put( $offset, $head . pack( 'N', crc32( $head ) ) . $sealed );
		return self::FRAME_HEAD + strlen( $sealed );
	}

	/** The body of the frame at an offset; null when it does not open. */
	public function body( int $offset, Cipher $cipher, Segment_Facts $facts ): ?string {
		fseek( $this->file, $offset + self::FRAME_HEAD );
		$sealed = stream_get_contents( $this->file, $facts->bytes - self::FRAME_HEAD );
		return is_string( $sealed ) ? $cipher->open( $sealed, $this->recording->bytes() . $facts->pack() ) : null;
	}

	/** Overwrites the wrapped key: from here on neither the file nor any copy made later can be opened. */
	public function shred(): void {
		$this->put( 0, str_repeat( "\0", self::HEAD_BYTES ) );
		fsync( $this->file );
	}

	/** Facts of the whole frame at an offset; null when none stands there. */
	public function facts_at( int $offset ): ?Segment_Facts {
		fseek( $this->file, $offset );
		$head = (string) fread( $this->file, self::FRAME_HEAD );
		$part = self::FRAME_HEAD === strlen( $head ) && str_starts_with( $head, self::FRAME_MAGIC ) ? unpack( 'Nlength/x' . Segment_Facts::BYTES . '/Nsum', $head, 4 ) : false;
		if ( false === $part || crc32( substr( $head, 0, -4 ) ) !== $part['sum'] || $offset + self::FRAME_HEAD + $part['length'] > $this->size() ) {
			return null;
		}
		return Segment_Facts::unpack( substr( $head, 8, Segment_Facts::BYTES ), self::FRAME_HEAD + $part['length'] );
	}

	public function size(): int {
		$stat = fstat( $this->file );
		return false === $stat ? 0 : $stat['size'];
	}

	private function put( int $offset, string $bytes ): void {
		fseek( $this->file, $offset );
		$written = @fwrite( $this->file, $bytes ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A full disk is reported as an exception.
		if ( strlen( $bytes ) !== $written || ! fflush( $this->file ) ) {
			ftruncate( $this->file, max( 0, $offset ) );
			throw new Unavailable( Fault::Vault_Disk );
		}
	}
}
