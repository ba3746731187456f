<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Indexer;

use Candid\Domain\Fault;
use Candid\Domain\Recording_Id;
use Candid\Health\Index_Log;
use Candid\Tests\Integration\Recording_Case;
use Candid\Tests\Segment\Hooked_Fence;
use Candid\Tests\Segment\Segment_Builder;
use PHPUnit\Framework\Attributes\DataProvider;

final class Indexer_Test extends Recording_Case {

	public function test_a_visit_becomes_a_recording_with_counters_of_our_own(): void {
		$visit = $this->visit();
		foreach ( $visit as $sequence => $segment ) {
			// The visitor's clock runs 1,000 ms behind; each segment is a moment on its way.
			$this->drop_in( $segment, $sequence, Segment_Builder::BEGIN + 5000 * ( $sequence + 1 ) + 1000 + 10 * $sequence );
		}
		$report = $this->indexer()->run();
		self::assertSame( array( 5, 0, 0, false ), array( $report->stored, $report->duplicates, $report->refused, $report->unfinished ) );
		$found = $this->snapshot( $visit[0]->recording_id() );
		self::assertSame( array( 3, 10, 5, 24500, '/', '/checkout', 'Home', 'https://search.example/', 'desktop', array( 1280, 720 ), 'en-GB' ), array( $found['pages'], $found['events'], $found['segments'], $found['duration'], $found['entry'], $found['exit'], $found['title'], $found['referrer'], $found['device'], $found['viewport'], $found['language'] ) );
		self::assertSame( Segment_Builder::BEGIN + 1000, $found['started'] );
		self::assertSame(
			array(
				array( 'n' => 0, 'path' => '/', 'title' => 'Home', 'started' => 0, 'sequence' => 0 ),
				array( 'n' => 1, 'path' => '/tulips', 'title' => 'Tulips', 'started' => 10000, 'sequence' => 2 ),
				array( 'n' => 2, 'path' => '/checkout', 'title' => 'Checkout', 'started' => 15000, 'sequence' => 3 ),
			),
			$found['page_views']
		);
		self::assertSame( $visit[3]->decoded(), $found['bodies'][3] );
		self::assertSame( 0, $this->inbox()->bytes() );
	}

	public function test_any_order_with_duplicates_over_any_number_of_runs_gives_the_same_recording(): void {
		mt_srand( 7 );
		$expected = null;
		for ( $round = 0; $round < 25; $round++ ) {
			$key   = pack( 'N4', $round + 1, 1, 2, 3 );
			$visit = $this->visit( $key );
			$order = array( 0, 1, 2, 3, 4, mt_rand( 0, 4 ), mt_rand( 0, 4 ), mt_rand( 0, 4 ) );
			if ( 0 < $round ) {
				shuffle( $order );
			}
			foreach ( $order as $sequence ) {
				$this->drop_in( $visit[ $sequence ], $sequence, Segment_Builder::BEGIN + 5000 * ( $sequence + 1 ) + 40 );
				if ( 1 === mt_rand( 0, 2 ) ) {
					$this->indexer()->run();
				}
			}
			$this->indexer()->run();
			$found = $this->snapshot( $visit[0]->recording_id() );
			unset( $found['id'] );
			$expected ??= $found;
			self::assertSame( $expected, $found, 'Order ' . implode( ' ', $order ) );
		}
	}

	public function test_two_recordings_in_one_spool_do_not_mix(): void {
		$one = $this->visit( str_repeat( 'a', 16 ) );
		$two = $this->visit( str_repeat( 'b', 16 ) );
		foreach ( array( 0, 1, 2, 3, 4 ) as $sequence ) {
			$this->drop_in( $one[ $sequence ], $sequence );
			$this->drop_in( $two[ $sequence ], $sequence );
		}
		$this->indexer()->run();
		self::assertSame( 5, $this->snapshot( $one[0]->recording_id() )['segments'] );
		self::assertSame( 5, $this->snapshot( $two[0]->recording_id() )['segments'] );
	}

	public function test_a_run_without_time_leaves_everything_and_the_next_one_finishes(): void {
		foreach ( $this->visit() as $sequence => $segment ) {
			$this->drop_in( $segment, $sequence );
		}
		$report = $this->indexer()->run( 0.0 );
		self::assertTrue( $report->unfinished );
		self::assertSame( 0, $report->stored );
		self::assertSame( 5, $this->indexer()->run()->stored );
		self::assertSame( 0, $this->inbox()->bytes() );
	}

