<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Accounts;

use Candid\Accounts\Account_Kind;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Whose account a key names. */
final class Account_Kind_Test extends TestCase {

	private const OWN       = 'cnd_0123456789abcdefghijklmnopqrstuv';
	private const OTHER     = 'cnd_zyxwvutsrqponmlkjihgfedcba987654';
	private const SMARTSUPP = '0123456789abcdef0123456789abcdef01234567';

	/** @return array<string, array{0: string, 1: Account_Kind|null}> */
	public static function keys(): array {
		return array(
			'none'                            => array( '', Account_Kind::Own ),
			'this site\'s own'                => array( self::OWN, Account_Kind::Own ),
			'another Candid site\'s'          => array( self::OTHER, Account_Kind::Candid ),
			'Smartsupp\'s'                    => array( self::SMARTSUPP, Account_Kind::Smartsupp ),
			'one with a line break'           => array( self::OTHER . "\n", null ),
			'Smartsupp\'s with a line break'  => array( self::SMARTSUPP . "\n", null ),
			'capitals'                        => array( strtoupper( self::SMARTSUPP ), null ),
			'one letter too many'             => array( self::OTHER . 'x', null ),
			'a key inside a text'             => array( "key='" . self::SMARTSUPP . "'", null ),
		);
	}

	#[DataProvider( 'keys' )]
	public function test_a_key_names_an_account( string $key, ?Account_Kind $kind ): void {
		self::assertSame( $kind, Account_Kind::of( $key, self::OWN ) );
	}
}
