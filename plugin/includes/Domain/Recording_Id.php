<?php
/**
 * The name of a recording.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** First 16 bytes of the SHA-256 of a recording key. Knowing it lets nobody add to the recording. */
final class Recording_Id {

	private function __construct( public readonly string $hex ) {
	}

	/**
	 * @param string $hex 32 lower-case hexadecimal digits.
	 * @throws Malformed When it is anything else.
	 */
	public static function from_hex( string $hex ): self {
		if ( 1 !== preg_match( '/\A[0-9a-f]{32}\z/', $hex ) ) {
			throw new Malformed( 'id', 'A recording id has 32 hexadecimal digits.' );
		}
		return new self( $hex );
	}

	/** @param string $bytes 16 bytes. */
	public static function from_bytes( string $bytes ): self {
		return self::from_hex( bin2hex( $bytes ) );
	}

	/** The 16 bytes. */
	public function bytes(): string {
		return (string) hex2bin( $this->hex );
	}
}
