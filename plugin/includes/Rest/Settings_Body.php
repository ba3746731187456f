<?php
/**
 * The body of a request that changes settings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Contracts\Settings_Contract;
use Candid\Settings\Settings_Field;
use WP_Error;

/** Tells what is wrong with a body before its settings are looked at. WordPress itself only says "invalid JSON". */
final class Settings_Body {

	/** Above every honest request: 100 entries of 200 characters, and the rest. */
	private const MAX_BYTES = 65536;

	/** A body that is too large, or holds bytes that are no text; null when it can be decoded. */
	public static function problem( string $body ): ?WP_Error {
		if ( strlen( $body ) > self::MAX_BYTES ) {
			return Answers::refusal( 'candid_settings_too_large', self::largest_field( $body ), __( 'These settings are too large to store.', 'candid' ) );
		}
		if ( mb_check_encoding( $body, 'UTF-8' ) ) {
			return null;
		}
		return Answers::refusal( 'candid_invalid_setting', self::broken_field( $body ), __( 'The settings hold bytes that are no UTF-8 text.', 'candid' ) );
	}

	/** @return array<string, mixed>|WP_Error */
	public static function decode( string $body ): array|WP_Error {
		$change = json_decode( $body, true );
		if ( is_array( $change ) && str_starts_with( ltrim( $body ), '{' ) ) {
			return $change;
		}
		$message = __( 'Send the settings to change as one JSON object, with Content-Type: application/json.', 'candid' );
		return Answers::refusal( 'candid_invalid_body', '', $message );
	}

	/** The first field whose value holds broken bytes. */
	private static function broken_field( string $body ): string {
		$fields = json_decode( $body, true, 16, JSON_INVALID_UTF8_SUBSTITUTE );
		foreach ( is_array( $fields ) ? $fields : array() as $field => $value ) {
			if ( Settings_Field::exists( (string) $field ) && str_contains( (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE ), "\u{FFFD}" ) ) {
				return (string) $field;
			}
		}
		return '';
	}

	/** The field that takes most room. Not decoded: a body this large is not trusted with memory. */
	private static function largest_field( string $body ): string {
		$places = array();
		foreach ( array_keys( Settings_Contract::DEFAULTS ) as $field ) {
			$place = strpos( $body, '"' . $field . '"' );
			if ( false !== $place ) {
				$places[ $field ] = $place;
			}
		}
		arsort( $places );
		$largest = '';
		$most    = 0;
		$end     = strlen( $body );
		foreach ( $places as $field => $place ) {
			if ( $end - $place > $most ) {
				$most    = $end - $place;
				$largest = $field;
			}
			$end = $place;
		}
		return $largest;
	}
}
