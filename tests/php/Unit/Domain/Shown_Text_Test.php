<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Domain;

use Candid\Domain\Page_View;
use Candid\Domain\Recording;
use Candid\Domain\Recording_Id;
use Candid\Domain\Shown_Text;
use PHPUnit\Framework\TestCase;

/** Titles and addresses that a stranger chose. */
final class Shown_Text_Test extends TestCase {

	public function test_signs_that_turn_text_around_are_left_out_and_joiners_stay(): void {
		self::assertSame( 'invoicefdp.exe', Shown_Text::of( "invoice\u{202E}fdp.exe" ) );
		self::assertSame( 'ab', Shown_Text::of( "a\u{2066}\u{2028}\u{2029}\u{FEFF}b" ) );
		self::assertSame( "می\u{200C}خواهم 👩\u{200D}🌾", Shown_Text::of( "می\u{200C}خواهم 👩\u{200D}🌾" ) );
		self::assertSame( 'Zażółć «Über» 東京', Shown_Text::of( 'Zażółć «Über» 東京' ) );
	}

	public function test_a_recording_and_its_page_views_show_text_without_them(): void {
		$id        = Recording_Id::from_hex( str_repeat( 'a', 32 ) );
		$recording = new Recording( 1, $id, 1, 0, 0, 1, 1, 1, 1, 'desktop', array( 1, 1 ), 'en', "/e\u{202E}", "/x\u{202E}", "T\u{202E}", "https://r.example/\u{202E}", 0, 0 );
		self::assertDoesNotMatchRegularExpression( '/\x{202E}/u', implode( ' ', array_filter( $recording->to_array( 0 ), 'is_string' ) ) );
		self::assertDoesNotMatchRegularExpression( '/\x{202E}/u', implode( ' ', ( new Page_View( 0, "/p\u{202E}", "T\u{202E}", 0, 0 ) )->to_array() ) );
	}
}
