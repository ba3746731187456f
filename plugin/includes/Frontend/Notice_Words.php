<?php
/**
 * Texts of the notice.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Settings\Settings;

/** Candid's own words in the language of the page, and the owner's in their place where there are any. */
final class Notice_Words {

	/** To be raised when the meaning of Candid's own words changes: whoever agreed before is asked anew. */
	private const EDITION = 1;

	/**
	 * The words on a page.
	 *
	 * @param Settings $settings The owner's settings.
	 * @param bool     $inputs   Whether form inputs are recorded.
	 * @param string   $locale   Locale of the page, e.g. "pl_PL".
	 * @return array{title: string, text: string, accept: string, refuse: string}
	 */
	public static function of_page( Settings $settings, bool $inputs, string $locale ): array {
		$words    = self::own( $inputs );
		$language = strtolower( (string) preg_replace( '/[^A-Za-z].*/', '', $locale ) );
		foreach ( $settings->notice_texts as $texts ) {
			if ( $texts['language'] === $language ) {
				unset( $texts['language'] );
				return array_filter( array_map( 'trim', $texts ), static fn( string $text ): bool => '' !== $text ) + $words;
			}
		}
		return $words;
	}

	/**
	 * Version of what a visitor agrees to, the same in every language: of the words, and of whether form inputs are recorded.
	 */
	public static function version( Settings $settings ): string {
		return substr( hash( 'sha256', (string) wp_json_encode( array( self::EDITION, $settings->record_inputs, $settings->notice_texts ) ) ), 0, 8 );
	}

	/** @return array{title: string, text: string, accept: string, refuse: string} */
	public static function own( bool $inputs ): array {
		return array(
			'title'  => __( 'May we record this visit?', 'candid' ),
			'text'   => $inputs
				? __( 'We would like to record how you use this site: the pages you see, clicks, scrolling, and what you enter into forms, except passwords, card numbers and other sensitive fields. Recordings stay on this site and help us improve it. You can change your mind at any time.', 'candid' )
				: __( 'We would like to record how you use this site: the pages you see, clicks and scrolling, but not what you enter into forms. Recordings stay on this site and help us improve it. You can change your mind at any time.', 'candid' ),
			'accept' => __( 'Allow recording', 'candid' ),
			'refuse' => __( 'Do not record', 'candid' ),
		);
	}
}
