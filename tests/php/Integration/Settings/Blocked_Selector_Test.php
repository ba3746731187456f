<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Settings;

use Candid\Settings\Blocked_Selector;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What the server takes for a selector. */
final class Blocked_Selector_Test extends TestCase {

	/** @return array<string, array{0: string}> */
	public static function selectors(): array {
		return self::named( array( '.price', '#total > .sum', '[data-x="a,b{"]', ':not(.x, .y)', 'article:has(> .total)', '.woo\\:cart', "input[type='tel']", 'ul li:nth-child(2n+1)', '*', 'svg|a', '.é-ü', 'a[href$=".pdf" i]', 'li:is(.a) + li ~ p', 'div[title="it\'s"]', '[lang|=en]' ) );
	}

	/** @return array<string, array{0: string}> */
	public static function others(): array {
		return self::named( array( '', '  ', '.a{', '}', '<b>', '.a::before', '.a,', ',.a', '.a,,.b', 'a >', '> a', 'a > > b', '(', '[x', '[x]]', ':is(.a', '"', "'", 'a..b', '#', '.a:is()', '[]', ':has(a):has(b)', 'a; b', '@media', '/* x */ a', "a\nb", "a\0", "\xC3\x28", 'a!', 'a&b', 'a\\', ':is(:is(:is(:is(a))))', implode( ' ', range( 'a', 'z' ) ), str_repeat( 'é', 201 ), '</script>', 'a[title="<b>"]' ) );
	}

	#[DataProvider( 'selectors' )]
	public function test_a_selector_is_kept( string $selector ): void {
		self::assertNull( Blocked_Selector::problem( $selector ) );
	}

	#[DataProvider( 'others' )]
	public function test_anything_else_is_refused_with_a_sentence( string $text ): void {
		self::assertMatchesRegularExpression( '/^\S.+\.$/u', (string) Blocked_Selector::problem( $text ) );
	}

	public function test_200_characters_are_kept_and_one_more_is_not(): void {
		self::assertNull( Blocked_Selector::problem( '.' . str_repeat( 'é', 199 ) ) );
		self::assertStringContainsString( '200', (string) Blocked_Selector::problem( '.' . str_repeat( 'é', 200 ) ) );
	}

	/**
	 * @param list<string> $texts Texts.
	 * @return array<string, array{0: string}>
	 */
	private static function named( array $texts ): array {
		return array_combine( array_map( static fn ( string $text ): string => addcslashes( substr( $text, 0, 40 ), "\0..\37\177..\377" ) . ' (' . strlen( $text ) . ')', $texts ), array_map( static fn ( string $text ): array => array( $text ), $texts ) );
	}
}
