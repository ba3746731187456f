<?php
/**
 * Where the frames of a recording stand.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Vault;

use Candid\Domain\Recording_Sums;
use Candid\Domain\Segment_Facts;

/**
 * Makes adding and reading one segment cost the same in a recording of 20,000 segments as in one of three. A file beside
 * the recording's, "<id>.index", which holds nothing that the clear heads of the frames do not say and is never the
 * truth: where it is missing, damaged or behind, it is built from the recording's file, also in memory where it cannot
 * be written. The recording's file must be locked meanwhile.
 *
 * Head, 128 bytes: magic "CVX1", where the last indexed frame ends (8), Recording_Sums (84), crc32 of these (4), zeros.
 * Then one slot of 32 bytes per number k. First half: the segment with sequence k: offset (8), length (4), "1", zeros.
 * Second half: the page view with ordinal k: first sequence (4), first event (8), "1", zeros.
 */
final class Frame_Index {

	private const MAGIC = 'CVX1';
	private const HEAD  = 128;
	private const SLOT  = 32;

	private int $end = Vault_File::HEAD_BYTES;

	private Recording_Sums $sums;

	/** @param resource $file Open for reading and writing. */
	public function __construct( private $file ) {
		$this->sums = new Recording_Sums();
	}

	/** An index in memory, for a recording whose index cannot be written. */
	public static function in_memory(): self {
		$file = fopen( 'php://memory', 'w+b' );
		if ( false === $file ) {
			throw new \LogicException( 'PHP has no memory.' );
		}
		return new self( $file );
	}

	/**
	 * Brings the index up to what the file holds now.
	 *
	 * @return int Where the last whole frame ends.
	 */
	public function sync( Vault_File $frames ): int {
		if ( ! $this->read_head() || $this->end > $frames->size() ) {
			$this->forget();
		}
		// Behind, because a process was killed between file and index: built anew, for slots may be newer than the head. A torn tail is no frame, and costs nothing.
		if ( $this->end < $frames->size() && $frames->frames( $this->end )->valid() ) {
			$this->forget();
			foreach ( $frames->frames( $this->end ) as $offset => $facts ) {
				$this->note( $offset, $facts );
			}
			$this->write_head();
		}
		return $this->end;
	}

	/** Takes in a frame that was just added at the end. */
	public function add( int $offset, Segment_Facts $facts ): void {
		$this->note( $offset, $facts );
		$this->write_head();
	}

	/** Forgets everything; sync() builds it anew. */
	public function forget(): void {
		ftruncate( $this->file, 0 );
		$this->end  = Vault_File::HEAD_BYTES;
		$this->sums = new Recording_Sums();
	}

	/** Offset of the frame with a sequence; null when the recording has none. */
	public function offset( int $sequence ): ?int {
		$slot = $this->slot( $sequence, 0, 13 );
		$part = 13 === strlen( $slot ) && '1' === $slot[12] ? unpack( 'J', $slot ) : false;
		return false === $part ? null : $part[1];
	}

	/** The sums, with every page view. */
	public function sums(): Recording_Sums {
		$sums = clone $this->sums;
		fseek( $this->file, self::HEAD );
		$slots = 0 === $sums->segments ? '' : (string) stream_get_contents( $this->file, self::SLOT * ( $sums->last_page + 1 ) );
		for ( $page = 0; $page <= $sums->last_page; $page++ ) {
			$slot = substr( $slots, self::SLOT * $page + 16, 13 );
			$part = 13 === strlen( $slot ) && '1' === $slot[12] ? unpack( 'Nsequence/Jstart', $slot ) : false;
			if ( false !== $part ) {
				$sums->page_sequences[ $page ] = $part['sequence'];
				$sums->page_starts[ $page ]    = $part['start'];
			}
		}
		return $sums;
	}

	private function note( int $offset, Segment_Facts $facts ): void {
		$this->end = $offset + $facts->bytes;
		// The first frame of a sequence wins: what was acknowledged is never replaced.
		if ( null !== $this->offset( $facts->sequence ) ) {
			return;
		}
		$this->put( $facts->sequence, 0, pack( 'JN', $offset, $facts->bytes ) . '1' );
		$page  = $this->slot( $facts->page, 16, 13 );
		$known = 13 === strlen( $page ) && '1' === $page[12] ? unpack( 'Nsequence/Jstart', $page ) : false;
		$first = Recording_Sums::first_of( $facts );
		if ( false === $known ) {
			++$this->sums->pages;
		}
		$this->put( $facts->page, 16, pack( 'NJ', min( $known['sequence'] ?? PHP_INT_MAX, $facts->sequence ), min( $known['start'] ?? PHP_INT_MAX, $first ) ) . '1' );
		$this->sums->add( $facts );
		// The slots are their home: what a long recording has of them is not carried along.
		$this->sums->page_sequences = array();
		$this->sums->page_starts    = array();
	}

	private function read_head(): bool {
		rewind( $this->file );
		$head = (string) fread( $this->file, self::HEAD );
		$size = 4 + 8 + Recording_Sums::BYTES;
		$part = self::HEAD === strlen( $head ) && str_starts_with( $head, self::MAGIC ) ? unpack( 'Jend/x' . Recording_Sums::BYTES . '/Nsum', $head, 4 ) : false;
		if ( false === $part || crc32( substr( $head, 0, $size ) ) !== $part['sum'] ) {
			return false;
		}
		$this->end  = $part['end'];
		$this->sums = Recording_Sums::unpack( substr( $head, 12, Recording_Sums::BYTES ) );
		return true;
	}

	/** After the slots: what was written of them by a killed process is not believed before the head says so. */
	private function write_head(): void {
		$head = self::MAGIC . pack( 'J', $this->end ) . $this->sums->pack();
		rewind( $this->file );
		if ( self::HEAD !== @fwrite( $this->file, str_pad( $head . pack( 'N', crc32( $head ) ), self::HEAD, "\0" ) ) || ! fflush( $this->file ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A full disk costs time, no segment.
			ftruncate( $this->file, 0 );
		}
	}

	/** @param int<1, max> $length */
	private function slot( int $number, int $at, int $length ): string {
		return 0 === fseek( $this->file, self::HEAD + self::SLOT * $number + $at ) ? (string) fread( $this->file, $length ) : '';
	}

	private function put( int $number, int $at, string $bytes ): void {
		$place = self::HEAD + self::SLOT * $number + $at;
		if ( 0 !== fseek( $this->file, $place ) ) {
			// Memory, other than a file, has no room behind its end.
			fseek( $this->file, 0, SEEK_END );
			fwrite( $this->file, str_repeat( "\0", max( 0, $place - (int) ftell( $this->file ) ) ) );
		}
		@fwrite( $this->file, $bytes ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Seen when the frame is looked up.
	}
}
