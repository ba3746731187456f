<?php
/**
 * Every rule takes time in proportion to what it looks at, whatever a stranger writes.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;
use Candid\Privacy\Attribute_Scrubber;
use Candid\Privacy\Checksum;
use Candid\Privacy\Css_Scrubber;
use Candid\Privacy\Mask;
use Candid\Privacy\Name_Set;
use Candid\Privacy\Pattern;
use Candid\Privacy\Sensitive_Field;
use Candid\Privacy\Text_Scrubber;
use Candid\Privacy\Url_Scrubber;
use Candid\Tests\Segment\Linear_Time;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class Linear_Time_Test extends TestCase {

	/** What has held up such rules before, or is made to: nearly a number, a token, an address, over and over. */
	private const TEXTS = array(
		'words'          => 'lorem ipsum dolor sit amet ',
		'one word'       => 'a',
		'digits'         => '1',
		'single digits'  => '1 ',
		'zeros'          => '0 0 0 0 0 0 0 0 0 0 0 0 x,',
		'dashes'         => '-',
		'digit, dash'    => '5-3-9-4-1-2-7-8-',
		'groups of four' => '1234 5678 9012 3456, ',
		'lines of four'  => "4111  1111\n",
		'account'        => 'AA11',
		'accounts'       => 'AA11 AA11 ',
		'account lines'  => 'AA11  AAAA  ',
		'at signs'       => '@',
		'mail'           => 'a@a',
		'mail with dots' => 'a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a@b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b ',
		'phone'          => '(0123)/12345678-12345678/1234567 12345678a ',
		'plus'           => '+1(2)3.4/5 6-7(8)9.0/1 2-3a',
		'ssn'            => '123-45-678 ',
		'tokens'         => 'abcdefghij1234567890.',
		'signed'         => 'eyJ',
		'keys'           => '-----BEGIN KEY----- ',
		'other digits'   => "\u{664} ",
		'soft hyphens'   => "1\u{ad}",
		'spaces'         => ' ',
		'lines'          => "\n",
		'quotes'         => '"',
		'open strings'   => "\"\n",
		'strings'        => '"a12345678901234" ',
		'escapes'        => '\\61 ',
		'zeros escaped'  => '\\0000000000000000',
		'addresses'      => 'url(/x)',
		'open addresses' => 'url(',
		'imports'        => '@import(',
		'comments'       => '/**/',
		'brackets'       => '(',
		'functions'      => 'calc(',
		'properties'     => '--a:1;',
		'rules'          => '#a0123456789012345{}',
		'numbers'        => '1.3579246801357 ',
		'percents'       => '%2541',
		'broken bytes'   => '%c3%28',
		'parts'          => '/abcdef',
		'dots'           => 'a.',
		'searches'       => '/search/a.a',
		'keys of query'  => 'filter_a=b&',
		'harmless keys'  => 'page=1&',
		'punycode'       => 'xn--a.',
		'punycode only'  => 'xn--',
		'candidates'     => '/a 1w, ',
		'camel'          => 'aB',
		'nearly a word'  => 'postal cod ',
		'pass'           => 'pas ',
		'accents'        => 'é',
		'sensitive'      => 'sensitiv ',
		'viewport'       => 'width=1,',
	);

	/** @return iterable<string, array{string}> */
	public static function texts(): iterable {
		foreach ( self::TEXTS as $name => $part ) {
			yield $name => array( $part );
		}
	}

	#[DataProvider( 'texts' )]
	public function test_of_a_text( string $part ): void {
		foreach ( array( 'balanced', 'open', 'strict' ) as $preset ) {
			self::grows( $preset, $part, 16000, static fn( string $text ) => Text_Scrubber::scrub( $text, $preset ) );
		}
		self::grows( 'blank', $part, 16000, Mask::is_blank( ... ) );
		self::grows( 'numbers', $part, 16000, Text_Scrubber::hide_numbers( ... ) );
		self::grows( 'key', $part, 16000, Text_Scrubber::is_key_shaped( ... ) );
	}

	#[DataProvider( 'texts' )]
	public function test_of_an_address( string $part ): void {
		$urls = new Url_Scrubber( array(), false );
		foreach ( array( '/', '/?', 'https://', 'https://a@' ) as $start ) {
			// Four times as long is as long as an address may be.
			self::grows( $start, $part, 2000, static fn( string $text ) => $urls->scrub( $start . $text ) );
		}
		self::grows( 'too long', $part, 16000, static fn( string $text ) => $urls->scrub( 'https://shop.test/' . $text ) );
		self::grows( 'candidates', $part, 16000, $urls->candidates( ... ) );
		self::grows( 'reference', $part, 16000, Url_Scrubber::is_reference( ... ) );
		self::grows( 'name', $part, 16000, Url_Scrubber::is_secret_name( ... ) );
	}

	#[DataProvider( 'texts' )]
	public function test_of_a_style( string $part ): void {
		$styles = new Css_Scrubber( new Url_Scrubber( array(), false ) );
		foreach ( array( '(', 'a{content:"' ) as $start ) {
			self::grows( "sheet $start", $part, 16000, static fn( string $text ) => $styles->scrub( $start . $text, 'strict' ) );
		}
		foreach ( array( '', '--x:' ) as $start ) {
			self::grows( "style $start", $part, 16000, static fn( string $text ) => $styles->scrub_style( $start . $text ) );
		}
	}

	#[DataProvider( 'texts' )]
	public function test_of_an_attribute( string $part ): void {
		$urls       = new Url_Scrubber( array(), false );
		$attributes = new Attribute_Scrubber( $urls, new Css_Scrubber( $urls ) );
		foreach ( array( 'class', 'd', 'data-x', 'aria-label', 'content', 'fill' ) as $name ) {
			self::grows( $name, $part, 16000, static fn( string $text ) => $attributes->scrub( 'p', $name, $text, 'open' ) );
		}
		self::grows( 'a name', $part, 16000, static fn( string $text ) => $attributes->scrub( 'p', $text, 'x', 'open' ) );
		self::grows( 'an element', $part, 16000, static fn( string $text ) => $attributes->scrub( $text, 'owner', 'x', 'open' ) );
	}

	#[DataProvider( 'texts' )]
	public function test_of_a_field( string $part ): void {
		self::grows( 'fold', $part, 16000, Sensitive_Field::fold( ... ) );
		self::grows( 'word', $part, 16000, Sensitive_Field::word( ... ) );
		foreach ( array( 'autocomplete', 'title', 'type', 'data-candid' ) as $name ) {
			self::grows( $name, $part, 16000, static fn( string $text ) => Sensitive_Field::reason( array( $name => $text ), array(), 'balanced' ) );
		}
		self::grows( 'label', $part, 16000, static fn( string $text ) => Sensitive_Field::reason( array(), array( $text ), 'balanced' ) );
		self::grows( 'role', $part, 16000, static fn( string $text ) => Sensitive_Field::is_control( 'p', $text, $text ) );
	}

	/** @return iterable<string, array{key-of<Privacy_Rules_Contract::RULES['patterns']>}> */
	public static function patterns(): iterable {
		foreach ( array_keys( Privacy_Rules_Contract::RULES['patterns'] ) as $name ) {
			yield $name => array( $name );
		}
	}

	/** @param key-of<Privacy_Rules_Contract::RULES['patterns']> $name */
	#[DataProvider( 'patterns' )]
	public function test_of_every_pattern( string $name ): void {
		$pattern = Pattern::named( $name );
		foreach ( array( 'a', '1', '1 ', 'AA11 ', '-', ' ', "\n", 'a.', 'a@a', '@', 'xn--a.', 'eyJ', '-----BEGIN KEY', '"', '\\61 ', '\\0000000000000000', 'url(', 'calc(', '+1(2)3.4/5 6-7', 'width=1,', '#a', ',;' ) as $part ) {
			self::grows( $name, $part, 4000, static fn( string $text ) => preg_replace( $pattern, '', $text ) );
		}
	}

	public function test_of_checksums_and_names(): void {
		self::grows( 'Luhn', '1357924680', 16000, Checksum::luhn_sums( ... ) );
		self::grows( 'account', 'AA11', 16000, static fn( string $text ) => Checksum::iban_length( $text, ' ' ) );
		self::grows( 'length', 'é', 16000, static fn( string $text ) => Pattern::is_longer( $text, 10000 ) );
		Linear_Time::assert(
			'names',
			2000,
			static function ( int $n ): \Closure {
				$names = array_map( static fn( int $i ): string => "name $i", range( 1, $n ) );
				return static function () use ( $names ): void {
					$set = new Name_Set();
					foreach ( $names as $name ) {
						$set->add( $name );
						$set->may_have( $name );
					}
					Name_Set::from( $set->to_list() );
				};
			}
		);
	}

	/** @param \Closure( string $text ): mixed $work */
	private static function grows( string $what, string $part, int $bytes, \Closure $work ): void {
		Linear_Time::assert( "$what of \"$part\"", $bytes, static fn( int $n ): \Closure => static fn() => $work( Linear_Time::text( $part, $n ) ) );
	}
}
