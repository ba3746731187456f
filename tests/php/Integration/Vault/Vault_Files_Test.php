<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Vault;

use Candid\Domain\Fault;
use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Facts;
use Candid\Tests\Segment\Fixed_Key;
use Candid\Tests\Segment\Scratch_Folder;
use Candid\Vault\Local_Vault;
use PHPUnit\Framework\TestCase;

/** Not among the unit tests: PHP-WASM grants every lock and knows no modes. */
final class Vault_Files_Test extends TestCase {

	use Scratch_Folder;

	/** @return array{Local_Vault, Recording_Id, string} A vault, a recording, and where its file will be. */
	private function given(): array {
		$id = str_repeat( 'a', 32 );
		return array( new Local_Vault( $this->folder, new Fixed_Key() ), Recording_Id::from_hex( $id ), "$this->folder/aa/$id.rec" );
	}

	private static function facts( int $sequence ): Segment_Facts {
		return new Segment_Facts( $sequence, 2, 1, 3, 40, 5, 6, 1732000000001, 1732000000999, 1732000001000, 1732000001500 );
	}

	public function test_files_and_folders_are_for_their_user_alone(): void {
		list( $vault, $id, $file ) = $this->given();
		$vault->append( $id, self::facts( 0 ), 'first' );
		$vault->keep_fence_state( $id, 'nodes' );
		$modes = array_map( static fn( string $path ): string => sprintf( '%o', fileperms( $path ) & 0777 ), array( dirname( $file ), $file, substr( $file, 0, -3 ) . 'fence', substr( $file, 0, -3 ) . 'index' ) );
		self::assertSame( array( '700', '600', '600', '600' ), $modes );
	}

	public function test_a_lock_that_nobody_gives_back_ends_the_wait(): void {
		list( $vault, $id, $file ) = $this->given();
		$vault->append( $id, self::facts( 0 ), 'first' );
		$handle = fopen( $file, 'r+b' );
		self::assertIsResource( $handle );
		flock( $handle, LOCK_EX );
		$this->expectExceptionMessage( Fault::Recording_Locked->value );
		$vault->append( $id, self::facts( 1 ), 'second' );
	}
}
