<?php
/**
 * The part of the page's config that code may tighten.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Settings\Settings;

/** How much the recorder may see on this page. Filters make it less, never more. */
final class Recorder_Settings {

	/** Presets from most to least protection. */
	private const STRICTER_FIRST = array( 'strict', 'balanced', 'open' );

	/**
	 * @param bool         $inputs    Whether form inputs that are not sensitive are recorded.
	 * @param string       $preset    strict, balanced or open.
	 * @param list<string> $keep      Query keys kept in addresses.
	 * @param bool         $mask_page Whether every text of the page is masked.
	 */
	private function __construct(
		public readonly bool $inputs,
		public readonly string $preset,
		public readonly array $keep,
		public readonly bool $mask_page
	) {
	}

	/**
	 * What holds for this page, after the filter candid_recorder_settings.
	 *
	 * `apply_filters( 'candid_recorder_settings', array{inputs: bool, preset: string, keep: list<string>, maskPage: bool} $settings )`
	 * may return the same array with stricter values, or false: then this page is not recorded. Looser values
	 * are ignored, and so are unknown keys; anything that is no array counts as false.
	 *
	 * @param Settings $settings The owner's settings.
	 * @param bool     $masked   Whether the page is masked already.
	 * @return self|null Null: do not record this page.
	 */
	public static function for_page( Settings $settings, bool $masked ): ?self {
		$owner    = array(
			'inputs'   => $settings->record_inputs,
			'preset'   => $settings->preset,
			'keep'     => $settings->allowed_query_keys,
			'maskPage' => $masked,
		);
		$filtered = apply_filters( 'candid_recorder_settings', $owner );
		if ( ! is_array( $filtered ) ) {
			return null;
		}
		$filtered += $owner;
		$keep      = is_array( $filtered['keep'] ) ? array_filter( $filtered['keep'], 'is_string' ) : array();
		return new self(
			$settings->record_inputs && true === $filtered['inputs'],
			self::stricter( $settings->preset, $filtered['preset'] ),
			array_values( array_intersect( $settings->allowed_query_keys, $keep ) ),
			$masked || false !== $filtered['maskPage']
		);
	}

	/**
	 * The stricter of two presets; an unknown one counts as the strictest.
	 *
	 * @param string $owner What the owner chose.
	 * @param mixed  $code  What the filter gave.
	 */
	private static function stricter( string $owner, mixed $code ): string {
		$rank = min(
			(int) array_search( $owner, self::STRICTER_FIRST, true ),
			(int) array_search( $code, self::STRICTER_FIRST, true )
		);
		return self::STRICTER_FIRST[ $rank ];
	}
}
