<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Domain;

use Candid\Domain\Json_Line;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class Json_Line_Test extends TestCase {

	/** @return array<string, array{string, mixed}> */
	public static function texts(): array {
		return array(
			'the first half of an emoji at the end' => array( '"mug \ud83d"', "mug \u{FFFD}" ),
			'the second half at the start'          => array( '"\uDF37 tulip"', "\u{FFFD} tulip" ),
			'two first halves and a second'         => array( '"\ud83d\ud83d\ude00"', "\u{FFFD}\u{1F600}" ),
			'a half before another escape'          => array( '"\ud83d\n\u0041"', "\u{FFFD}\nA" ),
			'a half behind an escaped backslash'    => array( '"\\\\\\\\\ud83d"', "\\\\\u{FFFD}" ),
			'what only looks like a half'           => array( '"\\\\ud83d \ud83d"', "\\ud83d \u{FFFD}" ),
			'a whole emoji beside a half'           => array( '"\ud83c\udf37\ud83c"', "\u{1F337}\u{FFFD}" ),
			'a whole emoji'                         => array( '"\ud83c\udf37"', "\u{1F337}" ),
			'an escape that is none'                => array( '"\ud83d\uXYZ0"', null ),
			'a line that stops within'              => array( '"\ud8', null ),
		);
	}

	#[DataProvider( 'texts' )]
	public function test_half_an_emoji_becomes_the_replacement_character_and_nothing_else_changes( string $line, mixed $value ): void {
		self::assertSame( $value, Json_Line::decode( $line ) );
	}

	public function test_a_line_holds_no_character_that_a_terminal_obeys(): void {
		$text = "a\u{9b}31m b\u{7f}c\u{85}d\u{a0}\u{1F337}é\n\u{1b}";
		$line = Json_Line::encode( (object) array( 'a' => $text ) );
		self::assertSame( '{"a":"a\u009b31m b\u007fc\u0085d' . "\u{a0}\u{1F337}é" . '\n\u001b"}', $line );
		self::assertSame( $text, Json_Line::decode( $line )->a );
	}

	public function test_a_page_two_hundred_and_fifty_elements_deep_is_decoded_and_a_deeper_one_is_not(): void {
		self::assertTrue( is_array( Json_Line::decode( str_repeat( '[', 510 ) . str_repeat( ']', 510 ) ) ) );
		self::assertNull( Json_Line::decode( str_repeat( '[', 600 ) . str_repeat( ']', 600 ) ) );
	}
}
