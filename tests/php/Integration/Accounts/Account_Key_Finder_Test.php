<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Accounts;

use Candid\Accounts\Account_Key_Finder;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The key in what somebody pasted. */
final class Account_Key_Finder_Test extends TestCase {

	private const CANDID    = 'cnd_0123456789abcdefghijklmnopqrstuv';
	private const SMARTSUPP = '0123456789abcdef0123456789abcdef01234567';

	/** @return array<string, array{0: string, 1: string|null}> */
	public static function pasted(): array {
		$c = self::CANDID;
		$s = self::SMARTSUPP;

		return array(
			'a Candid key'                            => array( $c, $c ),
			'a Candid key with space around'          => array( "\n $c\t", $c ),
			'a Smartsupp key'                         => array( $s, $s ),
			'a Smartsupp key in capitals'             => array( strtoupper( $s ), $s ),
			'the loader snippet'                      => array( "<script type=\"text/javascript\">\nvar _smartsupp = _smartsupp || {};\n_smartsupp.key = '$s';\nwindow.smartsupp||(function(d) {})(document);\n</script>", $s ),
			'the loader snippet with another hash'    => array( "/* build " . str_repeat( 'f', 40 ) . " */ _smartsupp[\"key\"]=\"$s\";", $s ),
			'a link with a key'                       => array( "https://example.com/connect?lang=en&key=$s&x=1", $s ),
			'an escaped link'                         => array( "https://example.com/?a=1&amp;key=$c", $c ),
			'a sentence with a key'                   => array( "Your key is $c, keep it.", $c ),
			'the same key twice'                      => array( "$c $c", $c ),
			'two different keys'                      => array( "$c cnd_" . str_repeat( 'z', 32 ), null ),
			'a key that is too long'                  => array( $c . 'w', null ),
			'a hash that is too long'                 => array( $s . 'a', null ),
			'a sentence without a key'                => array( 'Please connect my shop', null ),
			'nothing'                                 => array( '', null ),
			'a novel with a key in it'                => array( str_repeat( 'word ', 5000 ) . $c, null ),
		);
	}

	#[DataProvider( 'pasted' )]
	public function test_the_key_is_found_or_nothing_is_guessed( string $text, ?string $key ): void {
		self::assertSame( $key, Account_Key_Finder::find( $text ) );
	}

	public function test_a_key_with_a_line_break_is_no_key(): void {
		self::assertFalse( Account_Key_Finder::is_key( self::CANDID . "\n" ) );
		self::assertFalse( Account_Key_Finder::is_smartsupp_key( self::SMARTSUPP . "\n" ) );
	}
}