	public function test_only_one_indexer_works_at_a_time_and_a_dead_one_loses_its_lock(): void {
		$this->drop_in( $this->visit()[0], 0 );
		$lock = $this->storage->lock( 'indexer', 30 );
		self::assertTrue( $lock->take() );
		self::assertTrue( $this->indexer()->run()->unfinished );
		$lock->release();
		$dead = $this->storage->lock( 'indexer', -1 );
		$dead->take();
		self::assertSame( 1, $this->indexer()->run()->stored );
	}

	public function test_a_run_that_somebody_waits_for_waits_for_the_one_under_way(): void {
		$this->drop_in( $this->visit()[0], 0 );
		// Lives, and is done within a second: its lock ends with the second that is running.
		$under_way = $this->storage->lock( 'indexer', 0 );
		self::assertTrue( $under_way->take() );
		self::assertSame( 1, $this->indexer()->run( 2.0, true )->stored );
	}

	public function test_a_run_that_somebody_waits_for_gives_up_with_its_time(): void {
		$this->drop_in( $this->visit()[0], 0 );
		$under_way = $this->storage->lock( 'indexer', 30 );
		self::assertTrue( $under_way->take() );
		$report = $this->indexer()->run( 0.1, true );
		self::assertSame( array( 0, true ), array( $report->stored, $report->unfinished ) );
	}

	public function test_a_broken_segment_is_not_kept_and_does_not_stop_the_others(): void {
		$visit = $this->visit();
		$this->drop_in( $visit[0], 0 );
		$this->inbox()->append( Recording_Id::from_hex( $visit[0]->recording_id() ), 1, 1, 1, 'no gzip', Segment_Builder::BEGIN );
		$this->inbox()->append( Recording_Id::from_hex( $visit[0]->recording_id() ), 2, 1, 1, (string) gzencode( '{"v":1}' ), Segment_Builder::BEGIN );
		$this->drop_in( $visit[3], 3 );
		$report = $this->indexer()->run();
		self::assertSame( array( 2, 2 ), array( $report->stored, $report->refused ) );
		self::assertSame( array( 0, 3 ), array_keys( $this->snapshot( $visit[0]->recording_id() )['bodies'] ) );
	}

	public function test_a_fence_that_breaks_lets_nothing_through(): void {
		$fence = new Hooked_Fence( null, static fn() => throw new \LogicException( 'A mistake of ours.' ) );
		$visit = $this->visit();
		$this->drop_in( $visit[0], 0 );
		$report = $this->indexer( $fence )->run();
		self::assertSame( array( 0, 1 ), array( $report->stored, $report->refused ) );
		self::assertNull( $this->storage->recordings->find( Recording_Id::from_hex( $visit[0]->recording_id() ) ) );
		self::assertSame( array(), $this->storage->vault()->segments( Recording_Id::from_hex( $visit[0]->recording_id() ) ) );
	}

	public function test_a_run_killed_between_vault_and_rows_is_made_good_by_the_next(): void {
		$visit = $this->visit();
		foreach ( $visit as $sequence => $segment ) {
			$this->drop_in( $segment, $sequence );
		}
		$spool = $this->inbox()->take()[0];
		$bytes = file_get_contents( $spool );
		$this->indexer()->run();
		$expected = $this->snapshot( $visit[0]->recording_id() );
		// As after a kill: the vault has the segments, the rows and the cursor know nothing, the spool is there.
		$this->storage->recordings->delete( array( Recording_Id::from_hex( $visit[0]->recording_id() ) ) );
		file_put_contents( $spool, $bytes );
		$report = $this->indexer()->run();
		self::assertSame( array( 0, 5 ), array( $report->stored, $report->duplicates ) );
		self::assertSame( $expected, $this->snapshot( $visit[0]->recording_id() ) );
	}

