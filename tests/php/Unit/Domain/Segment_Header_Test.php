<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Domain;

use Candid\Domain\Malformed;
use Candid\Domain\Segment_Header;
use Candid\Tests\Segment\Segment_Builder;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class Segment_Header_Test extends TestCase {

	public function test_a_segment_of_the_recorder_is_read(): void {
		$builder = ( new Segment_Builder() )->numbered( 7 );
		$bytes   = $builder->bytes();
		$header  = Segment_Header::parse( $bytes );
		self::assertSame( 7, $header->sequence );
		self::assertSame( Segment_Builder::KEY, $header->account_key );
		self::assertSame( $builder->recording_id(), $header->recording_key->id()->hex );
		self::assertTrue( $header->is_gzip() );
		self::assertSame( $builder->body(), substr( $bytes, $header->body_offset() ) );
	}

	/** @return array<string, array{string, array<string, int|string>}> */
	public static function spoilt(): array {
		return array(
			'another magic'           => array( 'magic', array( 'magic' => 'CNX' ) ),
			'a version to come'       => array( 'version', array( 'version' => 2 ) ),
			'an unknown flag'         => array( 'flags', array( 'flags' => 5 ) ),
			'reserved bytes in use'   => array( 'reserved', array( 'reserved' => "\0\1" ) ),
			'an empty recording key'  => array( 'recordingKey', array( 'recordingKey' => str_repeat( "\0", 16 ) ) ),
			'a sequence beyond all'   => array( 'sequence', array( 'sequence' => 20001 ) ),
			'a body that is shorter'  => array( 'bodyBytes', array( 'bodyBytes' => 10 ) ),
			'no body'                 => array( 'bodyBytes', array( 'bodyBytes' => 0 ) ),
			'a body beyond the limit' => array( 'bodyBytes', array( 'bodyBytes' => 1048577 ) ),
			'another key length'      => array( 'bodyBytes', array( 'accountKeyBytes' => 12 ) ),
			'a wrong checksum'        => array( 'crc32', array( 'crc32' => 1 ) ),
		);
	}

	/** @param array<string, int|string> $spoil */
	#[DataProvider( 'spoilt' )]
	public function test_the_field_that_is_wrong_is_named( string $field, array $spoil ): void {
		try {
			Segment_Header::parse( ( new Segment_Builder() )->bytes( $spoil ) );
			self::fail( 'It was accepted.' );
		} catch ( Malformed $fault ) {
			self::assertSame( $field, $fault->field );
		}
	}

	public function test_a_single_flipped_bit_anywhere_is_noticed(): void {
		$bytes = ( new Segment_Builder() )->bytes();
		for ( $bit = 0; $bit < 8 * strlen( $bytes ); $bit++ ) {
			$at = intdiv( $bit, 8 );
			try {
				Segment_Header::parse( substr_replace( $bytes, chr( ord( $bytes[ $at ] ) ^ ( 1 << $bit % 8 ) ), $at, 1 ) );
				self::fail( "Bit $bit may be flipped." );
			} catch ( Malformed $fault ) {
				self::assertNotSame( '', $fault->field );
			}
		}
	}

	public function test_every_length_below_a_whole_segment_is_refused(): void {
		$bytes = ( new Segment_Builder() )->bytes();
		for ( $length = 0; $length < strlen( $bytes ); $length++ ) {
			try {
				Segment_Header::parse( substr( $bytes, 0, $length ) );
				self::fail( "$length bytes were accepted." );
			} catch ( Malformed $fault ) {
				self::assertContains( $fault->field, array( 'magic', 'header', 'bodyBytes' ) );
			}
		}
	}

	public function test_an_account_key_with_other_signs_is_refused(): void {
		$this->expectExceptionObject( new Malformed( 'accountKey', 'The account key must be 1 to 64 letters, digits or underscores.' ) );
		Segment_Header::parse( ( new Segment_Builder() )->for_account( "cnd_'; DROP" )->bytes() );
	}
}
