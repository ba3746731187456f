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

	/** Digits of Crockford's base 32: none is mistaken for another when a code is read out. */
	private const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

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

	/**
	 * Code that a visitor gets when the recording is erased: three groups of four letters and digits. Made from the id by a
	 * hash: nothing has to be stored for it, and from the code no id can be made.
	 */
	public function receipt(): string {
		$code = '';
		foreach ( str_split( substr( hash( 'sha256', 'candid receipt ' . $this->bytes(), true ), 0, 12 ) ) as $byte ) {
			$code .= self::DIGITS[ ord( $byte ) & 31 ];
		}
		return implode( '-', str_split( $code, 4 ) );
	}

	/** The 16 bytes. */
	public function bytes(): string {
		return (string) hex2bin( $this->hex );
	}
}