	/** Runs the indexer in a process of its own that dies, lock in hand, when the fence meets a word; true when it died. */
	private function run_and_die( string $word ): bool {
		$code = 'require ' . var_export( dirname( __DIR__, 2 ) . '/Site/load.php', true ) . '; require_once ' . var_export( dirname( __DIR__, 4 ) . '/vendor/autoload.php', true ) . ';
			$storage = new Candid\Site\Site_Storage();
			$fence   = new Candid\Tests\Segment\Hooked_Fence( null, function ( string $line ) use ( $argv ) { if ( str_contains( $line, $argv[1] ) ) { posix_kill( getmypid(), 9 ); } } );
			$clock   = new Candid\Tests\Segment\Fixed_Clock();
			$frames  = new Candid\Indexer\Frame_Keeper( $storage->vault(), new Candid\Indexer\Segment_Reader( $fence, new Candid\Indexer\Decode_Budget( 268435456 ) ), $storage->key, $clock, new Candid\Health\Leak_Log() );
			( new Candid\Indexer\Indexer( $storage->inbox(), $frames, $storage->keeper(), $storage->key, $storage->lock( "indexer", 30 ), $clock, new Candid\Health\Index_Log() ) )->run();
			echo "finished";';
		$pipes   = array();
		$process = proc_open( array( PHP_BINARY, '-r', $code, $word ), array( 1 => array( 'pipe', 'w' ) ), $pipes, null, array( 'CANDID_SITE' => CANDID_TEST_SITE ) + getenv() );
		self::assertIsResource( $process );
		$said = (string) stream_get_contents( $pipes[1] );
		proc_close( $process );
		return ! str_contains( $said, 'finished' );
	}

	public function test_a_segment_that_kills_php_holds_up_nobody_and_is_tried_twice(): void {
		$honest = $this->visit( str_repeat( 'h', 16 ) );
		$deadly = ( new Segment_Builder() )->of_recording( str_repeat( 'd', 16 ) )->with_lines( Segment_Builder::event( 3, Segment_Builder::BEGIN, array( 't' => 'deadly' ) ) );
		$this->drop_in( $deadly, 0 );
		$this->drop_in( $honest[0], 0 );
		self::assertTrue( $this->run_and_die( 'deadly' ) );
		// Whoever waits never meets what failed before, and everything behind is there for them.
		wp_cache_flush();
		$awaited = $this->indexer( new Hooked_Fence( null, static fn( string $line ) => self::assertStringNotContainsString( 'deadly', $line ) ) )->run( 2.0, true );
		self::assertSame( array( 1, false ), array( $awaited->held, $awaited->unfinished ) );
		self::assertSame( 1, $this->snapshot( $honest[0]->recording_id() )['segments'] );
		self::assertTrue( $this->run_and_die( 'deadly' ) );
		wp_cache_flush();
		$report = $this->indexer()->run();
		self::assertSame( array( 0, 1, false ), array( $report->stored, $report->refused, $report->unfinished ) );
		self::assertSame( array( Fault::Segment_Deadly ), array_map( static fn( $fault ) => $fault->fault, $report->faults() ) );
		self::assertSame( Fault::Segment_Deadly, ( new Index_Log() )->all()[0]['fault'], 'Kept for the health screen.' );
		self::assertSame( array( 'inbox.lock', 'index.html', 'indexer.alive' ), array_values( array_diff( (array) scandir( $this->storage->folder->path( 'inbox' ) ), array( '.', '..' ) ) ) );
	}

	public function test_a_run_that_was_killed_by_chance_costs_no_segment(): void {
		$visit = $this->visit();
		foreach ( $visit as $sequence => $segment ) {
			$this->drop_in( $segment, $sequence );
		}
		self::assertTrue( $this->run_and_die( '"source":1' ) );
		wp_cache_flush();
		$report = $this->indexer()->run();
		self::assertSame( array( 5, 0, false ), array( $report->stored, $report->refused, $report->unfinished ) );
	}

	public function test_a_spool_that_another_run_finished_after_taking_the_lock_over_is_no_fault(): void {
		foreach ( $this->visit() as $sequence => $segment ) {
			$this->drop_in( $segment, $sequence );
		}
		$this->inbox()->take();
		$this->drop_in( $this->visit( str_repeat( 'b', 16 ) )[0], 0 );
		// Both spools are there when the run lists them. The first is gone with its cursor while the run is inside it, the second before.
		$folder = $this->storage->folder->path( 'inbox' );
		$fence  = new Hooked_Fence(
			static function () use ( $folder ): void {
				array_map( 'unlink', (array) glob( "$folder/taken-*" ) );
			}
		);
		$report = $this->indexer( $fence )->run();
		self::assertSame( array( 5, false, array() ), array( $report->stored, $report->unfinished, $report->faults() ) );
		self::assertSame( array(), glob( "$folder/taken-*" ) );
	}

