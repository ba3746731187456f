<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Indexer;

use Candid\Indexer\Cursor;
use Candid\Tests\Segment\Scratch_Folder;
use PHPUnit\Framework\TestCase;

final class Cursor_Test extends TestCase {

	use Scratch_Folder;

	private function spool(): string {
		touch( "$this->folder/taken-1.spool" );
		return "$this->folder/taken-1.spool";
	}

	public function test_a_frame_that_ended_php_twice_is_deadly_and_one_that_did_so_once_is_not(): void {
		$spool = $this->spool();
		( new Cursor( $spool ) )->begin( 3 );
		self::assertFalse( ( new Cursor( $spool ) )->is_deadly( 3 ) );
		( new Cursor( $spool ) )->begin( 3 );
		self::assertTrue( ( new Cursor( $spool ) )->is_deadly( 3 ) );
		self::assertFalse( ( new Cursor( $spool ) )->is_deadly( 4 ) );
		self::assertSame( 0, ( new Cursor( $spool ) )->done() );
	}

	public function test_a_run_that_comes_by_other_frames_first_does_not_forget_the_one_php_ended_in(): void {
		$spool = $this->spool();
		foreach ( array( 1, 2 ) as $run ) {
			$cursor = new Cursor( $spool );
			$cursor->begin( 0 );
			$cursor->begin( 45 );
		}
		$cursor = new Cursor( $spool );
		$cursor->begin( 0 );
		$cursor->advance_to( 1 );
		self::assertTrue( ( new Cursor( $spool ) )->is_deadly( 45 ) );
		self::assertSame( 0, ( new Cursor( $spool ) )->tries( 0 ) );
	}

	public function test_every_frame_that_ended_php_twice_is_passed_over(): void {
		$spool = $this->spool();
		$died  = array();
		// A run goes through both frames as far as it gets; each of them ends PHP.
		for ( $run = 0; $run < 10; $run++ ) {
			$cursor = new Cursor( $spool );
			foreach ( array( 0, 45 ) as $offset ) {
				if ( ! $cursor->is_deadly( $offset ) ) {
					$cursor->begin( $offset );
					$died[] = $offset;
					break;
				}
			}
		}
		self::assertSame( array( 0, 0, 45, 45 ), $died );
	}

	public function test_a_run_that_came_back_leaves_no_frame_under_suspicion(): void {
		$spool = $this->spool();
		foreach ( array( 1, 2, 3 ) as $run ) {
			$cursor = new Cursor( $spool );
			$cursor->begin( 0 );
			$cursor->advance_to( 0 );
		}
		self::assertFalse( ( new Cursor( $spool ) )->is_deadly( 0 ) );
	}

	public function test_a_spool_that_somebody_else_has_finished_gets_no_cursor(): void {
		$spool  = $this->spool();
		$cursor = new Cursor( $spool );
		unlink( $spool );
		$cursor->begin( 0 );
		$cursor->advance_to( 1 );
		self::assertSame( array(), glob( "$this->folder/*" ) );
	}

	public function test_a_cursor_that_cannot_be_read_begins_at_the_first_frame(): void {
		$spool = $this->spool();
		file_put_contents( "$spool.cursor", 'x' );
		self::assertSame( 0, ( new Cursor( $spool ) )->done() );
	}
}
