<?php
/**
 * Our own small reader of JSON Schema.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * Checks a decoded value against a generated schema, without WordPress.
 *
 * Stricter than rest_validate_value_from_schema, which coerces ("1" passes there as an integer): nothing is coerced
 * here, objects and lists are told apart, and text must be valid UTF-8. Knows the keywords our schemas use: type,
 * enum, required, properties, additionalProperties, items, minItems, maxItems, uniqueItems, minimum, maximum, minLength,
 * maxLength, pattern.
 */
final class Schema_Check {

	/**
	 * @param mixed                $value  Decoded with objects as stdClass, so that {} and [] differ.
	 * @param array<string, mixed> $schema A schema of Contracts.
	 * @param string               $field  Name of the value in messages.
	 * @throws Malformed Names the first part that is wrong.
	 */
	public static function check( mixed $value, array $schema, string $field ): void {
		self::check_type( $value, $schema, $field );
		if ( isset( $schema['enum'] ) && is_array( $schema['enum'] ) && ! in_array( $value, $schema['enum'], true ) ) {
			throw new Malformed( $field, sprintf( '%s must be one of: %s.', $field, implode( ', ', array_map( 'strval', $schema['enum'] ) ) ) );
		}
		if ( $value instanceof \stdClass ) {
			self::check_object( $value, $schema, $field );
		} elseif ( is_array( $value ) ) {
			self::check_list( array_values( $value ), $schema, $field );
		} elseif ( is_string( $value ) ) {
			self::check_text( $value, $schema, $field );
		} elseif ( is_int( $value ) || is_float( $value ) ) {
			self::check_number( $value, $schema, $field );
		}
	}

	/** @param array<string, mixed> $schema */
	private static function check_type( mixed $value, array $schema, string $field ): void {
		$right = match ( $schema['type'] ?? null ) {
			'object'  => $value instanceof \stdClass,
			'array'   => is_array( $value ) && array_is_list( $value ),
			'string'  => is_string( $value ),
			'integer' => is_int( $value ),
			'number'  => is_int( $value ) || is_float( $value ),
			'boolean' => is_bool( $value ),
			default   => true,
		};
		if ( ! $right ) {
			$type = is_string( $schema['type'] ?? null ) ? $schema['type'] : '';
			throw new Malformed( $field, sprintf( '%s must be of the type %s.', $field, $type ) );
		}
	}

	/** @param array<string, mixed> $schema */
	private static function check_object( \stdClass $value, array $schema, string $field ): void {
		$found      = get_object_vars( $value );
		$properties = is_array( $schema['properties'] ?? null ) ? $schema['properties'] : array();
		foreach ( is_array( $schema['required'] ?? null ) ? $schema['required'] : array() as $name ) {
			if ( is_string( $name ) && ! array_key_exists( $name, $found ) ) {
				throw new Malformed( "$field.$name", "$field.$name is missing." );
			}
		}
		foreach ( $found as $name => $part ) {
			if ( isset( $properties[ $name ] ) && is_array( $properties[ $name ] ) ) {
				self::check( $part, $properties[ $name ], "$field.$name" );
			} elseif ( false === ( $schema['additionalProperties'] ?? true ) ) {
				// The name comes from the sender: shown only when it is an ordinary word.
				$shown = 1 === preg_match( '/\A\w{1,40}\z/', (string) $name ) ? "$field.$name" : $field;
				throw new Malformed( $shown, "$field has a field that is not known." );
			}
		}
	}

	/**
	 * @param list<mixed>          $value
	 * @param array<string, mixed> $schema
	 */
	private static function check_list( array $value, array $schema, string $field ): void {
		$least = is_int( $schema['minItems'] ?? null ) ? $schema['minItems'] : 0;
		$most  = is_int( $schema['maxItems'] ?? null ) ? $schema['maxItems'] : PHP_INT_MAX;
		if ( count( $value ) < $least || count( $value ) > $most ) {
			throw new Malformed( $field, "$field has too few or too many items." );
		}
		if ( true === ( $schema['uniqueItems'] ?? false ) && count( array_unique( array_map( 'serialize', $value ) ) ) < count( $value ) ) {
			throw new Malformed( $field, "$field has the same item twice." );
		}
		if ( is_array( $schema['items'] ?? null ) ) {
			foreach ( $value as $i => $item ) {
				self::check( $item, $schema['items'], "{$field}[$i]" );
			}
		}
	}

	/** @param array<string, mixed> $schema */
	private static function check_text( string $value, array $schema, string $field ): void {
		if ( ! mb_check_encoding( $value, 'UTF-8' ) ) {
			throw new Malformed( $field, "$field is not valid UTF-8." );
		}
		// JSON Schema counts characters, and so does the browser's validator.
		$length = mb_strlen( $value, 'UTF-8' );
		if ( is_int( $schema['maxLength'] ?? null ) && $length > $schema['maxLength'] ) {
			throw new Malformed( $field, sprintf( '%s must have at most %d characters.', $field, $schema['maxLength'] ) );
		}
		if ( is_int( $schema['minLength'] ?? null ) && $length < $schema['minLength'] ) {
			throw new Malformed( $field, sprintf( '%s must have at least %d characters.', $field, $schema['minLength'] ) );
		}
		if ( is_string( $schema['pattern'] ?? null ) && 1 !== preg_match( '~' . str_replace( '~', '\~', $schema['pattern'] ) . '~uD', $value ) ) {
			throw new Malformed( $field, "$field does not have the form it must have." );
		}
	}

	/** @param array<string, mixed> $schema */
	private static function check_number( int|float $value, array $schema, string $field ): void {
		$least = $schema['minimum'] ?? null;
		$most  = $schema['maximum'] ?? null;
		if ( ( is_numeric( $least ) && $value < $least ) || ( is_numeric( $most ) && $value > $most ) ) {
			throw new Malformed( $field, "$field is out of its range." );
		}
	}
}
