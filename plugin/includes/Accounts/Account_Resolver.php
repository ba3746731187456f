<?php
/**
 * From settings and the constant to the account in force.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Accounts;

use Candid\Contracts\Statements_Contract;
use Candid\Settings\Settings_Store;
use Closure;

/** Decides which account recordings go to. The constant CANDID_ACCOUNT_KEY wins over the setting. */
final class Account_Resolver {

	/**
	 * A resolver.
	 *
	 * @param Settings_Store $store     The owner's settings.
	 * @param Closure        $own_key   Gives the key of this site's own account, a string; called only when needed.
	 * @param string|null    $fixed_key Value of CANDID_ACCOUNT_KEY; null when it is not defined.
	 */
	public function __construct(
		private readonly Settings_Store $store,
		private readonly Closure $own_key,
		private readonly ?string $fixed_key,
	) {}

	/** The value of CANDID_ACCOUNT_KEY as text; null when the constant is not defined. */
	public static function key_of_constant(): ?string {
		if ( ! defined( 'CANDID_ACCOUNT_KEY' ) ) {
			return null;
		}
		$value = constant( 'CANDID_ACCOUNT_KEY' );

		return is_string( $value ) ? trim( $value ) : 'not a key';
	}

	/** Whether wp-config.php fixes a value that is no account key; then nothing is recorded. */
	public function has_unusable_constant(): bool {
		return null !== $this->fixed_key && '' !== $this->fixed_key && ! Account_Key_Finder::is_key( $this->fixed_key );
	}

	/** The account in force. */
	public function account(): Chosen_Account {
		$own_key = ( $this->own_key )();
		$own_key = is_string( $own_key ) ? $own_key : '';
		$fixed   = null !== $this->fixed_key;
		$key     = $this->fixed_key ?? $this->store->read()->account_key;

		if ( '' === $key || ( '' !== $own_key && $key === $own_key ) ) {
			return new Chosen_Account( $own_key, $own_key, Account_Kind::Own, $fixed, '', '' );
		}
		if ( Account_Key_Finder::is_smartsupp_key( $key ) ) {
			$vendor = Statements_Contract::RULES['vendor'];
			return new Chosen_Account( $own_key, $key, Account_Kind::Smartsupp, $fixed, $vendor['company'], $vendor['vatId'] );
		}

		// A value that is no key at all counts as "elsewhere": nothing may be recorded for an account nobody can name.
		return new Chosen_Account( $own_key, Account_Key_Finder::is_key( $key ) ? $key : '', Account_Kind::Candid, $fixed, '', '' );
	}
}
