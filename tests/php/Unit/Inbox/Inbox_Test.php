<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Inbox;

use Candid\Domain\Fault;
use Candid\Domain\Recording_Id;
use Candid\Domain\Unavailable;
use Candid\Inbox\Held_Spools;
use Candid\Inbox\Inbox;
use Candid\Inbox\Inbox_Frame;
use Candid\Inbox\Spool;
use Candid\Tests\Segment\Fixed_Key;
use Candid\Tests\Segment\Scratch_Folder;
use PHPUnit\Framework\TestCase;

final class Inbox_Test extends TestCase {

	use Scratch_Folder;

	private const ID = '00112233445566778899aabbccddeeff';

	private function put( Inbox $inbox, int $sequence, string $body ): void {
		$inbox->append( Recording_Id::from_hex( self::ID ), $sequence, 3, 1, $body, 1732000000123 );
	}

	/** @return array<int, string|null> Bodies by sequence, in file order. */
	private function bodies( string $path ): array {
		$file   = fopen( $path, 'rb' );
		$bodies = array();
		self::assertIsResource( $file );
		foreach ( Spool::frames( $file ) as $frame ) {
			$bodies[ $frame->sequence ] = $frame->body( ( new Fixed_Key() )->cipher( 'inbox' ), basename( dirname( $this->folder ) ) );
		}
		fclose( $file );
		return $bodies;
	}

	public function test_what_was_put_in_comes_out_with_its_facts(): void {
		$inbox = new Inbox( $this->folder, new Fixed_Key() );
		$this->put( $inbox, 4, 'a body' );
		$paths = $inbox->take();
		self::assertCount( 1, $paths );
		$file = fopen( $paths[0], 'rb' );
		self::assertIsResource( $file );
		$frames = iterator_to_array( Spool::frames( $file ), false );
		fclose( $file );
		self::assertCount( 1, $frames );
		self::assertSame( array( self::ID, 4, 3, 1, 1732000000123 ), array( $frames[0]->recording->hex, $frames[0]->sequence, $frames[0]->account, $frames[0]->flags, $frames[0]->received ) );
		self::assertSame( 'a body', $frames[0]->body( ( new Fixed_Key() )->cipher( 'inbox' ), basename( dirname( $this->folder ) ) ) );
	}

	public function test_nothing_of_a_body_can_be_read_in_the_file(): void {
		$inbox = new Inbox( $this->folder, new Fixed_Key() );
		$this->put( $inbox, 0, 'the visitor wrote this' );
		self::assertStringNotContainsString( 'visitor', (string) file_get_contents( $this->folder . '/current.spool' ) );
		self::assertNull( $this->bodies_with( 'another key' ) );
	}

	private function bodies_with( string $secret ): ?string {
		$file = fopen( $this->folder . '/current.spool', 'rb' );
		self::assertIsResource( $file );
		foreach ( Spool::frames( $file ) as $frame ) {
			return $frame->body( ( new Fixed_Key( $secret ) )->cipher( 'inbox' ), basename( dirname( $this->folder ) ) );
		}
		self::fail( 'There is no frame.' );
	}

	public function test_a_frame_torn_at_any_byte_costs_that_frame_only(): void {
		$inbox = new Inbox( $this->folder, new Fixed_Key() );
		$spool = $this->folder . '/current.spool';
		$this->put( $inbox, 0, 'first' );
		$whole = (string) file_get_contents( $spool );
		$this->put( $inbox, 1, 'second' );
		$both = (string) file_get_contents( $spool );
		for ( $length = strlen( $whole ); $length < strlen( $both ); $length++ ) {
			file_put_contents( $spool, substr( $both, 0, $length ) );
			self::assertSame( array( 0 => 'first' ), $this->bodies( $spool ), "Read after a cut at $length." );
			$this->put( $inbox, 2, 'third' );
			self::assertSame( array( 0 => 'first', 2 => 'third' ), $this->bodies( $spool ), "Written after a cut at $length." );
			self::assertSame( strlen( $both ) - 1, strlen( (string) file_get_contents( $spool ) ) );
		}
	}

