<?php
/**
 * The answer of the recording policy.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Yes, with the account that recordings go to; or no, with the reason. */
final class Recording_Decision {

	private function __construct(
		public readonly ?No_Recording $reason,
		public readonly string $account_key
	) {
	}

	/** @param string $account_key Key of the account that recordings go to. */
	public static function yes( string $account_key ): self {
		return new self( null, $account_key );
	}

	public static function no( No_Recording $reason ): self {
		return new self( $reason, '' );
	}

	public function is_yes(): bool {
		return null === $this->reason;
	}

	/**
	 * The part "recording" of the route /settings.
	 *
	 * @return array{allowed: bool, reason: string} `reason` is a value of No_Recording, empty when visits are recorded.
	 */
	public function to_array(): array {
		return array(
			'allowed' => $this->is_yes(),
			'reason'  => $this->reason->value ?? '',
		);
	}
}
