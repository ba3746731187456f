<?php
/**
 * What the owner chose, typed.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

use Candid\Contracts\Settings_Contract;

/**
 * Immutable settings. Shapes and defaults come from plugin/schemas/settings.json.
 *
 * @phpstan-type Notice_Words array{language: string, title: string, text: string, accept: string, refuse: string}
 */
final class Settings {

	/**
	 * @param bool         $recording          Whether visits are recorded.
	 * @param string       $consent            How visitors agree: ask, plugin or without.
	 * @param string       $consent_category   Category of the WP Consent API.
	 * @param string       $privacy_signals    What Global Privacy Control and Do Not Track mean: obey, yes_wins or ignore.
	 * @param string       $notice_place       bar, corner or inline.
	 * @param string       $notice_colors      theme, light or dark.
	 * @param list<Notice_Words> $notice_texts The owner's words for the notice, by language.
	 * @param string       $account_key        Where recordings go; empty: this site's own account.
	 * @param bool         $record_inputs      Whether form inputs that are not sensitive are recorded.
	 * @param string       $preset             strict, balanced or open.
	 * @param string       $logged_in          Visitors who are logged in: skip, mask or same.
	 * @param list<string> $blocked_selectors  CSS selectors of elements that are never recorded.
	 * @param list<string> $allowed_query_keys Query keys kept in recorded addresses.
	 */
	private function __construct(
		public readonly bool $recording,
		public readonly string $consent,
		public readonly string $consent_category,
		public readonly string $privacy_signals,
		public readonly string $notice_place,
		public readonly string $notice_colors,
		public readonly array $notice_texts,
		public readonly string $account_key,
		public readonly bool $record_inputs,
		public readonly string $preset,
		public readonly string $logged_in,
		public readonly array $blocked_selectors,
		public readonly array $allowed_query_keys
	) {
	}

	/**
	 * Settings out of an option of unknown state.
	 *
	 * A field that is missing, of a wrong type or against the schema falls back to its default, which is the
	 * most private value it has. A list of blocked selectors that cannot be trusted switches recording off:
	 * a page is rather not recorded than recorded without the protection somebody asked for.
	 *
	 * @param mixed $stored What the database gave.
	 */
	public static function from_stored( mixed $stored ): self {
		$stored = is_array( $stored ) ? $stored : array();
		$good   = Settings_Contract::DEFAULTS;
		foreach ( array_keys( $good ) as $field ) {
			if ( array_key_exists( $field, $stored ) && Settings_Field::is_good( $field, $stored[ $field ] ) ) {
				$good[ $field ] = $stored[ $field ];
			}
		}
		$lost_protection = array_key_exists( 'blocked_selectors', $stored ) && $good['blocked_selectors'] !== $stored['blocked_selectors'];
		$lost_account    = array_key_exists( 'account_key', $stored ) && $good['account_key'] !== $stored['account_key'];
		return self::from_good( array( 'recording' => $good['recording'] && ! $lost_protection && ! $lost_account ) + $good );
	}

	/**
	 * Settings out of values that were checked.
	 *
	 * @param array<string, mixed> $values Every field, each accepted by Settings_Field.
	 */
	public static function from_good( array $values ): self {
		return new self(
			true === $values['recording'],
			self::text( $values['consent'] ),
			self::text( $values['consent_category'] ),
			self::text( $values['privacy_signals'] ),
			self::text( $values['notice_place'] ),
			self::text( $values['notice_colors'] ),
			self::words( $values['notice_texts'] ),
			self::text( $values['account_key'] ),
			true === $values['record_inputs'],
			self::text( $values['preset'] ),
			self::text( $values['logged_in'] ),
			self::texts( $values['blocked_selectors'] ),
			self::texts( $values['allowed_query_keys'] ),
		);
	}

	/**
	 * The settings as the option and the REST route carry them.
	 *
	 * @return array{recording: bool, consent: string, consent_category: string, privacy_signals: string, notice_place: string, notice_colors: string, notice_texts: list<Notice_Words>, account_key: string, record_inputs: bool, preset: string, logged_in: string, blocked_selectors: list<string>, allowed_query_keys: list<string>}
	 */
	public function to_array(): array {
		return array(
			'recording'          => $this->recording,
			'consent'            => $this->consent,
			'consent_category'   => $this->consent_category,
			'privacy_signals'    => $this->privacy_signals,
			'notice_place'       => $this->notice_place,
			'notice_colors'      => $this->notice_colors,
			'notice_texts'       => $this->notice_texts,
			'account_key'        => $this->account_key,
			'record_inputs'      => $this->record_inputs,
			'preset'             => $this->preset,
			'logged_in'          => $this->logged_in,
			'blocked_selectors'  => $this->blocked_selectors,
			'allowed_query_keys' => $this->allowed_query_keys,
		);
	}

	/** A checked text, for the type system. */
	private static function text( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}

	/**
	 * Checked words of the notice, each language once: of two the first counts.
	 *
	 * @return list<Notice_Words>
	 */
	private static function words( mixed $value ): array {
		$words = array();
		foreach ( is_array( $value ) ? $value : array() as $one ) {
			$one      = array_map( array( self::class, 'text' ), is_array( $one ) ? $one : array() );
			$language = $one['language'] ?? '';
			$words   += array(
				$language => array(
					'language' => $language,
					'title'    => $one['title'] ?? '',
					'text'     => $one['text'] ?? '',
					'accept'   => $one['accept'] ?? '',
					'refuse'   => $one['refuse'] ?? '',
				),
			);
		}
		return array_values( $words );
	}

	/**
	 * A checked list of texts, for the type system.
	 *
	 * @param mixed $value The value.
	 * @return list<string>
	 */
	private static function texts( mixed $value ): array {
		return is_array( $value ) ? array_values( array_filter( $value, 'is_string' ) ) : array();
	}
}
