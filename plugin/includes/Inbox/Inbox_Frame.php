<?php
/**
 * One accepted segment in the inbox.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Inbox;

use Candid\Domain\Cipher;
use Candid\Domain\Recording_Id;

/**
 * A frame: magic "CIN2", length of the whole frame (4), crc32 of what follows up to the trailer (4), then receive time
 * in ms (8), recording id (16), sequence (4), account (4), flags (1), the sealed body, and as trailer the length again
 * (4). Big-endian. The trailer lets the next writer see with one small read whether the frame before is whole.
 *
 * Each recording has a key of its own, made from that of the inbox, so that no key seals more segments than a recording
 * has: a random nonce is safe for 2^32 messages under one key. "CIN1", written by earlier versions, was sealed with the
 * key of the inbox itself and still opens.
 */
final class Inbox_Frame {

	/** What every frame begins with, whatever its version. */
	public const MAGIC         = 'CIN';
	public const HEADER_BYTES  = 45;
	public const TRAILER_BYTES = 4;

	private const NEW = 'CIN2';
	private const OLD = 'CIN1';

	private function __construct(
		public readonly string $magic,
		public readonly int $received,
		public readonly Recording_Id $recording,
		public readonly int $sequence,
		public readonly int $account,
		public readonly int $flags,
		private readonly string $sealed
	) {
	}

	/** Smallest possible frame. */
	public static function least_bytes(): int {
		return self::HEADER_BYTES + Cipher::OVERHEAD + self::TRAILER_BYTES;
	}

	/**
	 * The bytes of a frame.
	 *
	 * @param Cipher $cipher   Of the inbox.
	 * @param int    $received Unix time, ms.
	 * @param string $body     Body of the segment as it came.
	 * @param string $site     Name of the site's data folder.
	 */
	public static function pack( Cipher $cipher, int $received, Recording_Id $recording, int $sequence, int $account, int $flags, string $body, string $site = '' ): string {
		$facts  = pack( 'J', $received ) . $recording->bytes() . pack( 'NNC', $sequence, $account, $flags );
		$rest   = $facts . self::cipher( $cipher, $recording, $site )->seal( $body, self::NEW . $facts );
		$length = pack( 'N', 4 + 4 + 4 + strlen( $rest ) + self::TRAILER_BYTES );
		return self::NEW . $length . pack( 'N', crc32( $rest ) ) . $rest . $length;
	}

	/** A frame from its bytes; null when they are not one whole, undamaged frame. */
	public static function unpack( string $bytes ): ?self {
		$magic = substr( $bytes, 0, 4 );
		if ( strlen( $bytes ) < self::least_bytes() || ! in_array( $magic, array( self::NEW, self::OLD ), true ) ) {
			return null;
		}
		$head = unpack( 'Nlength/Ncrc/Jreceived', $bytes, 4 );
		$tail = unpack( 'Nsequence/Naccount/Cflags', $bytes, 36 );
		$rest = substr( $bytes, 12, -self::TRAILER_BYTES );
		if ( false === $head || false === $tail || strlen( $bytes ) !== $head['length'] || crc32( $rest ) !== $head['crc'] ) {
			return null;
		}
		return new self(
			magic: $magic,
			received: $head['received'],
			recording: Recording_Id::from_bytes( substr( $bytes, 20, 16 ) ),
			sequence: $tail['sequence'],
			account: $tail['account'],
			flags: $tail['flags'],
			sealed: substr( $bytes, self::HEADER_BYTES, -self::TRAILER_BYTES )
		);
	}

	/**
	 * The body as it came; null when it was sealed with another key, or for another site.
	 *
	 * @param Cipher $cipher Of the inbox.
	 * @param string $site   Name of the site's data folder.
	 */
	public function body( Cipher $cipher, string $site = '' ): ?string {
		$facts  = pack( 'J', $this->received ) . $this->recording->bytes() . pack( 'NNC', $this->sequence, $this->account, $this->flags );
		$opener = self::OLD === $this->magic ? $cipher : self::cipher( $cipher, $this->recording, $site );
		return $opener->open( $this->sealed, $this->magic . $facts );
	}

	private static function cipher( Cipher $cipher, Recording_Id $recording, string $site ): Cipher {
		return $cipher->derive( "recording $recording->hex of $site" );
	}
}
