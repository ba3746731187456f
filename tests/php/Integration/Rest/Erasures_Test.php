<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Rest;

/** Visitors erase what was recorded of them, over HTTP. */
final class Erasures_Test extends Http_Case {

	private const ADDRESS = '/candid/v1/erasures';

	/** @return array<string, mixed> */
	private function erase( string $key, string $type = 'application/octet-stream' ): array {
		return $this->nobody()->with( 'Content-Type', $type )->with( 'Sec-Fetch-Site', 'same-origin' )->ask( 'POST', self::ADDRESS, $key );
	}

	private function status_of( string $id ): int {
		return self::$admin->ask( 'GET', '/candid/v1/recordings/' . $id )['status'];
	}

	public function test_a_recording_is_gone_when_the_answer_comes_and_late_segments_stay_out(): void {
		$segment = $this->segment()->of_recording( str_repeat( 'A', 16 ) );
		$this->nobody()->send( $segment->bytes() );
		self::assertSame( 200, $this->status_of( $segment->recording_id() ) );
		$answer = $this->erase( str_repeat( 'A', 16 ) );
		self::assertSame( 200, $answer['status'], $answer['body'] );
		self::assertMatchesRegularExpression( '/\A\w{4}-\w{4}-\w{4}\z/', $answer['json']['receipts'][0] );
		self::assertSame( 'no-store, private', $answer['headers']['cache-control'] );
		self::assertSame( array(), self::$site->run( '$folder = ( new \Candid\Site\Site_Storage() )->folder->path( "vault" ); return array_values( array_map( "basename", glob( "$folder/??/' . $segment->recording_id() . '*" ) ) );' ) );
		self::assertSame( 404, $this->status_of( $segment->recording_id() ) );
		self::assertSame( 204, $this->nobody()->send( $segment->numbered( 1 )->bytes() )['status'] );
		self::assertSame( 404, $this->status_of( $segment->recording_id() ) );
	}

	public function test_what_waits_in_the_inbox_is_erased_too(): void {
		$segment = $this->segment()->of_recording( str_repeat( 'B', 16 ) );
		self::$site->run( '( new \Candid\Site\Site_Storage() )->inbox()->append( \Candid\Domain\Recording_Id::from_hex( "' . $segment->recording_id() . '" ), 0, \Candid\Accounts\Own_Account::row(), 1, base64_decode( "' . base64_encode( $segment->body() ) . '" ), 1000 * time() );' );
		self::assertSame( 200, $this->erase( str_repeat( 'B', 16 ) )['status'] );
		self::assertSame( 404, $this->status_of( $segment->recording_id() ) );
		self::assertFalse( self::$site->run( 'return ( new \Candid\Site\Site_Storage() )->inbox()->has_work();' ) );
	}

	public function test_an_erasure_that_was_killed_is_finished_when_the_tab_asks_again(): void {
		$segment = $this->segment()->of_recording( str_repeat( 'H', 16 ) );
		$this->nobody()->send( $segment->bytes() );
		self::assertSame( 200, $this->status_of( $segment->recording_id() ) );
		// Killed after the id was noted: key, bytes and row are still there, and no answer has left.
		$files = '$folder = ( new \Candid\Site\Site_Storage() )->folder->path( "vault" ); return count( glob( "$folder/??/' . $segment->recording_id() . '*" ) );';
		self::$site->run( '( new \Candid\Vault\Tombstones( ( new \Candid\Site\Site_Storage() )->folder->path( "vault" ) ) )->add( \Candid\Domain\Recording_Id::from_hex( "' . $segment->recording_id() . '" ), time() );' );
		self::assertGreaterThan( 0, self::$site->run( $files ) );
		self::assertSame( 200, $this->erase( str_repeat( 'H', 16 ) )['status'] );
		self::assertSame( array( 0, 404 ), array( self::$site->run( $files ), $this->status_of( $segment->recording_id() ) ) );
	}

