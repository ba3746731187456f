<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Inbox;

use Candid\Inbox\Inbox;
use Candid\Inbox\Spool;
use Candid\Tests\Segment\Fixed_Key;
use Candid\Tests\Segment\Scratch_Folder;
use PHPUnit\Framework\TestCase;

/** Not among the unit tests: it needs real processes, which PHP-WASM does not have. */
final class Inbox_Writers_Test extends TestCase {

	use Scratch_Folder;

	public function test_many_writers_at_once_lose_nothing(): void {
		$code = 'require ' . var_export( dirname( __DIR__, 4 ) . '/vendor/autoload.php', true ) . '; $inbox = new \Candid\Inbox\Inbox( $argv[1], new \Candid\Tests\Segment\Fixed_Key() ); for ( $i = 0; $i < 40; $i++ ) { $inbox->append( \Candid\Domain\Recording_Id::from_hex( str_repeat( $argv[2], 32 ) ), $i, 1, 0, "body $i", 1 ); if ( 5 === $i % 10 ) { $inbox->take(); } }';
		$processes = array();
		foreach ( array( 'a', 'b', 'c', 'd' ) as $name ) {
			$pipes       = array();
			$processes[] = proc_open( array( PHP_BINARY, '-r', $code, $this->folder, $name ), array(), $pipes );
		}
		foreach ( $processes as $process ) {
			self::assertIsResource( $process );
			self::assertSame( 0, proc_close( $process ) );
		}
		$found = array();
		foreach ( ( new Inbox( $this->folder, new Fixed_Key() ) )->take() as $path ) {
			$file = fopen( $path, 'rb' );
			self::assertIsResource( $file );
			foreach ( Spool::frames( $file ) as $frame ) {
				$found[] = $frame->recording->hex[0] . $frame->sequence . $frame->body( ( new Fixed_Key() )->cipher( 'inbox' ), basename( dirname( $this->folder ) ) );
			}
			fclose( $file );
		}
		self::assertCount( 160, array_unique( $found ) );
		self::assertCount( 160, $found );
	}
}
