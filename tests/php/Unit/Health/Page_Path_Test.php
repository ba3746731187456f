<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Health;

use Candid\Health\Page_Path;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Paths in lists of findings, whatever a sender chose. */
final class Page_Path_Test extends TestCase {

	/** @return list<array{0: string, 1: string}> */
	public static function paths(): array {
		return array(
			array( '/shop/tulip-2', '/shop/tulip-2' ),
			array( '/caf%C3%A9/', '/caf%C3%A9/' ),
			array( '/konto/***', '/konto/***' ),
			array( '//', '/' ),
			array( '//%zz', '/%zz' ),
			array( '///evil.example/x', '/evil.example/x' ),
			array( '', '/' ),
			array( 'shop', '/' ),
			array( '/please call +1 555 0100', '/' ),
			array( "/a\u{202E}b", '/' ),
			array( "/\xC3\x28", '/' ),
			array( '/' . str_repeat( 'ů', 150 ), '/' . str_repeat( 'ů', 99 ) ),
		);
	}

	#[DataProvider( 'paths' )]
	public function test_a_path_is_kept_and_nothing_that_reads_like_a_sentence( string $path, string $kept ): void {
		self::assertSame( $kept, Page_Path::of( $path ) );
	}
}
