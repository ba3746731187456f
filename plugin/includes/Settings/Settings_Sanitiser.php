<?php
/**
 * Checks a change of settings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

use Candid\Accounts\Account_Key_Finder;
use Candid\Accounts\Account_Resolver;
use Candid\Contracts\Settings_Contract;
use Candid\Privacy\Url_Scrubber;
use WP_Error;

/** Turns a request into settings, or says which field is wrong. */
final class Settings_Sanitiser {

	/**
	 * A sanitiser.
	 *
	 * @param Account_Resolver $accounts Knows this site's own key and whether wp-config.php fixes the key.
	 */
	public function __construct( private readonly Account_Resolver $accounts ) {}

	/**
	 * Settings with a change applied.
	 *
	 * @param array<mixed> $change  Some or all fields of the settings.
	 * @param Settings     $current Settings in force.
	 * @return Settings_Change|WP_Error candid_unknown_setting or candid_invalid_setting with status 400 and the field; then nothing may be stored.
	 */
	public function apply( array $change, Settings $current ): Settings_Change|WP_Error {
		$values   = $current->to_array();
		$rejected = array();

		foreach ( $change as $field => $value ) {
			if ( ! is_string( $field ) || ! Settings_Field::exists( $field ) ) {
				/* translators: %s: name of a field. */
				return $this->refusal( 'candid_unknown_setting', (string) $field, sprintf( __( 'There is no setting called "%s".', 'candid' ), $this->shown( (string) $field ) ) );
			}
			if ( 'account_key' === $field ) {
				$value = $this->key_in( $value );
				if ( $value instanceof WP_Error ) {
					return $value;
				}
			}
			if ( in_array( $field, array( 'blocked_selectors', 'allowed_query_keys' ), true ) && $this->may_be_taken_apart( $field, $value ) ) {
				list( $value, $refused ) = $this->good_entries( $field, $value );
				$rejected                = array_merge( $rejected, $refused );
			}
			$problem = Settings_Field::problem( $field, $value );
			if ( null !== $problem ) {
				return $this->refusal( 'candid_invalid_setting', $field, $problem );
			}
			$values[ $field ] = $value;
		}

		return new Settings_Change( Settings::from_good( $values ), $rejected );
	}

	/**
	 * The account key in what was sent; empty for this site's own.
	 *
	 * @param mixed $value A key, or text that holds one.
	 */
	private function key_in( mixed $value ): string|WP_Error {
		if ( ! is_string( $value ) ) {
			return $this->refusal( 'candid_invalid_setting', 'account_key', (string) Settings_Field::problem( 'account_key', $value ) );
		}
		$account = $this->accounts->account();
		$key     = '' === trim( $value ) ? '' : Account_Key_Finder::find( $value );
		if ( null === $key ) {
			return $this->refusal( 'candid_invalid_setting', 'account_key', __( 'No account key was found in account_key. A Candid key starts with cnd_, a Smartsupp key has 40 letters and digits.', 'candid' ) );
		}
		if ( $account->fixed && $key !== $account->key ) {
			return $this->refusal( 'candid_fixed_setting', 'account_key', __( 'account_key is set by CANDID_ACCOUNT_KEY in wp-config.php. Change it there.', 'candid' ) );
		}

		return $key === $account->own_key ? '' : $key;
	}

	/**
	 * Whether each entry can be judged alone; else the list as a whole is wrong.
	 *
	 * @param 'blocked_selectors'|'allowed_query_keys' $field Which list.
	 * @param mixed                                    $value What was sent.
	 * @phpstan-assert-if-true list<string> $value
	 */
	private function may_be_taken_apart( string $field, mixed $value ): bool {
		return Settings_Field::is_list_of_text( $value ) && count( $value ) <= Settings_Contract::SCHEMA['properties'][ $field ]['maxItems'];
	}

	/**
	 * Sorts entries into kept and refused. A query key against the schema, or twice, is a fault of the list as a whole.
	 *
	 * @param 'blocked_selectors'|'allowed_query_keys' $field   Which list.
	 * @param list<string>                             $entries What was sent.
	 * @return array{0: list<string>, 1: list<array{field: string, value: string, reason: string}>}
	 */
	private function good_entries( string $field, array $entries ): array {
		$kept     = array();
		$rejected = array();
		foreach ( $entries as $entry ) {
			$is_selector = 'blocked_selectors' === $field;
			$text        = $is_selector ? trim( $entry ) : $entry;
			$reason      = $is_selector ? Blocked_Selector::problem( $text ) : $this->problem_of_key( $text );
			if ( null !== $reason ) {
				$rejected[] = array(
					'field'  => $field,
					'value'  => $this->shown( $entry ),
					'reason' => $reason,
				);
			} elseif ( ! $is_selector || ! in_array( $text, $kept, true ) ) {
				$kept[] = $text;
			}
		}

		return array( $kept, $rejected );
	}

	/** Why a query key cannot be kept whatever the owner says; null when it can. */
	private function problem_of_key( string $key ): ?string {
		return Url_Scrubber::is_secret_name( $key ) ? __( 'This key carries something secret, such as a password, a log-in or an order. It cannot be kept.', 'candid' ) : null;
	}

	/** A text as it can be shown and sent back: valid UTF-8, of bounded length. */
	private function shown( string $text ): string {
		return mb_substr( wp_check_invalid_utf8( $text, true ), 0, 400, 'UTF-8' );
	}

	/** A refusal that names the field. */
	private function refusal( string $code, string $field, string $message ): WP_Error {
		return new WP_Error(
			$code,
			$message,
			array(
				'status' => 400,
				'field'  => $this->shown( $field ),
			)
		);
	}
}
