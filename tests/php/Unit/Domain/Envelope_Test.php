<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Domain;

use Candid\Domain\Envelope;
use Candid\Domain\Malformed;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class Envelope_Test extends TestCase {

	private const GOOD = '{"v":1,"page":2,"url":"https://shop.example/a/b?x=1#y","title":"Tulpen","started":1732000000000,"sent":1732000005000,"viewport":[390,844],"screen":[390,844],"device":"phone","language":"nl","preset":"strict","inputs":true}';

	public function test_a_good_envelope_is_read(): void {
		$envelope = Envelope::parse( self::GOOD );
		self::assertSame( 2, $envelope->page );
		self::assertSame( array( 390, 844 ), $envelope->viewport );
		self::assertSame( 'strict', $envelope->preset );
		self::assertTrue( $envelope->inputs );
		self::assertSame( '', $envelope->referrer );
		self::assertNull( $envelope->ended );
		self::assertSame( '/a/b', $envelope->path() );
	}

	public function test_an_address_without_a_path_has_the_path_slash(): void {
		self::assertSame( '/', Envelope::parse( str_replace( '/a/b?x=1#y', '', self::GOOD ) )->path() );
	}

	public function test_slashes_in_front_of_a_path_count_as_one_for_two_name_another_host(): void {
		foreach ( array( '//' => '/', '//%zz' => '/%zz', '///evil.example/a' => '/evil.example/a' ) as $in => $out ) {
			self::assertSame( $out, Envelope::parse( str_replace( '/a/b?x=1#y', $in, self::GOOD ) )->path(), $in );
		}
	}

	/** @return array<string, array{string, string, string}> */
	public static function wrong(): array {
		return array(
			'text for a number'        => array( '"page":2', '"page":"2"', 'envelope.page' ),
			'a fraction for a number'  => array( '"page":2', '"page":2.5', 'envelope.page' ),
			'a negative number'        => array( '"page":2', '"page":-1', 'envelope.page' ),
			'a number for text'        => array( '"title":"Tulpen"', '"title":7', 'envelope.title' ),
			'null'                     => array( '"title":"Tulpen"', '"title":null', 'envelope.title' ),
			'a number for yes or no'   => array( '"inputs":true', '"inputs":1', 'envelope.inputs' ),
			'a word not in the list'   => array( '"phone"', '"watch"', 'envelope.device' ),
			'an object for a list'     => array( '"viewport":[390,844]', '"viewport":{"0":390,"1":844}', 'envelope.viewport' ),
			'too few in a list'        => array( '"viewport":[390,844]', '"viewport":[390]', 'envelope.viewport' ),
			'text in a list'           => array( '"viewport":[390,844]', '"viewport":[390,"844"]', 'envelope.viewport[1]' ),
			'a window like a wall'     => array( '"viewport":[390,844]', '"viewport":[390,99999]', 'envelope.viewport[1]' ),
			'something missing'        => array( '"language":"nl",', '', 'envelope.language' ),
			'something unknown'        => array( '"v":1', '"v":1,"userId":"42"', 'envelope.userId' ),
			'an unknown odd name'      => array( '"v":1', '"v":1,"<b>":"42"', 'envelope' ),
			'another version'          => array( '"v":1', '"v":2', 'envelope.v' ),
			'broken UTF-8'             => array( 'Tulpen', "Tul\xC3pen", 'envelope.title' ),
			'a list'                   => array( self::GOOD, '[1]', 'envelope' ),
			'nothing'                  => array( self::GOOD, '', 'envelope' ),
			'a very deep one'          => array( '"v":1', '"v":[[[[[[1]]]]]]', 'envelope' ),
			'a title that is too long' => array( 'Tulpen', str_repeat( 'ü', 513 ), 'envelope.title' ),
			'a line that is too long'  => array( 'Tulpen', str_repeat( 'x', 9000 ), 'envelope' ),
		);
	}

	public function test_a_path_that_begins_with_two_slashes_is_no_host(): void {
		foreach ( array( '//' => '/', '//evil.example/x' => '/evil.example/x', '/\\\\evil.example' => '/evil.example' ) as $path => $expected ) {
			self::assertSame( $expected, Envelope::parse( str_replace( '/a/b?x=1#y', $path, self::GOOD ) )->path(), $path );
		}
	}

	public function test_other_texts_are_cut_to_the_length_they_may_have(): void {
		$envelope = Envelope::parse( self::GOOD );
		$changed  = $envelope->with( array( 'title' => str_repeat( 'ü', 600 ) ) );
		self::assertSame( 512, mb_strlen( $changed->title ) );
		self::assertSame( $changed->title, Envelope::parse( $changed->line )->title );
		self::assertNotSame( $changed->title, $envelope->title );
	}

	public function test_half_an_emoji_in_a_title_costs_that_character_only(): void {
		self::assertSame( "Mug \u{FFFD}", Envelope::parse( str_replace( 'Tulpen', 'Mug \\ud83d', self::GOOD ) )->title );
	}

	#[DataProvider( 'wrong' )]
	public function test_what_is_wrong_is_named( string $from, string $to, string $field ): void {
		try {
			Envelope::parse( str_replace( $from, $to, self::GOOD ) );
			self::fail( 'It was accepted.' );
		} catch ( Malformed $fault ) {
			self::assertSame( $field, $fault->field );
		}
	}

	public function test_a_title_of_the_longest_length_passes_counted_in_characters(): void {
		self::assertSame( 512, mb_strlen( Envelope::parse( str_replace( 'Tulpen', str_repeat( 'ü', 512 ), self::GOOD ) )->title ) );
	}
}
