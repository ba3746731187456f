<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Cli;

use Candid\Cli\Csv_Cell;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class Csv_Cell_Test extends TestCase {

	#[TestWith( array( '=HYPERLINK("http://evil.example")' ) )]
	#[TestWith( array( '+1' ) )]
	#[TestWith( array( '-2+3' ) )]
	#[TestWith( array( '@SUM(A1)' ) )]
	#[TestWith( array( "\t=1" ) )]
	#[TestWith( array( '  =1' ) )]
	#[TestWith( array( "\xEF\xBC\x9D1" ) )]
	public function test_what_a_spreadsheet_would_run_becomes_text( string $value ): void {
		self::assertSame( "'" . $value, Csv_Cell::safe( $value ) );
	}

	#[TestWith( array( 'Tulips = flowers' ) )]
	#[TestWith( array( '/a-b' ) )]
	#[TestWith( array( '' ) )]
	#[TestWith( array( '42' ) )]
	public function test_ordinary_text_stays( string $value ): void {
		self::assertSame( $value, Csv_Cell::safe( $value ) );
	}
}
