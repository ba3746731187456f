<?php
/**
 * The samples both sides keep; tests/contract/privacy.test.ts runs the same files.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Privacy;

use Candid\Privacy\Attribute_Scrubber;
use Candid\Privacy\Css_Scrubber;
use Candid\Privacy\Sensitive_Field;
use Candid\Privacy\Text_Scrubber;
use Candid\Privacy\Url_Scrubber;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class Samples_Test extends TestCase {

	/** @return iterable<string, array{array<string, mixed>}> */
	private static function samples( string $name ): iterable {
		$rows = json_decode( (string) file_get_contents( dirname( __DIR__, 3 ) . "/contract/samples/{$name}.json" ), true, 8, JSON_THROW_ON_ERROR );
		foreach ( $rows as $i => $row ) {
			yield "{$name} {$i}" => array( $row );
		}
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function texts(): iterable {
		return self::samples( 'text' );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function urls(): iterable {
		return self::samples( 'url' );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function styles(): iterable {
		return self::samples( 'css' );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function words(): iterable {
		return self::samples( 'word' );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function attributes(): iterable {
		return self::samples( 'attribute' );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function fields(): iterable {
		return self::samples( 'field' );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function seeded_texts(): iterable {
		return self::samples( 'seeded-text' );
	}

	/** @param array<string, mixed> $sample */
	#[DataProvider( 'texts' )]
	#[DataProvider( 'seeded_texts' )]
	public function test_a_text_comes_out_as_in_the_browser( array $sample ): void {
		self::assertSame( $sample['out'], Text_Scrubber::scrub( $sample['text'], $sample['preset'] ), $sample['text'] );
	}

	/** @param array<string, mixed> $sample */
	#[DataProvider( 'urls' )]
	public function test_an_address_comes_out_as_in_the_browser( array $sample ): void {
		self::assertSame( $sample['out'], ( new Url_Scrubber( $sample['keep'], $sample['inputs'] ) )->scrub( $sample['url'] ), $sample['url'] );
	}

	/** @param array<string, mixed> $sample */
	#[DataProvider( 'styles' )]
	public function test_a_style_comes_out_as_in_the_browser( array $sample ): void {
		$scrubber = new Css_Scrubber( new Url_Scrubber( array(), false ) );
		$out      = 'sheet' === $sample['kind'] ? $scrubber->scrub( $sample['css'], $sample['preset'] ) : $scrubber->scrub_style( $sample['css'], $sample['preset'] );
		self::assertSame( $sample['out'], $out, $sample['css'] );
	}

	/** @param array<string, mixed> $sample */
	#[DataProvider( 'words' )]
	public function test_a_field_name_is_read_as_in_the_browser( array $sample ): void {
		self::assertSame( $sample['folded'], Sensitive_Field::fold( $sample['text'] ) );
		self::assertSame( $sample['word'], Sensitive_Field::word( $sample['text'] ), $sample['text'] );
	}

	/** @param array<string, mixed> $sample */
	#[DataProvider( 'fields' )]
	public function test_a_field_is_closed_for_the_same_reason_as_in_the_browser( array $sample ): void {
		self::assertSame( $sample['reason'], Sensitive_Field::reason( $sample['attributes'], $sample['labels'], $sample['preset'] ), json_encode( $sample, JSON_THROW_ON_ERROR ) );
	}

	/** @param array<string, mixed> $sample */
	#[DataProvider( 'attributes' )]
	public function test_an_attribute_comes_out_as_in_the_browser( array $sample ): void {
		$urls     = new Url_Scrubber( array(), false );
		$scrubber = new Attribute_Scrubber( $urls, new Css_Scrubber( $urls ) );
		$out      = $scrubber->scrub( $sample['tag'], $sample['name'], $sample['value'], $sample['preset'], $sample['masked'], $sample['control'], $sample['inputs'], $sample['type'], $sample['sensitive'] );
		self::assertSame( $sample['out'], $out, json_encode( $sample, JSON_THROW_ON_ERROR ) );
	}
}
