<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Languages;

use Candid\Tests\Integration\Site_Case;

/** The shipped translations, found by WordPress itself. Needs the compiled ones: node tools/build/index.mjs languages. */
final class Languages_Test extends Site_Case {

	protected function tearDown(): void {
		unload_textdomain( 'candid', true );
		parent::tearDown();
	}

	public function test_wordpress_finds_the_shipped_translations_without_being_asked_to_load_them(): void {
		foreach ( array( 'es_ES' => 'Ajustes', 'pl_PL' => 'Ustawienia', 'de_DE' => 'Settings' ) as $locale => $settings ) {
			unload_textdomain( 'candid', true );
			remove_all_filters( 'locale' );
			add_filter( 'locale', static fn(): string => $locale );
			self::assertSame( $settings, __( 'Settings', 'candid' ), $locale );
		}
	}
}