	public function test_a_spool_of_another_data_key_is_set_aside_and_not_lost(): void {
		$this->drop_in( $this->visit()[0], 0 );
		$this->storage->key->destroy();
		$this->storage->key->create();
		$report = $this->indexer()->run();
		self::assertSame( array( 0, 1 ), array( $report->stored, $report->refused ) );
		self::assertSame( 1, $this->inbox()->unreadable() );
		self::assertSame( 0, $this->inbox()->bytes() );
	}

	public function test_a_recording_begun_with_another_data_key_does_not_hold_up_the_others(): void {
		$old = $this->visit( str_repeat( 'a', 16 ) );
		$this->drop_in( $old[0], 0 );
		$this->indexer()->run();
		$this->storage->key->destroy();
		$this->storage->key->create();
		$new = $this->visit( str_repeat( 'b', 16 ) );
		$this->drop_in( $old[1], 1 );
		$this->drop_in( $new[0], 0 );
		$report = $this->indexer()->run();
		self::assertSame( array( 1, 1, false ), array( $report->stored, $report->refused, $report->unfinished ) );
		self::assertSame( 0, $this->inbox()->bytes() );
	}

	public function test_a_disk_that_takes_nothing_for_long_costs_no_segment(): void {
		foreach ( $this->visit() as $sequence => $segment ) {
			$this->drop_in( $segment, $sequence );
		}
		$vault = $this->storage->folder->path( 'vault' );
		rename( $vault, "$vault.away" );
		// A file where the vault should be: even root cannot write into it.
		touch( $vault );
		for ( $run = 0; $run < 7; $run++ ) {
			$report = $this->indexer()->run();
			self::assertSame( array( true, Fault::Vault_Closed ), array( $report->unfinished, $report->stopped_by?->fault ) );
		}
		unlink( $vault );
		rename( "$vault.away", $vault );
		self::assertSame( 5, $this->indexer()->run()->stored );
	}

	/** Closes the sub-folder of a recording, also to root. @return \Closure(): void Opens it again. */
	private function close( string $recording_id ): \Closure {
		$folder = $this->storage->folder->path( 'vault' ) . '/' . substr( $recording_id, 0, 2 );
		$there  = is_dir( $folder ) && rename( $folder, "$folder.away" );
		touch( $folder );
		return static function () use ( $folder, $there ): void {
			unlink( $folder );
			$there && rename( "$folder.away", $folder );
		};
	}

	public function test_a_recording_that_cannot_be_written_is_set_aside_named_and_taken_in_when_it_can(): void {
		$closed = $this->visit( str_repeat( 'c', 16 ) );
		$honest = $this->visit( str_repeat( 'h', 16 ) );
		$open   = $this->close( $closed[0]->recording_id() );
		foreach ( array( 0, 1 ) as $sequence ) {
			$this->drop_in( $closed[ $sequence ], $sequence );
			$this->drop_in( $honest[ $sequence ], $sequence );
		}
		$report = $this->indexer()->run();
		self::assertSame( array( 2, 2, false ), array( $report->stored, $report->held, $report->unfinished ), 'What is behind goes on.' );
		$kept = ( new Index_Log() )->all();
		self::assertSame( array( Fault::Recording_Closed, $closed[0]->recording_id() ), array( $kept[0]['fault'], $kept[0]['recording'] ) );
		self::assertStringEndsWith( 'vault/' . substr( $closed[0]->recording_id(), 0, 2 ), $kept[0]['parameters']['path'] );
		// What comes later for the recording waits behind, in order.
		$this->drop_in( $closed[2], 2 );
		self::assertSame( array( 0, 1 ), array( $this->indexer()->run()->stored, $this->inbox()->held->count() ) );
		$this->clock->ms += 601000;
		self::assertSame( array( 0, false ), array( $this->indexer()->run()->stored, $this->inbox()->has_work() ) );
		$open();
		$this->drop_in( $closed[3], 3 );
		self::assertSame( 0, $this->indexer()->run()->stored, 'Not sooner than ten minutes after the last try, and nothing overtakes what waits.' );
		$this->clock->ms += 601000;
		self::assertSame( 4, $this->indexer()->run()->stored );
		self::assertSame( 4, $this->snapshot( $closed[0]->recording_id() )['segments'] );
		self::assertSame( array( 0, 0 ), array( $this->inbox()->held->count(), $this->inbox()->bytes() ) );
	}

