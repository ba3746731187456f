<?php
/**
 * Where recordings go.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Accounts;

use Candid\Domain\Account_Key;

/** Whose account the account key names. */
enum Account_Kind: string {

	/** This site: recordings never leave it. */
	case Own = 'own';

	/** Another site that runs Candid. */
	case Candid = 'candid';

	/** The service Smartsupp. */
	case Smartsupp = 'smartsupp';

	/**
	 * Whose account a key names.
	 *
	 * @param string $key     The text that may be a key. Empty: this site's own account.
	 * @param string $own_key Key of this site's own account; empty while there is none.
	 * @return self|null Null when the text is no account key.
	 */
	public static function of( string $key, string $own_key ): ?self {
		return match ( true ) {
			'' === $key || $key === $own_key                => self::Own,
			Account_Key::is_one( $key )                     => self::Candid,
			1 === preg_match( '/\A[0-9a-f]{40}\z/', $key ) => self::Smartsupp,
			default                                         => null,
		};
	}
}
