<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Health;

use Candid\Domain\Recording_Id;
use Candid\Health\Stop_Log;
use Candid\Plugin;
use Candid\Tests\Integration\Recording_Case;
use Candid\Tests\Segment\Segment_Builder;

/** From the last segment of a recording that stopped to the owner. */
final class Stop_Report_Test extends Recording_Case {

	public function test_the_reason_of_a_recording_that_stopped_is_noted_when_it_is_indexed(): void {
		delete_option( Stop_Log::OPTION );
		$this->drop_in( ( new Segment_Builder() )->with_envelope( array( 'ended' => 'selector' ) ), 0 );
		Plugin::instance()->indexer()->run();
		$stops = ( new Stop_Log() )->stops();
		self::assertSame( array( 'selector' ), array_keys( $stops ) );
		self::assertSame( 1, $stops['selector']['count'] );
		self::assertStringStartsWith( '/', $stops['selector']['path'] );
	}

	public function test_a_path_that_names_another_host_is_kept_as_one_of_this_site(): void {
		delete_option( Stop_Log::OPTION );
		$this->drop_in( ( new Segment_Builder() )->with_envelope( array( 'ended' => 'error', 'url' => 'https://shop.example//%zz' ) ), 0 );
		Plugin::instance()->indexer()->run();
		self::assertSame( '/%zz', ( new Stop_Log() )->stops()['error']['path'] );
	}

	public function test_a_long_path_is_cut_between_letters_so_that_the_database_takes_it(): void {
		delete_option( Stop_Log::OPTION );
		$log = new Stop_Log();
		$log->note_stop( 'error', '/' . str_repeat( 'ů', 150 ), Recording_Id::from_hex( str_repeat( 'a', 32 ) ), 1 );
		$log->keep();
		wp_cache_flush();
		self::assertSame( '/' . str_repeat( 'ů', 99 ), ( new Stop_Log() )->stops()['error']['path'] );
	}
}