	public function test_what_is_held_waits_for_its_data_key_too(): void {
		$closed = $this->visit();
		$open   = $this->close( $closed[0]->recording_id() );
		$this->drop_in( $closed[0], 0 );
		$this->indexer()->run();
		$open();
		$this->storage->key->destroy();
		$this->storage->key->create();
		$this->clock->ms += 601000;
		self::assertSame( 1, $this->indexer()->run()->refused );
		self::assertSame( array( 0, 1 ), array( $this->inbox()->held->count(), $this->inbox()->unreadable() ) );
	}

	public function test_what_could_not_be_written_for_a_week_is_removed_and_said(): void {
		$closed = $this->visit();
		$open   = $this->close( $closed[0]->recording_id() );
		$this->drop_in( $closed[0], 0 );
		$this->indexer()->run();
		$this->clock->ms += 1000 * 604900;
		$this->indexer()->run();
		$open();
		self::assertSame( 0, $this->inbox()->held->count() );
		self::assertContains( Fault::Held_Dropped, array_column( ( new Index_Log() )->all(), 'fault' ) );
	}

	/** Makes the database refuse writes of ours to a table. @return \Closure(): void Ends it. */
	private function refuse( string $pattern ): \Closure {
		$filter = static fn( string $query ): string => 1 === preg_match( $pattern, $query ) ? 'INSERT INTO no_such_table VALUES ( 1 )' : $query;
		add_filter( 'query', $filter );
		$GLOBALS['wpdb']->suppress_errors( true );
		return static function () use ( $filter ): void {
			remove_filter( 'query', $filter );
			$GLOBALS['wpdb']->suppress_errors( false );
		};
	}

	/** @return array<string, array{string}> */
	public static function refused_writes(): array {
		return array(
			'a new row'             => array( '/^INSERT.*candid_recordings/i' ),
			'a new page view'       => array( '/^INSERT.*candid_pages/i' ),
			'the row once more'     => array( '/^UPDATE.*candid_recordings/i' ),
		);
	}

	#[DataProvider( 'refused_writes' )]
	public function test_a_row_the_database_refuses_stops_no_other_one_and_is_written_later( string $pattern ): void {
		$visit = $this->visit( str_repeat( 'v', 16 ) );
		if ( str_contains( $pattern, 'UPDATE' ) ) {
			$this->drop_in( $visit[4], 4 );
			$this->indexer()->run();
		}
		$this->drop_in( $visit[0], 0 );
		$end    = $this->refuse( $pattern );
		$report = $this->indexer()->run();
		$end();
		self::assertSame( array( 1, 1, false ), array( $report->stored, $report->held, $report->unfinished ) );
		self::assertSame( Fault::Row_Refused, ( new Index_Log() )->all()[0]['fault'] );
		$this->clock->ms += 601000;
		$this->indexer()->run();
		$found = $this->snapshot( $visit[0]->recording_id() );
		self::assertSame( array( '/', 'Home', 'desktop' ), array( $found['entry'], $found['title'], $found['device'] ) );
		self::assertSame( 0, $this->inbox()->held->count() );
	}

	public function test_while_the_database_takes_nothing_everything_waits(): void {
		$visit = $this->visit();
		$this->drop_in( $visit[0], 0 );
		$end    = $this->refuse( '/^(INSERT|UPDATE|REPLACE)(?!.*candid_lock)/i' );
		$report = $this->indexer()->run();
		$end();
		self::assertSame( array( true, Fault::Database_Refused, 0 ), array( $report->unfinished, $report->stopped_by?->fault, $report->held ) );
		$this->indexer()->run();
		self::assertSame( array( '/', 'Home' ), array( $this->snapshot( $visit[0]->recording_id() )['entry'], $this->snapshot( $visit[0]->recording_id() )['title'] ) );
	}

