<?php
/**
 * A change of settings that cannot be stored.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

/** Names the field; the route /settings has the sentences. */
final class Invalid_Setting extends \DomainException {

	/**
	 * @param string $field    Name of the setting, as it was sent.
	 * @param bool   $is_known Whether there is a setting of that name.
	 */
	public function __construct(
		public readonly string $field,
		public readonly bool $is_known
	) {
		parent::__construct( $is_known ? 'The value of a setting is against the schema.' : 'There is no such setting.' );
	}
}
