<?php
/**
 * What the loader and the recorder read from the page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Contracts\Front_Config_Contract;
use Candid\Domain\No_Recording;
use Candid\Settings\Settings;

/**
 * Builds the JSON of plugin/schemas/front-config.json: the same for every visitor of a page.
 *
 * @phpstan-import-type Consent_Part from Consent_Config
 * @phpstan-type Config array{
 *     v: int, door: string, key: string, recorder: string, inputs: bool, preset: string,
 *     block: list<string>, keep: list<string>, maskPage: bool, loggedIn: string,
 *     open: list<string>, search: list<string>, consent: Consent_Part
 * }
 */
final class Front_Config {

	/**
	 * The config of this page.
	 *
	 * @param Settings $settings    The owner's settings.
	 * @param string   $account_key Key of the account recordings go to.
	 * @param bool     $masked      Whether all text of this page is masked.
	 * @return Config|No_Recording
	 *         No_Recording: code keeps this page out.
	 */
	public function of_page( Settings $settings, string $account_key, bool $masked ): array|No_Recording {
		$block = $this->blocked( $settings->blocked_selectors );
		if ( null === $block ) {
			return No_Recording::Unknown_Blocks;
		}
		$part = Recorder_Settings::for_page( $settings, $masked );
		if ( null === $part ) {
			return No_Recording::Left_Out;
		}
		return array(
			'v'        => Front_Config_Contract::SCHEMA['properties']['v']['enum'][0],
			'door'     => rest_url( 'candid/v1/segments' ),
			'key'      => $account_key,
			'recorder' => Own_Script::address( $part->inputs ? Own_Script::RECORDER_WITH_INPUTS : Own_Script::RECORDER ),
			'inputs'   => $part->inputs,
			'preset'   => $part->preset,
			'block'    => $block,
			'keep'     => $part->keep,
			'maskPage' => $part->mask_page,
			'loggedIn' => $settings->logged_in,
			'open'     => Open_Pages::digests(),
			'search'   => Search_Addresses::bases(),
			'consent'  => Consent_Config::of_page( $settings, $part->inputs ),
		);
	}

	/**
	 * The owner's selectors and those of code.
	 *
	 * `apply_filters( 'candid_blocked_selectors', list<string> $selectors )` may add selectors. It cannot take
	 * away what the owner blocked. A return value that is no list of texts, or has a text with bytes that are no
	 * UTF-8, stops recording of the page: what was to be blocked is then unknown.
	 *
	 * @param list<string> $owner The owner's selectors.
	 * @return list<string>|null
	 */
	private function blocked( array $owner ): ?array {
		$filtered = apply_filters( 'candid_blocked_selectors', $owner );
		$is_text  = static fn( mixed $one ): bool => is_string( $one ) && mb_check_encoding( $one, 'UTF-8' );
		if ( ! is_array( $filtered ) || array_filter( $filtered, $is_text ) !== $filtered ) {
			$message = esc_html__( 'The filter must return a list of CSS selectors. This page is not recorded.', 'candid' );
			_doing_it_wrong( 'candid_blocked_selectors', $message, '0.1.0' ); // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped above.
			return null;
		}
		return array_values( array_unique( array_merge( $owner, array_values( $filtered ) ) ) );
	}
}
