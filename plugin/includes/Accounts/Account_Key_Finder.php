<?php
/**
 * Finds an account key in what somebody pasted.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Accounts;

/** Reads a key out of a key, a snippet, a link or a sentence. The admin page does the same in TypeScript. */
final class Account_Key_Finder {

	/** More than this is no snippet, characters. */
	public const MAX_PASTED = 20000;

	private const CANDID_KEY    = 'cnd_[a-z0-9]{32}';
	private const SMARTSUPP_KEY = '[0-9a-f]{40}';

	/** Whether the text is exactly one account key. */
	public static function is_key( string $text ): bool {
		return 1 === preg_match( '/\A(?:' . self::CANDID_KEY . '|' . self::SMARTSUPP_KEY . ')\z/', $text );
	}

	/** Whether the text is exactly one Smartsupp key. */
	public static function is_smartsupp_key( string $text ): bool {
		return 1 === preg_match( '/\A' . self::SMARTSUPP_KEY . '\z/', $text );
	}

	/**
	 * The account key in a pasted text.
	 *
	 * Places that name the key (a loader snippet, a link) are looked at first; then a Candid key anywhere;
	 * then a Smartsupp key that stands alone. Two different keys of one place are no answer.
	 *
	 * @param string $pasted A key, a loader snippet, a link with key=…, or text around a key.
	 * @return string|null The key; null when there is none, or more than one.
	 */
	public static function find( string $pasted ): ?string {
		$text = trim( $pasted );
		if ( '' === $text || strlen( $text ) > self::MAX_PASTED ) {
			return null;
		}
		if ( self::is_key( strtolower( $text ) ) ) {
			return strtolower( $text );
		}

		$places = array(
			'/_smartsupp\s*(?:\.\s*key|\[\s*["\']key["\']\s*\])\s*=\s*["\'](' . self::SMARTSUPP_KEY . ')["\']/i',
			'/(?:[?&#;]|&amp;|\b)key(?:=|%3d)(' . self::CANDID_KEY . '|' . self::SMARTSUPP_KEY . ')(?![a-z0-9])/i',
			'/(?<![a-z0-9_])(' . self::CANDID_KEY . ')(?![a-z0-9])/i',
			'/(?<![a-z0-9_-])(' . self::SMARTSUPP_KEY . ')(?![a-z0-9_-])/i',
		);
		foreach ( $places as $pattern ) {
			$count = preg_match_all( $pattern, $text, $found );
			if ( false === $count || 0 === $count ) {
				continue;
			}
			$keys = array_values( array_unique( array_map( 'strtolower', $found[1] ) ) );

			return 1 === count( $keys ) ? $keys[0] : null;
		}

		return null;
	}
}
