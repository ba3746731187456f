<?php
/**
 * The public name of an account.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** `cnd_` and 32 letters or digits. Public and write-only: it stands in every page and lets nobody read. */
final class Account_Key {

	public const PREFIX   = 'cnd_';
	private const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

	private function __construct( public readonly string $text ) {
	}

	/** @throws Malformed When it is not a Candid key. */
	public static function parse( string $text ): self {
		if ( 1 !== preg_match( '/\Acnd_[a-z0-9]{32}\z/', $text ) ) {
			throw new Malformed( 'accountKey', 'An account key is "cnd_" and 32 letters or digits.' );
		}
		return new self( $text );
	}

	/** A new random key: 32 of 36 letters, about 165 bits. */
	public static function create(): self {
		$text = self::PREFIX;
		for ( $i = 0; $i < 32; $i++ ) {
			$text .= self::LETTERS[ random_int( 0, 35 ) ];
		}
		return new self( $text );
	}

	public function equals( string $text ): bool {
		return hash_equals( $this->text, $text );
	}
}
