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
 * A frame: magic "CIN1", length of the whole frame (4), crc32 of what follows up to the trailer (4), then receive time
 * in ms (8), recording id (16), sequence (4), account (4), flags (1), the sealed body, and as trailer the length again
 * (4). Big-endian. The trailer lets the next writer see with one small read whether the frame before is whole.
 */
final class Inbox_Frame {

	public const MAGIC         = 'CIN1';
	public const HEADER_BYTES  = 45;
	public const TRAILER_BYTES = 4;

	private function __construct(
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
	 * @param int    $received Unix time, ms.
	 * @param string $body     Body of the segment as it came.
	 */
	public static function pack( Cipher $cipher, int $received, Recording_Id $recording, int $sequence, int $account, int $flags, string $body ): string {
		$facts  = pack( 'J', $received ) . $recording->bytes() . pack( 'NNC', $sequence, $account, $flags );
		$rest   = $facts . $cipher->seal( $body, self::MAGIC . $facts );
		$length = pack( 'N', 4 + 4 + 4 + strlen( $rest ) + self::TRAILER_BYTES );
		return self::MAGIC . $length . pack( 'N', crc32( $rest ) ) . $rest . $length;
	}

	/** A frame from its bytes; null when they are not one whole, undamaged frame. */
	public static function unpack( string $bytes ): ?self {
		if ( strlen( $bytes ) < self::least_bytes() || ! str_starts_with( $bytes, self::MAGIC ) ) {
			return null;
		}
		$head = unpack( 'Nlength/Ncrc/Jreceived', $bytes, 4 );
		$tail = unpack( 'Nsequence/Naccount/Cflags', $bytes, 36 );
		$rest = substr( $bytes, 12, -self::TRAILER_BYTES );
		if ( false === $head || false === $tail || strlen( $bytes ) !== $head['length'] || crc32( $rest ) !== $head['crc'] ) {
			return null;
		}
		return new self(
			$head['received'],
			Recording_Id::from_bytes( substr( $bytes, 20, 16 ) ),
			$tail['sequence'],
			$tail['account'],
			$tail['flags'],
			substr( $bytes, self::HEADER_BYTES, -self::TRAILER_BYTES )
		);
	}

	/** The body as it came; null when it was sealed with another key. */
	public function body( Cipher $cipher ): ?string {
		$facts = pack( 'J', $this->received ) . $this->recording->bytes() . pack( 'NNC', $this->sequence, $this->account, $this->flags );
		return $cipher->open( $this->sealed, self::MAGIC . $facts );
	}
}
