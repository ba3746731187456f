<?php
/**
 * One field of the settings against the schema.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

use Candid\Contracts\Settings_Contract;
use WP_Error;

/**
 * Checks a value strictly.
 *
 * WordPress' own validator forgives much ("1" is a boolean to it, "a,b" a list) and its patterns let a
 * final line break through. Types and control characters are therefore looked at here first.
 */
final class Settings_Field {

	/** Whether there is a setting of that name. */
	public static function exists( string $field ): bool {
		return array_key_exists( $field, Settings_Contract::SCHEMA['properties'] );
	}

	/**
	 * What is wrong with a value.
	 *
	 * @param string $field Name of a setting that exists.
	 * @param mixed  $value The value.
	 * @return string|null The reason, naming the field; null when the value is good.
	 */
	public static function problem( string $field, mixed $value ): ?string {
		$schema = Settings_Contract::SCHEMA['properties'][ $field ];
		$type   = $schema['type'];

		if ( 'boolean' === $type && ! is_bool( $value ) ) {
			/* translators: %s: name of a setting. */
			return sprintf( __( '%s must be true or false.', 'candid' ), $field );
		}
		if ( 'string' === $type && ! is_string( $value ) ) {
			/* translators: %s: name of a setting. */
			return sprintf( __( '%s must be text.', 'candid' ), $field );
		}
		if ( 'array' === $type && ! self::is_list_of_text( $value ) ) {
			/* translators: %s: name of a setting. */
			return sprintf( __( '%s must be a list of texts.', 'candid' ), $field );
		}
		foreach ( (array) $value as $text ) {
			if ( is_string( $text ) && self::has_bad_bytes( $text ) ) {
				/* translators: %s: name of a setting. */
				return sprintf( __( '%s holds characters that cannot be stored.', 'candid' ), $field );
			}
		}

		$checked = rest_validate_value_from_schema( $value, $schema, $field );

		return $checked instanceof WP_Error ? $checked->get_error_message() : null;
	}

	/** Whether a text is not UTF-8 or holds control characters. */
	public static function has_bad_bytes( string $text ): bool {
		return 1 !== preg_match( '/\A[^\x00-\x1F\x7F]*\z/u', $text );
	}

	/**
	 * Whether a value is a list of texts.
	 *
	 * @param mixed $value The value.
	 * @phpstan-assert-if-true list<string> $value
	 */
	public static function is_list_of_text( mixed $value ): bool {
		return is_array( $value ) && array_is_list( $value ) && array_filter( $value, 'is_string' ) === $value;
	}
}
