<?php
/**
 * Encryption.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * AES-256-GCM with a random nonce: the one authenticated cipher that every PHP we run on has (Playground has no sodium).
 * Sealed bytes are nonce (12), tag (16), ciphertext.
 */
final class Cipher {

	public const KEY_BYTES = 32;
	public const OVERHEAD  = 28;
	private const NAME     = 'aes-256-gcm';

	/** @param string $key 32 bytes. */
	public function __construct( #[\SensitiveParameter] private readonly string $key ) {
		if ( self::KEY_BYTES !== strlen( $key ) ) {
			throw new \LengthException( 'A key has 32 bytes.' );
		}
	}

	/**
	 * A cipher of its own for one recording, spool or folder, made from this key by HKDF.
	 *
	 * @param string $context What it is for; another context gives an unrelated key.
	 */
	public function derive( string $context ): self {
		return new self( hash_hkdf( 'sha256', $this->key, self::KEY_BYTES, $context ) );
	}

	/**
	 * @param string $plain      What to hide.
	 * @param string $associated What the bytes belong to; must be the same at open().
	 */
	public function seal( #[\SensitiveParameter] string $plain, string $associated ): string {
		$nonce  = random_bytes( 12 );
		$tag    = '';
		$sealed = openssl_encrypt( $plain, self::NAME, $this->key, OPENSSL_RAW_DATA, $nonce, $tag, $associated, 16 );
		if ( false === $sealed ) {
			throw new Unavailable( Fault::Cipher_Failed );
		}
		return $nonce . $tag . $sealed;
	}

	/** The plain bytes; null when the key, the bytes or what they belong to is wrong. */
	public function open( string $sealed, string $associated ): ?string {
		if ( strlen( $sealed ) < self::OVERHEAD ) {
			return null;
		}
		$plain = openssl_decrypt( substr( $sealed, self::OVERHEAD ), self::NAME, $this->key, OPENSSL_RAW_DATA, substr( $sealed, 0, 12 ), substr( $sealed, 12, 16 ), $associated );
		return false === $plain ? null : $plain;
	}
}