	public function test_a_damaged_stretch_does_not_hide_what_follows(): void {
		$inbox = new Inbox( $this->folder, new Fixed_Key() );
		$spool = $this->folder . '/current.spool';
		$this->put( $inbox, 0, 'first' );
		$size = strlen( (string) file_get_contents( $spool ) );
		$this->put( $inbox, 1, 'second' );
		$this->put( $inbox, 2, 'third' );
		$bytes = (string) file_get_contents( $spool );
		for ( $at = $size; $at < 2 * $size; $at++ ) {
			file_put_contents( $spool, substr_replace( $bytes, chr( ord( $bytes[ $at ] ) ^ 0x55 ), $at, 1 ) );
			$found = $this->bodies( $spool );
			self::assertSame( 'first', $found[0] );
			self::assertSame( 'third', $found[2] );
			self::assertNotSame( 'a lie', $found[1] ?? 'gone' );
		}
	}

	public function test_a_taken_spool_gets_no_more_frames(): void {
		$inbox = new Inbox( $this->folder, new Fixed_Key() );
		$this->put( $inbox, 0, 'first' );
		$taken = $inbox->take();
		$this->put( $inbox, 1, 'second' );
		self::assertSame( array( 0 => 'first' ), $this->bodies( $taken[0] ) );
		self::assertCount( 2, $inbox->take() );
		$inbox->done( $taken[0] );
		self::assertFileDoesNotExist( $taken[0] );
	}

	public function test_a_full_inbox_refuses_keeps_what_it_has_and_opens_again(): void {
		$inbox = new Inbox( $this->folder, new Fixed_Key(), 300, 150 );
		$this->put( $inbox, 0, str_repeat( 'x', 100 ) );
		$this->put( $inbox, 1, str_repeat( 'x', 100 ) );
		for ( $again = 0; $again < 3; $again++ ) {
			try {
				$this->put( $inbox, 2, str_repeat( 'x', 100 ) );
				self::fail( 'It was taken.' );
			} catch ( Unavailable $fault ) {
				self::assertSame( Fault::Inbox_Full, $fault->fault );
			}
		}
		$kept = array();
		foreach ( $inbox->take() as $path ) {
			$kept += $this->bodies( $path );
			$inbox->done( $path );
		}
		self::assertSame( array( 0, 1 ), array_keys( $kept ) );
		$this->put( $inbox, 2, 'there is room' );
		self::assertSame( array( 2 => 'there is room' ), $this->bodies( $this->folder . '/current.spool' ) );
	}

	public function test_a_folder_that_is_gone_is_reported_without_a_warning(): void {
		$this->expectException( Unavailable::class );
		$this->put( new Inbox( $this->folder . '/gone', new Fixed_Key() ), 0, 'first' );
	}

	public function test_a_frame_cannot_be_given_to_another_recording(): void {
		$frame = Inbox_Frame::pack( ( new Fixed_Key() )->cipher( 'inbox' ), 5, Recording_Id::from_hex( self::ID ), 0, 1, 0, 'mine', 'site' );
		$rest  = substr_replace( substr( $frame, 12, -4 ), str_repeat( "\7", 16 ), 8, 16 );
		$moved = Inbox_Frame::unpack( substr( $frame, 0, 8 ) . pack( 'N', crc32( $rest ) ) . $rest . substr( $frame, -4 ) );
		self::assertNotNull( $moved );
		self::assertNull( $moved->body( ( new Fixed_Key() )->cipher( 'inbox' ), 'site' ) );
	}

	public function test_a_cursor_without_its_spool_is_swept_and_one_with_it_stays(): void {
		foreach ( array( '1.spool.cursor', '1.spool.cursor.new', '2.spool', '2.spool.cursor' ) as $name ) {
			touch( "$this->folder/taken-$name" );
		}
		( new Inbox( $this->folder, new Fixed_Key() ) )->take();
		self::assertSame( array( 'taken-2.spool', 'taken-2.spool.cursor' ), array_map( 'basename', (array) glob( "$this->folder/taken-*" ) ) );
	}

