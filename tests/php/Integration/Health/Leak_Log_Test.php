<?php
/**
 * What the owner is told of leaks.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Health;

use Candid\Domain\Fence_Finding;
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
		$log->note( '/contact', array( new Fence_Finding( 'form-input', 'input[name=city]', 2 ) ), 1000 );
		$log->note( '/contact', array( new Fence_Finding( 'form-input', 'input[name=city]', 3 ), new Fence_Finding( 'url', '', 1 ) ), 5000 );
		$log->note( '/contact', array(), 9000 );
		self::assertEqualsCanonicalizing(
			array(
				array( 'rule' => 'form-input', 'path' => '/contact', 'selector' => 'input[name=city]', 'count' => 5, 'first' => 1000, 'last' => 5000 ),
				array( 'rule' => 'url', 'path' => '/contact', 'selector' => '', 'count' => 1, 'first' => 5000, 'last' => 5000 ),
			),
			$log->all()
		);
	}

	public function test_a_flood_keeps_the_latest_hundred_and_is_not_loaded_with_every_page(): void {
		$log = new Leak_Log();
		for ( $i = 1; $i <= 130; $i++ ) {
			$log->note( "/page-{$i}", array( new Fence_Finding( 'url', '', 1 ) ), $i );
		}
		$all = $log->all();
		self::assertCount( Leak_Log::MAX, $all );
		self::assertSame( array( '/page-130', '/page-31' ), array( $all[0]['path'], $all[99]['path'] ) );
		self::assertArrayNotHasKey( Leak_Log::OPTION, wp_load_alloptions( true ) );
	}

	public function test_a_path_is_scrubbed_and_cut_between_letters_so_that_the_database_takes_it(): void {
		$log = new Leak_Log();
		$log->note( '/' . str_repeat( 'ů', 150 ) . '/', array( new Fence_Finding( 'url', '', 1 ) ), 1 );
		$log->note( '/konto/jane@doe.com', array( new Fence_Finding( 'url', '', 1 ) ), 2 );
		wp_cache_flush();
		self::assertSame( array( '/konto/***', '/' . str_repeat( 'ů', 99 ) ), array_column( $log->all(), 'path' ) );
	}

	public function test_an_option_that_is_not_ours_is_no_leak(): void {
		update_option( Leak_Log::OPTION, array( 'x', array( 'rule' => 1 ) ), false );
		self::assertSame( array(), ( new Leak_Log() )->all() );
	}
}
