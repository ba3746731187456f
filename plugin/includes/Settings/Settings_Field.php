<?php
/**
 * One field of the settings against the schema.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

use Candid\Contracts\Settings_Contract;
use Candid\Domain\Malformed;
use Candid\Domain\Schema_Check;

/** Nothing is coerced: "1" is no switch, and "a,b" is no list. */
final class Settings_Field {

	/** Whether there is a setting of that name. */
	public static function exists( string $field ): bool {
		return array_key_exists( $field, Settings_Contract::SCHEMA['properties'] );
	}

	/**
	 * Whether a value may be stored.
	 *
	 * @param string $field Name of a setting that exists.
	 */
	public static function is_good( string $field, mixed $value ): bool {
		try {
			// Lists of objects come as arrays, from the option as from a request; the check tells objects and lists apart.
			$value = is_array( $value ) ? json_decode( (string) wp_json_encode( $value ) ) : $value;
			Schema_Check::check( $value, Settings_Contract::SCHEMA['properties'][ $field ], $field );
			return true;
		} catch ( Malformed $fault ) {
			return false;
		}
	}

	/**
	 * Whether a value is a list of texts, not longer than the schema allows, so that each entry can be judged alone.
	 *
	 * @param string $field Name of a setting that exists.
	 * @phpstan-assert-if-true list<string> $value
	 */
	public static function is_list( string $field, mixed $value ): bool {
		$rule = Settings_Contract::SCHEMA['properties'][ $field ];
		return 'array' === $rule['type']
			&& 'string' === $rule['items']['type']
			&& is_array( $value )
			&& array_is_list( $value )
			&& count( $value ) <= $rule['maxItems']
			&& array_filter( $value, 'is_string' ) === $value;
	}
}
