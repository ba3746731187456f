<?php
/**
 * Settings and texts of consent, as the page's scripts read them.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Settings\Settings;

/**
 * The part "consent" of the page's config: the same for every visitor, for the decision is made in the visitor's browser
 * (docs/adr/0013-consent-is-decided-in-the-page.md).
 *
 * @phpstan-type Notice_Part array{
 *     script: string, place: string, colors: string, language: string, title: string, text: string, accept: string,
 *     refuse: string, close: string, more: string, policy: string
 * }
 * @phpstan-type Consent_Part array{
 *     mode: string, category: string, signals: string, version: string, script: string, erase: string, notice: Notice_Part
 * }
 */
final class Consent_Config {

	/**
	 * @param Settings $settings The owner's settings.
	 * @param bool     $inputs   Whether form inputs are recorded on this page: visitors are told so.
	 * @return Consent_Part
	 */
	public static function of_page( Settings $settings, bool $inputs ): array {
		return array(
			'mode'     => $settings->consent,
			'category' => $settings->consent_category,
			'signals'  => $settings->privacy_signals,
			'version'  => Notice_Words::version( $settings ),
			'script'   => Own_Script::address( Own_Script::DECISION ),
			'erase'    => rest_url( 'candid/v1/erasures' ),
			'notice'   => array(
				'script'   => Own_Script::address( Own_Script::NOTICE ),
				'place'    => $settings->notice_place,
				'colors'   => $settings->notice_colors,
				'language' => get_bloginfo( 'language' ),
			) + Notice_Words::of_page( $settings, $inputs, determine_locale() ) + array(
				'close'  => __( 'Close', 'candid' ),
				'more'   => __( 'Privacy policy', 'candid' ),
				'policy' => get_privacy_policy_url(),
			),
		);
	}
}
