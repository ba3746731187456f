<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Site;

use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Fence;
use Candid\Indexer\Indexer;
use Candid\Rest\Recordings_Controller;
use Candid\Site\Indexer_Schedule;
use Candid\Site\Site_Storage;
use Candid\Tests\Integration\Recording_Case;
use Candid\Tests\Segment\Hooked_Fence;
use Candid\Tests\Segment\Segment_Builder;

final class Indexer_Schedule_Test extends Recording_Case {

	private function schedule( ?Segment_Fence $fence = null ): Indexer_Schedule {
		return new Indexer_Schedule( fn(): Indexer => $this->indexer( $fence ), fn(): Site_Storage => $this->storage );
	}

	private function next(): int {
		$next = wp_next_scheduled( Indexer_Schedule::HOOK );
		return false === $next ? 0 : $next - time();
	}

	public function test_a_site_where_nothing_waits_has_no_job(): void {
		self::assertSame( 0, $this->next(), 'Setting up puts none there.' );
		$this->schedule()->run_from_cron();
		$this->schedule()->catch_up();
		self::assertSame( 0, $this->next() );
	}

	public function test_after_a_visit_the_job_comes_again_for_what_is_removed_a_day_later_and_then_no_more(): void {
		$this->drop_in( $this->visit()[0], 0 );
		$this->schedule()->run_from_cron();
		self::assertEqualsWithDelta( 21600, $this->next(), 5 );
		Indexer_Schedule::unschedule();
		// A day has passed.
		$id = $this->visit()[0]->recording_id();
		foreach ( (array) glob( $this->storage->folder->path( 'vault' ) . "/??/$id.*" ) as $path ) {
			touch( (string) $path, time() - 90000 );
		}
		unlink( $this->storage->folder->path( 'vault' ) . '/tidied' );
		$this->schedule()->run_from_cron();
		self::assertSame( 0, $this->next() );
	}

	public function test_what_is_held_is_met_when_its_time_has_come(): void {
		$this->clock->ms = 1000 * time();
		$visit           = $this->visit();
		$folder          = $this->storage->folder->path( 'vault' ) . '/' . substr( $visit[0]->recording_id(), 0, 2 );
		touch( $folder );
		$this->drop_in( $visit[0], 0, $this->clock->ms );
		$this->schedule()->run_from_cron();
		unlink( $folder );
		self::assertEqualsWithDelta( 600, $this->next(), 5 );
	}

	public function test_what_is_left_is_met_soon(): void {
		$lock = $this->storage->lock( 'indexer', 30 );
		$lock->take();
		$this->drop_in( $this->visit()[0], 0 );
		$this->schedule()->catch_up();
		$lock->release();
		self::assertEqualsWithDelta( 120, $this->next(), 5 );
	}

	/** @return \Closure( string, string, array<string, mixed>=): float Asks a route and gives the seconds it took. */
	private function ask( Segment_Fence $fence ): \Closure {
		$controller = new Recordings_Controller( fn(): Site_Storage => $this->storage, $this->schedule( $fence ), $this->clock );
		$server     = $GLOBALS['wp_rest_server'] ?? null;
		$GLOBALS['wp_rest_server'] = new \WP_REST_Server();
		$controller->register_routes();
		$mine                      = $GLOBALS['wp_rest_server'];
		$GLOBALS['wp_rest_server'] = $server;
		wp_set_current_user( 1 );
		return static function ( string $method, string $route, array $parameters = array() ) use ( $mine ): float {
			$request = new \WP_REST_Request( $method, $route );
			$request->set_query_params( $parameters );
			$begin  = microtime( true );
			$answer = $mine->dispatch( $request );
			self::assertContains( $answer->get_status(), array( 200, 404 ), (string) wp_json_encode( $answer->get_data() ) );
			return microtime( true ) - $begin;
		};
	}

	public function test_list_one_recording_and_deletion_answer_within_three_seconds_whatever_waits(): void {
		do_action( 'rest_api_init' );
		$slow = new Hooked_Fence(
			static function (): void {
				// What one segment may take.
				for ( $until = microtime( true ) + 0.9; microtime( true ) < $until; ) {
					hash( 'sha256', 'busy' );
				}
			}
		);
		for ( $i = 0; $i < 20; $i++ ) {
			$this->drop_in( ( new Segment_Builder() )->of_recording( str_repeat( chr( 65 + $i ), 16 ) ), 0 );
		}
		$ask = $this->ask( $slow );
		$id  = str_repeat( 'e', 32 );
		self::assertLessThan( 3.0, $ask( 'GET', '/candid/v1/recordings' ) );
		self::assertLessThan( 3.0, $ask( 'GET', "/candid/v1/recordings/$id" ) );
		self::assertLessThan( 3.0, $ask( 'DELETE', "/candid/v1/recordings/$id" ) );
		self::assertLessThan( 3.0, $ask( 'DELETE', '/candid/v1/recordings', array( 'ids' => array( $id ) ) ) );
		self::assertTrue( $this->inbox()->has_work(), 'There was more than anybody could wait for.' );
	}

	public function test_a_full_spool_of_the_smallest_segments_does_not_delay_an_answer(): void {
		$inbox = $this->inbox();
		$body  = ( new Segment_Builder() )->with_lines()->body();
		for ( $i = 0; $i < 20000; $i++ ) {
			$inbox->append( Recording_Id::from_hex( sprintf( '%032x', $i ) ), 0, 1, 1, $body, $this->clock->ms );
		}
		self::assertLessThan( 3.0, ( $this->ask( new Hooked_Fence() ) )( 'GET', '/candid/v1/recordings' ) );
	}
}
