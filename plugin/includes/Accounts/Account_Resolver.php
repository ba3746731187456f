<?php
/**
 * From settings and the constant to the account in force.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Accounts;

use Candid\Contracts\Statements_Contract;
use Candid\Domain\Recording_Policy;
use Candid\Settings\Settings_Store;

/** Knows which account recordings go to. The constant CANDID_ACCOUNT_KEY wins over the setting. No query. */
final class Account_Resolver {

	/** @param string|null $fixed_key Value of CANDID_ACCOUNT_KEY; null when the constant is not defined. */
	public function __construct(
		private readonly Settings_Store $settings,
		private readonly ?string $fixed_key
	) {
	}

	/** The value of CANDID_ACCOUNT_KEY as text; null when the constant is not defined. */
	public static function key_of_constant(): ?string {
		if ( ! defined( 'CANDID_ACCOUNT_KEY' ) ) {
			return null;
		}
		$value = constant( 'CANDID_ACCOUNT_KEY' );
		return is_string( $value ) ? trim( $value ) : 'not a key';
	}

	/** The account in force. */
	public function account(): Chosen_Account {
		$own_key = Own_Account::key();
		$key     = $this->key_in_force();
		$kind    = Account_Kind::of( $key, $own_key );
		$vendor  = Account_Kind::Smartsupp === $kind ? Statements_Contract::RULES['vendor'] : null;
		// A text that is no key counts as "elsewhere": nothing may be recorded for an account that nobody can name.
		return new Chosen_Account(
			own_key: $own_key,
			key: Account_Kind::Own === $kind ? $own_key : ( null === $kind ? '' : $key ),
			kind: $kind ?? Account_Kind::Candid,
			fixed: null !== $this->fixed_key,
			legal_name: $vendor['company'] ?? '',
			vat_id: $vendor['vatId'] ?? ''
		);
	}

	/** The policy of this site now: it is to be asked for anew whenever settings may have changed. */
	public function policy(): Recording_Policy {
		$own_key  = Own_Account::key();
		$key      = $this->key_in_force();
		$kind     = Account_Kind::of( $key, $own_key );
		$settings = $this->settings->read();
		return new Recording_Policy(
			$settings->recording,
			$own_key,
			null === $kind ? null : ( Account_Kind::Own === $kind ? $own_key : $key ),
			'skip' === $settings->logged_in
		);
	}

	/**
	 * The value of the setting account_key for a key somebody entered.
	 *
	 * @param string $entered A bare account key, in either case of letters; empty for this site's own account.
	 * @return string|Account_Refusal The key; empty for this site's own account.
	 */
	public function choose( string $entered ): string|Account_Refusal {
		$key     = strtolower( trim( $entered ) );
		$account = $this->account();
		if ( null === Account_Kind::of( $key, $account->own_key ) ) {
			return Account_Refusal::Not_A_Key;
		}
		$is_own = '' === $key || $key === $account->own_key;
		if ( $account->fixed && ( $is_own ? $account->own_key : $key ) !== $account->key ) {
			return Account_Refusal::Fixed;
		}
		return $is_own ? '' : $key;
	}

	private function key_in_force(): string {
		return $this->fixed_key ?? $this->settings->read()->account_key;
	}
}
