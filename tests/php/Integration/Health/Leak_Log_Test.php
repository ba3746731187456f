<?php
/**
 * What the owner is told of leaks.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Health;

use Candid\Domain\Fence_Finding;
use Candid\Domain\Recording_Id;
use Candid\Health\Leak_Log;
use Candid\Tests\Integration\Site_Case;

final class Leak_Log_Test extends Site_Case {

	protected function setUp(): void {
		parent::setUp();
		( new Leak_Log() )->clear();
	}

	protected function tearDown(): void {
		( new Leak_Log() )->clear();
		parent::tearDown();
	}

	public function test_a_leak_that_comes_again_is_one_entry_with_a_count(): void {
		$log = new Leak_Log();
		$this->note( $log, '/contact', array( new Fence_Finding( 'form-input', 'input[name=city]', 2 ) ), 1000 );
		$log->keep();
		$this->note( $log, '/contact', array( new Fence_Finding( 'form-input', 'input[name=city]', 3 ), new Fence_Finding( 'url', '', 1 ) ), 5000 );
		$this->note( $log, '/contact', array(), 9000 );
		$log->keep();
		self::assertEqualsCanonicalizing(
			array(
				array( 'rule' => 'form-input', 'path' => '/contact', 'selector' => 'input[name=city]', 'count' => 5, 'first' => 1000, 'last' => 5000 ),
				array( 'rule' => 'url', 'path' => '/contact', 'selector' => '', 'count' => 1, 'first' => 5000, 'last' => 5000 ),
			),
			$log->leaks()
		);
	}

	public function test_a_flood_keeps_the_latest_hundred_and_is_not_loaded_with_every_page(): void {
		$log = new Leak_Log();
		for ( $i = 1; $i <= 130; $i++ ) {
			$this->note( $log, "/page-{$i}", array( new Fence_Finding( 'url', '', 1 ) ), $i );
		}
		$log->keep();
		$all = $log->leaks();
		self::assertCount( Leak_Log::MAX, $all );
		self::assertSame( array( '/page-130', '/page-31' ), array( $all[0]['path'], $all[99]['path'] ) );
		self::assertArrayNotHasKey( Leak_Log::OPTION, wp_load_alloptions( true ) );
	}

	public function test_a_path_is_scrubbed_and_cut_between_letters_so_that_the_database_takes_it(): void {
		$log = new Leak_Log();
		$this->note( $log, '/' . str_repeat( 'ů', 150 ) . '/', array( new Fence_Finding( 'url', '', 1 ) ), 1 );
		$this->note( $log, '/konto/jane@doe.com', array( new Fence_Finding( 'url', '', 1 ) ), 2 );
		$log->keep();
		wp_cache_flush();
		self::assertSame( array( '/konto/***', '/' . str_repeat( 'ů', 99 ) ), array_column( $log->leaks(), 'path' ) );
	}

	public function test_an_option_that_is_not_ours_is_no_leak(): void {
		update_option( Leak_Log::OPTION, array( 'x', array( 'rule' => 1 ) ), false );
		self::assertSame( array(), ( new Leak_Log() )->leaks() );
	}

	public function test_a_flood_of_one_recording_does_not_push_out_what_several_showed(): void {
		$log = new Leak_Log();
		foreach ( array( 1, 2 ) as $recording ) {
			$this->note( $log, '/checkout', array( new Fence_Finding( 'secret-text', 'p.card', 1 ) ), $recording, $recording );
		}
		for ( $i = 1; $i <= 150; $i++ ) {
			$this->note( $log, "/forged-{$i}", array( new Fence_Finding( 'url', '', 1 ) ), 1000 + $i, 3 );
		}
		$log->keep();
		self::assertCount( Leak_Log::MAX, $log->leaks() );
		self::assertContains( '/checkout', array_column( $log->leaks(), 'path' ) );
	}

	public function test_many_findings_are_written_once(): void {
		$log    = new Leak_Log();
		$writes = 0;
		$count  = static function ( mixed $value ) use ( &$writes ): mixed {
			++$writes;

			return $value;
		};
		add_filter( 'pre_update_option_' . Leak_Log::OPTION, $count );
		for ( $i = 1; $i <= 30; $i++ ) {
			$this->note( $log, "/page-{$i}", array( new Fence_Finding( 'url', '', 1 ) ), $i );
		}
		$log->keep();
		$log->keep();
		remove_filter( 'pre_update_option_' . Leak_Log::OPTION, $count );
		self::assertSame( 1, $writes );
	}

	public function test_a_path_that_is_a_sentence_is_not_kept(): void {
		$log = new Leak_Log();
		$this->note( $log, '/please call +1 555 0100', array( new Fence_Finding( 'url', '', 1 ) ), 1 );
		$log->keep();
		self::assertSame( array( '/' ), array_column( $log->leaks(), 'path' ) );
	}

	/** @param list<Fence_Finding> $findings */
	private function note( Leak_Log $log, string $path, array $findings, int $now_ms, int $recording = 1 ): void {
		$log->note_leaks( $path, $findings, Recording_Id::from_hex( sprintf( '%032x', $recording ) ), $now_ms );
	}
}