	public function test_one_sender_of_many_segments_takes_turns_with_the_others(): void {
		$many = ( new Segment_Builder() )->of_recording( str_repeat( 'm', 16 ) );
		for ( $sequence = 0; $sequence < 200; $sequence++ ) {
			$this->drop_in( $many, $sequence );
		}
		foreach ( range( 0, 5 ) as $i ) {
			$this->drop_in( $this->visit( str_repeat( chr( 65 + $i ), 16 ) )[0], 0 );
		}
		$seen = array();
		$this->indexer( new Hooked_Fence( static function ( Recording_Id $recording ) use ( &$seen ): void { $seen[] = $recording->hex; } ) )->run( 20.0 );
		self::assertCount( 206, $seen );
		$others = array_diff( array_slice( $seen, 0, 22 ), array( $many->recording_id() ) );
		self::assertCount( 6, $others, 'Everybody has had a turn after the first of the sender with 200.' );
	}

	public function test_without_the_data_key_everything_waits(): void {
		$this->drop_in( $this->visit()[0], 0 );
		$path = glob( WP_CONTENT_DIR . '/candid-key-*.php' );
		self::assertIsArray( $path );
		rename( $path[0], $path[0] . '.away' );
		$this->storage = new \Candid\Site\Site_Storage();
		$report        = $this->indexer()->run();
		self::assertTrue( $report->unfinished );
		self::assertSame( Fault::Key_Missing, $report->stopped_by?->fault );
		self::assertSame( Fault::Key_Missing, ( new Index_Log() )->all()[0]['fault'] );
		rename( $path[0] . '.away', $path[0] );
		self::assertSame( 1, $this->indexer()->run()->stored );
	}

	public function test_late_segments_of_an_erased_recording_vanish(): void {
		$visit = $this->visit();
		$id    = Recording_Id::from_hex( $visit[0]->recording_id() );
		$this->drop_in( $visit[0], 0 );
		$this->indexer()->run();
		$this->drop_in( $visit[1], 1 );
		self::assertSame( 1, $this->storage->keeper()->erase( array( $id ) ) );
		self::assertSame( 1, $this->indexer()->run()->erased );
		self::assertNull( $this->storage->recordings->find( $id ) );
		self::assertSame( array(), $this->storage->vault()->segments( $id ) );
		self::assertSame( 0, $this->inbox()->bytes() );
	}

	public function test_a_clock_that_is_years_off_ends_in_the_servers_time(): void {
		foreach ( array( -315360000000, 315360000000 ) as $i => $off ) {
			$segment = ( new Segment_Builder() )->of_recording( str_repeat( chr( 65 + $i ), 16 ) )->with_envelope( array( 'started' => Segment_Builder::BEGIN + $off, 'sent' => Segment_Builder::BEGIN + $off + 5000 ) )->with_lines( Segment_Builder::event( 3, Segment_Builder::BEGIN + $off ), Segment_Builder::event( 3, Segment_Builder::BEGIN + $off + 4000 ) );
			$this->drop_in( $segment, 0, Segment_Builder::BEGIN + 5000 );
			$this->indexer()->run();
			$found = $this->snapshot( $segment->recording_id() );
			self::assertSame( array( Segment_Builder::BEGIN, 4000 ), array( $found['started'], $found['duration'] ) );
		}
	}

	public function test_odd_text_in_an_envelope_reaches_the_rows_whole(): void {
		$title   = "Tulpen & <b>\u{1F337}</b> \u{202E}'; DROP TABLE x; --";
		$segment = ( new Segment_Builder() )->with_envelope( array( 'title' => $title ) );
		$this->drop_in( $segment, 0 );
		$this->indexer()->run();
		self::assertSame( "Tulpen & <b>\u{1F337}</b> '; DROP TABLE x; --", $this->snapshot( $segment->recording_id() )['title'] );
	}

	public function test_a_title_that_commands_a_terminal_is_only_text_in_the_rows(): void {
		$segment = ( new Segment_Builder() )->with_envelope( array( 'title' => "Tulips\u{1B}[31m\u{9B}2J\u{85}" ) );
		$this->drop_in( $segment, 0 );
		$this->indexer()->run();
		self::assertSame( 'Tulips [31m 2J ', $this->snapshot( $segment->recording_id() )['title'] );
	}
}
