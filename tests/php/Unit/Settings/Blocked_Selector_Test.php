<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Settings;

use Candid\Settings\Blocked_Selector;
use Candid\Settings\Entry_Fault;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What the server stores as a selector. Whether a text is one is for browsers to say. */
final class Blocked_Selector_Test extends TestCase {

	/** @return list<array{0: string}> */
	public static function selectors(): array {
		return array_map( static fn( string $text ): array => array( $text ), array( '.price', '#total > .sum', ':not(.x, .y)', 'article:has(> .total)', '.woo\\:cart', "input[type='tel']", '*', 'svg|a', '.é-ü', 'a[href$=".pdf" i]', '[lang|=en]', '.' . str_repeat( 'é', 199 ) ) );
	}

	#[DataProvider( 'selectors' )]
	public function test_a_selector_is_stored( string $selector ): void {
		self::assertNull( Blocked_Selector::fault( $selector ) );
	}

	/** @return array<string, array{0: string, 1: Entry_Fault}> */
	public static function others(): array {
		return array(
			'nothing'          => array( '', Entry_Fault::Is_Empty ),
			'201 characters'   => array( '.' . str_repeat( 'é', 200 ), Entry_Fault::Too_Long ),
			'a style'          => array( '.a{color:red}', Entry_Fault::No_Selector ),
			'the end of one'   => array( '}', Entry_Fault::No_Selector ),
			'HTML'             => array( '</script>', Entry_Fault::No_Selector ),
			'HTML in quotes'   => array( 'a[title="<b>"]', Entry_Fault::No_Selector ),
			'a line break'     => array( "a\nb", Entry_Fault::Bad_Characters ),
			'one at the end'   => array( "a\n", Entry_Fault::Bad_Characters ),
			'a null byte'      => array( "a\0", Entry_Fault::Bad_Characters ),
			'bytes, not UTF-8' => array( "\xC3\x28", Entry_Fault::Bad_Characters ),
		);
	}

	#[DataProvider( 'others' )]
	public function test_anything_that_could_leave_the_json_or_a_style_sheet_is_not( string $text, Entry_Fault $fault ): void {
		self::assertSame( $fault, Blocked_Selector::fault( $text ) );
	}
}
