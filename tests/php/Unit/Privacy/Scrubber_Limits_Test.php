<?php
/**
 * What a forged segment may cost the server, and what happens when the regular expression engine gives up.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;
use Candid\Privacy\Css_Scrubber;
use Candid\Privacy\Mask;
use Candid\Privacy\Text_Scrubber;
use Candid\Privacy\Url_Scrubber;
use Candid\Tests\Segment\Peak_Memory;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

// phpcs:disable WordPress.PHP.IniSet -- how the engine gives up can be had in no other way.

final class Scrubber_Limits_Test extends TestCase {

	/** Processor time for a quarter of a million bytes, s. Generous: machines differ. What these rules once took was 5 to 20. */
	private const LONGEST = 1.5;

	/** @var array<string, string|false> */
	private array $engine;

	protected function setUp(): void {
		$this->engine = array(
			'pcre.jit'             => ini_get( 'pcre.jit' ),
			'pcre.backtrack_limit' => ini_get( 'pcre.backtrack_limit' ),
		);
	}

	protected function tearDown(): void {
		foreach ( $this->engine as $name => $value ) {
			ini_set( $name, (string) $value );
		}
	}

	private static function long( string $part ): string {
		return str_repeat( $part, intdiv( 250000, strlen( $part ) ) );
	}

	/** @return iterable<string, array{string}> */
	public static function texts(): iterable {
		$parts = array( '1', '1 ', 'AB12', 'AB12 ', 'a@a', '@', '-', 'a.', 'eyJ', ' ', '4 1', "\u{664} ", str_repeat( 'a.', 1000 ) . ' ', str_repeat( 'a', 64 ) . '@' . str_repeat( 'b.', 100 ) . ' ' );
		foreach ( array( 0, 1, 4 ) as $digit ) {
			$parts[] = implode( ' ', array_fill( 0, 100, $digit ) ) . 'x,';
		}
		$parts[] = implode( ' ', range( 10, 75 ) ) . 'x,';
		foreach ( $parts as $part ) {
			yield substr( $part, 0, 20 ) . ' ' . strlen( $part ) => array( self::long( $part ) );
		}
	}

	#[DataProvider( 'texts' )]
	public function test_a_long_text_is_soon_looked_through( string $text ): void {
		self::in_time( static fn() => Text_Scrubber::scrub( $text, 'balanced' ) );
	}

	/** @return iterable<string, array{string}> */
	public static function addresses_and_styles(): iterable {
		foreach ( array( '/a', '?p&', 'p&', '%41', '"a"', '"a@a"', 'url(/x)', 'url(', '/**/', "\"\n", '(', '1', '1 1 1 1 1 1 1 1 1 1 1 1 x', '-', '\\61 ', 'a--', '--a:1;' ) as $part ) {
			yield $part => array( $part );
		}
	}

	#[DataProvider( 'addresses_and_styles' )]
	public function test_so_is_a_long_address_or_style( string $part ): void {
		$urls   = new Url_Scrubber( array(), false );
		$styles = new Css_Scrubber( $urls );
		$text   = self::long( $part );
		self::in_time( static fn() => $urls->scrub( '/?' . $text ) );
		self::in_time(
			static function () use ( $urls, $part ): void {
				for ( $i = 0; $i < 30; $i++ ) {
					$urls->scrub( '/?' . str_repeat( $part, intdiv( 8000, strlen( $part ) ) ) );
				}
			}
		);
		self::in_time( static fn() => $styles->scrub( '(' . $text ) );
		self::in_time( static fn() => $styles->scrub_style( $text ) );
	}

	public function test_what_is_longer_than_anything_a_site_prints_is_left_out(): void {
		$limits = Privacy_Rules_Contract::RULES['limits'];
		$urls   = new Url_Scrubber( array(), false );
		$bytes  = Peak_Memory::of(
			static function () use ( $urls ): void {
				self::assertSame( 'https://shop.test', $urls->scrub( 'https://shop.test/?' . str_repeat( 'p&', 2500000 ) ) );
				self::assertSame( '', $urls->scrub( '/x?' . str_repeat( 'p&', 2500000 ) ) );
			}
		);
		self::assertLessThan( 40000000, $bytes, 'bytes for an address of 5 MB' );
		self::assertSame( Mask::MASK . ' @', Text_Scrubber::scrub( str_repeat( 'a.', $limits['token'] ) . ' @', 'open' ) );
		$text = str_repeat( 'pay 4111111111111111 ', intdiv( $limits['text'], 21 ) );
		self::assertStringStartsWith( 'pay ' . Mask::MASK . ' pay', Text_Scrubber::scrub( $text, 'open' ) );
		self::assertSame( Mask::MASK, Text_Scrubber::scrub( $text . $text, 'open' ) );
		self::assertSame( str_repeat( 'words ', 100000 ), Text_Scrubber::scrub( str_repeat( 'words ', 100000 ), 'balanced' ) );
		self::assertSame( '', ( new Css_Scrubber( $urls ) )->scrub( str_repeat( 'a{b:c}', $limits['css'] ) ) );
		self::assertNull( $urls->candidates( str_repeat( '/a.png 1x, ', $limits['list'] ) ) );
		self::assertSame( '/a.png 1x, /b.png 2x', $urls->candidates( '/a.png 1x, /b.png 2x' ) );
		self::assertSame( '/a.png', $urls->candidates( '/a.png pay 4111111111111111' ) );
	}

	/** The limits count as the browser counts, or the two sides would differ on what is just short enough. */
	public function test_a_limit_counts_characters_as_the_browser_does(): void {
		$urls = new Url_Scrubber( array(), false );
		$path = '/' . str_repeat( 'é', Privacy_Rules_Contract::RULES['limits']['url'] - 1 );
		self::assertSame( $path, $urls->scrub( $path ) );
		self::assertSame( '', $urls->scrub( $path . 'é' ) );
	}

	public function test_what_the_engine_gives_up_on_is_hidden(): void {
		$urls   = new Url_Scrubber( array(), false );
		$styles = new Css_Scrubber( $urls );
		$works  = array(
			static fn(): string => Text_Scrubber::scrub( 'GB29 NWBK 6016 1331 9268 19', 'open' ),
			static fn(): string => Text_Scrubber::scrub( 'MT84 MALT 0110 0001 2345 MTLC AST0 01S', 'open' ),
			static fn(): string => Text_Scrubber::scrub( '4111 1111 1111 1111', 'open' ),
			static fn(): string => Text_Scrubber::scrub( 'Call +421 905 123 456', 'balanced' ),
			static fn(): string => Text_Scrubber::scrub( '0123456789abcdef0123456789abcdef', 'open' ),
			static fn(): string => $urls->scrub( 'https://jane:SECRET@shop.test/jane%40doe.com?token=SECRET&utm_source=jane%2540doe.com' ),
			static fn(): string => $styles->scrub( '@import "/x?token=SECRET";a{width:4111111111111111px;background:u\\72l("/x?token=SECRET")}' ),
			static fn(): string => $styles->scrub_style( '--x:SECRET 4111 1111 1111 1111;background:image-set("/x?token=SECRET" 1x)' ),
		);
		ini_set( 'pcre.jit', '0' );
		$outs = array();
		foreach ( array( ...range( 1, 100 ), 200, 500, 1000 ) as $steps ) {
			ini_set( 'pcre.backtrack_limit', (string) $steps );
			foreach ( $works as $i => $work ) {
				$outs[ "{$i} with {$steps} steps" ] = $work();
			}
		}
		$this->tearDown();
		foreach ( $outs as $what => $out ) {
			self::assertDoesNotMatchRegularExpression( '/SECRET|jane|MALT|NWBK|4111|905|abcdef/', $out, $what );
		}
	}

	/** @param callable(): mixed $work */
	private static function in_time( callable $work ): void {
		$start = self::seconds();
		$work();
		self::assertLessThan( self::LONGEST, self::seconds() - $start );
	}

	private static function seconds(): float {
		$used = getrusage();
		return is_array( $used ) ? $used['ru_utime.tv_sec'] + $used['ru_utime.tv_usec'] / 1e6 : 0.0;
	}
}
