<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Frontend;

use Candid\Frontend\Consent_Link;
use Candid\Frontend\Page_Facts;
use Candid\Tests\Integration\Site_Case;

/** The button by which visitors change their answer. */
final class Consent_Link_Test extends Site_Case {

	private function printed( string $content ): string {
		( new Consent_Link( new Page_Facts() ) )->register_hooks();
		return do_shortcode( $content );
	}

	public function test_the_shortcode_prints_a_button_that_the_loader_listens_to(): void {
		self::assertSame( '<button type="button" class="candid-consent" data-candid-consent>Recording of this visit</button>', $this->printed( '[candid_consent]' ) );
	}

	public function test_its_words_can_be_chosen_and_are_never_markup(): void {
		self::assertStringContainsString( '>Privacy &amp; you</button>', $this->printed( '[candid_consent text="Privacy & you"]' ) );
		self::assertStringNotContainsString( '<b', str_replace( '<button', '', $this->printed( '[candid_consent text="<b onclick=x>"]' ) ) );
	}

	public function test_who_works_on_the_site_gets_a_button_that_says_why_it_does_nothing(): void {
		$this->log_in( 'editor' );
		self::assertStringContainsString( ' disabled title="', $this->printed( '[candid_consent]' ) );
	}
}
