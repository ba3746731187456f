<?php
/**
 * Checks a change of settings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

use Candid\Privacy\Url_Scrubber;

/** Applies what was sent to the settings in force, or says which field is wrong. */
final class Settings_Validator {

	/** Most characters of an entry that was left out which are sent back. */
	private const MOST_SHOWN = 400;

	/**
	 * Settings with a change applied. Of a list the good entries are kept.
	 *
	 * @param array<mixed> $change  Some or all fields of the settings.
	 * @param Settings     $current Settings in force.
	 * @throws Invalid_Setting Then nothing may be stored.
	 */
	public function apply( array $change, Settings $current ): Settings_Change {
		$values   = $current->to_array();
		$rejected = array();
		foreach ( $change as $field => $value ) {
			if ( ! is_string( $field ) || ! Settings_Field::exists( $field ) ) {
				throw new Invalid_Setting( self::shown( (string) $field ), false );
			}
			if ( Settings_Field::is_list( $field, $value ) ) {
				list( $value, $refused ) = 'blocked_selectors' === $field ? self::good_selectors( $value ) : self::good_keys( $value );
				$rejected                = array_merge( $rejected, $refused );
			}
			if ( ! Settings_Field::is_good( $field, $value ) ) {
				throw new Invalid_Setting( $field, true );
			}
			$values[ $field ] = $value;
		}
		return new Settings_Change( Settings::from_good( $values ), $rejected );
	}

	/**
	 * Blocked selectors, trimmed, each once.
	 *
	 * @param list<string> $entries
	 * @return array{0: list<string>, 1: list<array{field: string, value: string, fault: Entry_Fault}>}
	 */
	private static function good_selectors( array $entries ): array {
		$kept     = array();
		$rejected = array();
		foreach ( $entries as $entry ) {
			$selector = trim( $entry );
			$fault    = Blocked_Selector::fault( $selector );
			if ( null !== $fault ) {
				$rejected[] = self::rejection( 'blocked_selectors', $entry, $fault );
			} elseif ( ! in_array( $selector, $kept, true ) ) {
				$kept[] = $selector;
			}
		}
		return array( $kept, $rejected );
	}

	/**
	 * Query keys without those whose values are secrets. A key against the schema, or the same twice, is a fault of the
	 * list as a whole.
	 *
	 * @param list<string> $entries
	 * @return array{0: list<string>, 1: list<array{field: string, value: string, fault: Entry_Fault}>}
	 */
	private static function good_keys( array $entries ): array {
		$kept     = array();
		$rejected = array();
		foreach ( $entries as $key ) {
			if ( Url_Scrubber::is_secret_name( $key ) ) {
				$rejected[] = self::rejection( 'allowed_query_keys', $key, Entry_Fault::Is_Secret );
			} else {
				$kept[] = $key;
			}
		}
		return array( $kept, $rejected );
	}

	/** @return array{field: string, value: string, fault: Entry_Fault} */
	private static function rejection( string $field, string $entry, Entry_Fault $fault ): array {
		return array(
			'field' => $field,
			'value' => self::shown( $entry ),
			'fault' => $fault,
		);
	}

	/** A text as it can be shown and sent back: valid UTF-8, of bounded length. */
	private static function shown( string $text ): string {
		return mb_substr( mb_scrub( $text, 'UTF-8' ), 0, self::MOST_SHOWN, 'UTF-8' );
	}
}