	public function test_an_erasure_that_was_killed_is_finished_by_the_job_when_the_tab_is_gone(): void {
		$segment = $this->segment()->of_recording( str_repeat( 'I', 16 ) );
		$this->nobody()->send( $segment->bytes() );
		self::assertSame( 200, $this->status_of( $segment->recording_id() ) );
		$left = self::$site->run(
			'$storage = new \Candid\Site\Site_Storage();
			$folder  = $storage->folder->path( "vault" );
			$id      = \Candid\Domain\Recording_Id::from_hex( "' . $segment->recording_id() . '" );
			( new \Candid\Vault\Tombstones( $folder ) )->add( $id, time() );
			do_action( \Candid\Site\Indexer_Schedule::HOOK );
			return array( glob( "$folder/??/$id->hex*" ), null === $storage->recordings->find( $id ) );'
		);
		self::assertSame( array( array(), true ), $left );
	}

	public function test_a_withdrawal_puts_the_job_on_the_schedule(): void {
		self::$site->run( '\Candid\Site\Indexer_Schedule::unschedule();' );
		$this->erase( str_repeat( 'J', 16 ) );
		self::assertIsInt( self::$site->run( 'return wp_next_scheduled( \Candid\Site\Indexer_Schedule::HOOK );' ) );
	}

	public function test_a_recording_that_never_was_is_answered_like_one_that_was(): void {
		$segment = $this->segment()->of_recording( str_repeat( 'C', 16 ) );
		$this->nobody()->send( $segment->bytes() );
		$known   = $this->erase( str_repeat( 'C', 16 ) );
		$unknown = $this->erase( str_repeat( 'D', 16 ) );
		unset( $known['headers']['date'], $unknown['headers']['date'] );
		self::assertSame( $known['headers'], $unknown['headers'] );
		self::assertSame( array( 200, 200, strlen( $known['body'] ) ), array( $known['status'], $unknown['status'], strlen( $unknown['body'] ) ) );
	}

	public function test_another_key_erases_nothing_and_neither_does_an_id(): void {
		$segment = $this->segment()->of_recording( str_repeat( 'E', 16 ) );
		$this->nobody()->send( $segment->bytes() );
		$this->erase( str_repeat( 'F', 16 ) );
		$this->erase( (string) hex2bin( $segment->recording_id() ) );
		self::assertSame( 200, $this->status_of( $segment->recording_id() ) );
		self::assertSame( 400, $this->erase( str_repeat( 'E', 16 ), 'text/plain' )['status'] );
		self::assertSame( 200, $this->status_of( $segment->recording_id() ) );
	}

	public function test_random_keys_do_not_fill_the_disk_and_keep_nobody_from_erasing(): void {
		$segment = $this->segment()->of_recording( str_repeat( 'G', 16 ) );
		$this->nobody()->send( $segment->bytes() );
		self::assertSame( 200, $this->status_of( $segment->recording_id() ) );
		$answer = self::$site->run(
			'$storage = new \Candid\Site\Site_Storage();
			$keeper  = $storage->keeper();
			$file    = $storage->folder->path( "vault" ) . "/erased";
			// A day of random keys: 24 bytes each behind a head of 8.
			file_put_contents( $file, random_bytes( 8 ) . random_bytes( 16 ) . pack( "J", time() ) );
			$entries = "";
			for ( $i = 0; $i < 5000; $i++ ) {
				$entries .= random_bytes( 16 ) . pack( "J", time() );
			}
			file_put_contents( $file, $entries, FILE_APPEND );
			$size = filesize( $file );
			$keeper->withdraw( array( \Candid\Domain\Recording_Id::from_bytes( random_bytes( 16 ) ) ) );
			clearstatcache();
			return filesize( $file ) - $size;'
		);
		self::assertSame( 0, $answer );
		self::assertSame( 200, $this->erase( str_repeat( 'G', 16 ) )['status'] );
		self::assertSame( 404, $this->status_of( $segment->recording_id() ) );
	}
}