	public function test_the_size_of_a_file_that_cannot_be_looked_at_is_not_asked_for_ever(): void {
		symlink( $this->folder . '/nowhere', $this->folder . '/taken-1.spool' );
		$inbox = new Inbox( $this->folder, new Fixed_Key() );
		$this->put( $inbox, 0, 'a body' );
		clearstatcache();
		self::assertSame( (int) filesize( $this->folder . '/current.spool' ), $inbox->bytes() );
	}

	public function test_a_path_that_reads_like_a_pattern_is_a_path(): void {
		$folder = $this->folder . '/[a]*?';
		mkdir( $folder );
		$inbox = new Inbox( $folder, new Fixed_Key() );
		$this->put( $inbox, 0, 'a body' );
		self::assertGreaterThan( 0, $inbox->bytes() );
		self::assertTrue( $inbox->has_work() );
		self::assertCount( 1, $inbox->take() );
	}

	public function test_every_recording_has_a_key_of_its_own_in_the_inbox(): void {
		$cipher = ( new Fixed_Key() )->cipher( 'inbox' );
		$frame  = Inbox_Frame::unpack( Inbox_Frame::pack( $cipher, 5, Recording_Id::from_hex( self::ID ), 0, 1, 0, 'mine', 'site' ) );
		self::assertSame( 'mine', $frame?->body( $cipher, 'site' ) );
		self::assertNull( $frame->body( $cipher, 'another site' ) );
		self::assertNull( $cipher->open( substr( Inbox_Frame::pack( $cipher, 5, Recording_Id::from_hex( self::ID ), 0, 1, 0, 'mine', 'site' ), Inbox_Frame::HEADER_BYTES, -4 ), 'CIN2' . pack( 'J', 5 ) . hex2bin( self::ID ) . pack( 'NNC', 0, 1, 0 ) ) );
	}

	public function test_a_frame_of_an_earlier_version_opens(): void {
		$cipher = ( new Fixed_Key() )->cipher( 'inbox' );
		$facts  = pack( 'J', 5 ) . hex2bin( self::ID ) . pack( 'NNC', 7, 1, 0 );
		$rest   = $facts . $cipher->seal( 'mine', 'CIN1' . $facts );
		$length = pack( 'N', 16 + strlen( $rest ) );
		file_put_contents( $this->folder . '/taken-1.spool', 'CIN1' . $length . pack( 'N', crc32( $rest ) ) . $rest . $length );
		self::assertSame( array( 7 => 'mine' ), $this->bodies( $this->folder . '/taken-1.spool' ) );
	}

	public function test_held_segments_keep_their_order_their_time_and_a_bounded_room(): void {
		$inbox = new Inbox( $this->folder, new Fixed_Key() );
		$id    = Recording_Id::from_hex( self::ID );
		$this->put( $inbox, 0, 'first' );
		$this->put( $inbox, 1, 'second' );
		$path  = $inbox->take()[0];
		$spool = fopen( $path, 'rb' );
		self::assertIsResource( $spool );
		$offsets = array_keys( iterator_to_array( Spool::frames( $spool ) ) );
		self::assertSame( 0, $inbox->held->add( $id, $spool, array( $offsets[0] ), 5000 ) );
		self::assertSame( 0, $inbox->held->add( $id, $spool, array( $offsets[1] ), 9000 ) );
		self::assertSame( array( 'first', 'second' ), $this->bodies( $inbox->held->path( $id ) ) );
		self::assertSame( array( array(), array( $inbox->held->path( $id ) ) ), array( $inbox->held->due( 4999 ), $inbox->held->due( 5000 ) ), 'What comes later does not put off what waits.' );
		$inbox->done( $path );
		self::assertFalse( $inbox->has_work(), 'What is held is no work for whoever waits.' );
		self::assertNull( $inbox->waiting_since() );
		self::assertGreaterThan( 0, $inbox->bytes(), 'But it counts.' );
		$small = new Held_Spools( $this->folder, 100 );
		self::assertSame( 1, $small->add( Recording_Id::from_hex( str_repeat( 'f', 32 ) ), $spool, array( $offsets[0] ), 5000 ) );
		fclose( $spool );
		self::assertSame( array( false, true ), array( $small->holds( $id ), $small->holds( Recording_Id::from_hex( str_repeat( 'f', 32 ) ) ) ) );
	}
}
