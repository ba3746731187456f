<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Cli;

use Candid\Cli\Terminal_Text;
use PHPUnit\Framework\TestCase;

final class Terminal_Text_Test extends TestCase {

	public function test_what_a_terminal_would_obey_is_written_as_an_escape_of_the_same_json(): void {
		$value = "Tulips \u{9B}2J\u{7F}\u{85}\u{202E} \u{1F337} ěš";
		$json  = (string) json_encode( $value, JSON_UNESCAPED_UNICODE );
		$safe  = Terminal_Text::safe( $json );
		self::assertSame( '"Tulips \u009b2J\u007f\u0085\u202e \u{1F337} ěš"', str_replace( "\u{1F337}", '\u{1F337}', $safe ) );
		self::assertSame( $value, json_decode( $safe ) );
	}
}
