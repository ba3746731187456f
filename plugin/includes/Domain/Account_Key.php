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

	/** Whether a text is a Candid account key. */
	public static function is_one( string $text ): bool {
		return 1 === preg_match( '/\Acnd_[a-z0-9]{32}\z/', $text );
	}

	/** A new random key: 32 of 36 letters, about 165 bits. */
	public static function create(): self {
		$text = self::PREFIX;
		for ( $i = 0; $i < 32; $i++ ) {
			$text .= self::LETTERS[ random_int( 0, 35 ) ];
		}
		return new self( $text );
	}
}
