<?php
/**
 * Where keys come from.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Gives keys made from the site's data key, one per purpose, so that no two uses share a key. */
interface Key_Source {

	/**
	 * A cipher for one purpose.
	 *
	 * @param string $purpose "inbox" or "vault".
	 * @throws Unavailable When the data key is missing or damaged; Health\Fault_Text says what to do.
	 */
	public function cipher( string $purpose ): Cipher;
}
