<?php
/**
 * The account the owner chose, as screens and pages need it.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Accounts;

/** Immutable answer to "where do recordings go?". */
final class Chosen_Account {

	/**
	 * @param string       $own_key    Key of this site's own account; empty while there is none.
	 * @param string       $key        Key in force; empty when a key was given that is none.
	 * @param Account_Kind $kind       Whose account that is.
	 * @param bool         $fixed      Whether the constant CANDID_ACCOUNT_KEY decides.
	 * @param string       $legal_name Legal name of who receives recordings; empty when not known.
	 * @param string       $vat_id     VAT id of who receives recordings; empty when not known.
	 */
	public function __construct(
		public readonly string $own_key,
		public readonly string $key,
		public readonly Account_Kind $kind,
		public readonly bool $fixed,
		public readonly string $legal_name,
		public readonly string $vat_id
	) {
	}

	/**
	 * The part "account" of SettingsResponse. Only for people who may manage settings: it holds the key.
	 *
	 * @return array{own_key: string, key: string, kind: string, fixed: bool, legal_name: string, vat_id: string}
	 */
	public function to_array(): array {
		return array(
			'own_key'    => $this->own_key,
			'key'        => $this->key,
			'kind'       => $this->kind->value,
			'fixed'      => $this->fixed,
			'legal_name' => $this->legal_name,
			'vat_id'     => $this->vat_id,
		);
	}
}
