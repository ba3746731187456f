<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Vault;

use Candid\Domain\Cipher;
use Candid\Domain\Fault;
use Candid\Domain\Key_Source;
use Candid\Domain\Other_Key;
use Candid\Domain\Recording_Id;
use Candid\Domain\Recording_Sums;
use Candid\Domain\Recording_Unavailable;
use Candid\Domain\Segment_Facts;
use Candid\Domain\Unavailable;
use Candid\Tests\Segment\Fixed_Key;
use Candid\Tests\Segment\Scratch_Folder;
use Candid\Vault\Local_Vault;
use PHPUnit\Framework\TestCase;

final class Local_Vault_Test extends TestCase {

	use Scratch_Folder;

	private const ONE = '00112233445566778899aabbccddeeff';
	private const TWO = '00ff2233445566778899aabbccddeeff';

	private function vault( string $secret = 'one' ): Local_Vault {
		return new Local_Vault( $this->folder, new Fixed_Key( $secret ) );
	}

	private function id( string $hex = self::ONE ): Recording_Id {
		return Recording_Id::from_hex( $hex );
	}

	private function facts( int $sequence ): Segment_Facts {
		return new Segment_Facts( $sequence, 2, 1, 3, 40, 5, 6, 1732000000001, 1732000000999, 1732000001000, 1732000001500 );
	}

	private function file( string $hex = self::ONE ): string {
		return $this->folder . '/' . substr( $hex, 0, 2 ) . "/$hex.rec";
	}

	public function test_what_was_added_comes_back_with_its_facts(): void {
		self::assertTrue( $this->vault()->append( $this->id(), $this->facts( 1 ), 'second' ) );
		self::assertTrue( $this->vault()->append( $this->id(), $this->facts( 0 ), 'first' ) );
		$segments = $this->vault()->segments( $this->id() );
		self::assertSame( array( 0, 1 ), array_keys( $segments ) );
		$facts = get_object_vars( $segments[1] );
		self::assertSame( (int) filesize( $this->file() ), 64 + $segments[0]->bytes + $segments[1]->bytes );
		unset( $facts['bytes'] );
		self::assertSame( array_diff_key( get_object_vars( $this->facts( 1 ) ), array( 'bytes' => 0 ) ), $facts );
		self::assertSame( 'first', $this->vault()->read( $this->id(), 0 ) );
		self::assertSame( 'second', $this->vault()->read( $this->id(), 1 ) );
		self::assertNull( $this->vault()->read( $this->id(), 2 ) );
		self::assertNull( $this->vault()->read( $this->id( self::TWO ), 0 ) );
	}

	public function test_what_another_process_added_is_seen_and_not_written_over(): void {
		$one = $this->vault();
		$two = $this->vault();
		foreach ( range( 0, 5 ) as $sequence ) {
			self::assertTrue( ( 0 === $sequence % 2 ? $one : $two )->append( $this->id(), $this->facts( $sequence ), "body $sequence" ) );
		}
		self::assertFalse( $one->append( $this->id(), $this->facts( 5 ), 'again' ) );
		foreach ( range( 0, 5 ) as $sequence ) {
			self::assertSame( "body $sequence", $one->read( $this->id(), $sequence ) );
		}
		self::assertSame( range( 0, 5 ), array_keys( $two->segments( $this->id() ) ) );
	}

	public function test_the_same_sequence_again_changes_nothing(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$bytes = file_get_contents( $this->file() );
		self::assertFalse( $this->vault()->append( $this->id(), $this->facts( 0 ), 'another' ) );
		self::assertSame( $bytes, file_get_contents( $this->file() ) );
	}

	public function test_another_data_key_opens_nothing_and_adds_nothing(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$bytes = file_get_contents( $this->file() );
		self::assertNull( $this->vault( 'two' )->read( $this->id(), 0 ) );
		try {
			$this->vault( 'two' )->append( $this->id(), $this->facts( 1 ), 'second' );
			self::fail( 'It was added.' );
		} catch ( Other_Key $fault ) {
			self::assertSame( $bytes, file_get_contents( $this->file() ) );
		}
	}

	public function test_a_frame_put_into_the_file_of_another_recording_is_refused(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'mine' );
		$this->vault()->append( $this->id( self::TWO ), $this->facts( 0 ), 'yours' );
		$mine  = (string) file_get_contents( $this->file() );
		$yours = (string) file_get_contents( $this->file( self::TWO ) );
		// The frame alone, then the whole file with its wrapped key.
		file_put_contents( $this->file( self::TWO ), substr( $yours, 0, 64 ) . substr( $mine, 64 ) );
		self::assertNull( $this->vault()->read( $this->id( self::TWO ), 0 ) );
		file_put_contents( $this->file( self::TWO ), $mine );
		self::assertNull( $this->vault()->read( $this->id( self::TWO ), 0 ) );
	}

	public function test_frames_that_swapped_their_sequence_are_refused(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first!' );
		$this->vault()->append( $this->id(), $this->facts( 1 ), 'second' );
		$bytes = (string) file_get_contents( $this->file() );
		$size  = ( strlen( $bytes ) - 64 ) / 2;
		$heads = array( substr( $bytes, 64, 68 ), substr( $bytes, 64 + $size, 68 ) );
		file_put_contents( $this->file(), substr_replace( substr_replace( $bytes, $heads[1], 64, 68 ), $heads[0], 64 + $size, 68 ) );
		self::assertSame( array( 0, 1 ), array_keys( $this->vault()->segments( $this->id() ) ) );
		self::assertNull( $this->vault()->read( $this->id(), 0 ) );
		self::assertNull( $this->vault()->read( $this->id(), 1 ) );
	}

	public function test_facts_that_were_changed_make_the_body_unreadable(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$bytes = (string) file_get_contents( $this->file() );
		$head  = substr( $bytes, 64, 64 );
		for ( $at = 8; $at < 64; $at++ ) {
			// Padding is not part of the facts.
			if ( 15 === $at ) {
				continue;
			}
			$changed = substr_replace( $head, chr( ord( $head[ $at ] ) ^ 1 ), $at, 1 );
			file_put_contents( $this->file(), substr( $bytes, 0, 64 ) . $changed . pack( 'N', crc32( $changed ) ) . substr( $bytes, 132 ) );
			foreach ( array_keys( $this->vault()->segments( $this->id() ) ) as $sequence ) {
				self::assertNull( $this->vault()->read( $this->id(), $sequence ), "Byte $at." );
			}
		}
	}

	public function test_a_frame_torn_at_any_byte_is_cut_and_the_next_one_follows(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$whole = (string) file_get_contents( $this->file() );
		$this->vault()->append( $this->id(), $this->facts( 1 ), 'second' );
		$both = (string) file_get_contents( $this->file() );
		for ( $length = strlen( $whole ); $length < strlen( $both ); $length++ ) {
			file_put_contents( $this->file(), substr( $both, 0, $length ) );
			self::assertSame( array( 0 ), array_keys( $this->vault()->segments( $this->id() ) ), "Cut at $length." );
			self::assertTrue( $this->vault()->append( $this->id(), $this->facts( 1 ), 'second' ) );
			self::assertSame( 'first', $this->vault()->read( $this->id(), 0 ) );
			self::assertSame( 'second', $this->vault()->read( $this->id(), 1 ) );
			self::assertSame( strlen( $both ), strlen( (string) file_get_contents( $this->file() ) ) );
		}
	}

	public function test_a_damaged_frame_costs_itself_and_no_other(): void {
		foreach ( array( 'first', 'second', 'third' ) as $sequence => $body ) {
			$this->vault()->append( $this->id(), $this->facts( $sequence ), $body );
		}
		$bytes  = (string) file_get_contents( $this->file() );
		$second = 64 + $this->vault()->segments( $this->id() )[0]->bytes;
		for ( $at = $second; $at < $second + $this->vault()->segments( $this->id() )[1]->bytes; $at++ ) {
			file_put_contents( $this->file(), substr_replace( $bytes, chr( ord( $bytes[ $at ] ) ^ 4 ), $at, 1 ) );
			self::assertNull( $this->vault()->read( $this->id(), 1 ), "Byte $at." );
			self::assertTrue( $this->vault()->append( $this->id(), $this->facts( 3 ), 'fourth' ) );
			foreach ( array( 0 => 'first', 2 => 'third', 3 => 'fourth' ) as $sequence => $body ) {
				self::assertSame( $body, $this->vault()->read( $this->id(), $sequence ), "Byte $at." );
			}
			file_put_contents( $this->file(), $bytes );
		}
	}

	public function test_a_head_torn_at_any_byte_is_written_anew(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$bytes = (string) file_get_contents( $this->file() );
		for ( $length = 0; $length < 64; $length++ ) {
			file_put_contents( $this->file(), substr( $bytes, 0, $length ) );
			self::assertTrue( $this->vault()->append( $this->id(), $this->facts( 0 ), 'again' ) );
			self::assertSame( 'again', $this->vault()->read( $this->id(), 0 ) );
		}
	}

	public function test_an_erased_recording_is_gone_and_late_segments_do_not_bring_it_back(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$this->vault()->keep_fence_state( $this->id(), 'nodes' );
		$handle = fopen( $this->file(), 'rb' );
		self::assertIsResource( $handle );
		$this->vault()->erase( $this->id() );
		self::assertSame( str_repeat( "\0", 64 ), fread( $handle, 64 ), 'The wrapped key is overwritten before the file goes.' );
		fclose( $handle );
		self::assertSame( array(), $this->endings() );
		self::assertTrue( $this->vault()->was_erased( $this->id() ) );
		self::assertFalse( $this->vault()->append( $this->id(), $this->facts( 1 ), 'late' ) );
		self::assertSame( array(), $this->vault()->segments( $this->id() ) );
		$this->vault()->tidy( time() );
		self::assertTrue( $this->vault()->was_erased( $this->id() ) );
		self::assertTrue( $this->vault()->tidy( time() + 172000 ), 'The id is still remembered.' );
		self::assertFalse( $this->vault()->tidy( time() + 182000 ), 'Nothing is left to do.' );
		self::assertFalse( $this->vault()->was_erased( $this->id() ) );
	}

	public function test_a_recording_that_cannot_be_erased_is_not_called_erased_and_can_be_erased_later(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		// The lock of the marks leads nowhere: even root cannot write it.
		$lock = $this->folder . '/erased.lock';
		symlink( $this->folder . '/no/such/folder', $lock );
		try {
			$this->vault()->erase( $this->id() );
			self::fail( 'It was called erased.' );
		} catch ( Recording_Unavailable $failure ) {
			self::assertSame( Fault::Recording_Not_Erased, $failure->fault );
			self::assertSame( 'first', $this->vault()->read( $this->id(), 0 ) );
		} finally {
			unlink( $lock );
		}
		$this->vault()->erase( $this->id() );
		self::assertFileDoesNotExist( $this->file() );
	}

	public function test_what_the_fence_remembers_is_kept_sealed(): void {
		self::assertSame( '', $this->vault()->fence_state( $this->id() ) );
		$this->vault()->keep_fence_state( $this->id(), 'input named card' );
		self::assertSame( 'input named card', $this->vault()->fence_state( $this->id() ) );
		self::assertStringNotContainsString( 'card', (string) file_get_contents( $this->folder . '/00/' . self::ONE . '.fence' ) );
		self::assertSame( '', $this->vault( 'two' )->fence_state( $this->id() ) );
	}

	/** A vault in which the recording is erased between a writer's first look and its lock. */
	private function erased_meanwhile(): Local_Vault {
		$other = $this->vault();
		$keys  = new class( fn() => $other->erase( $this->id() ) ) implements Key_Source {
			/** @param \Closure(): void $meanwhile */
			public function __construct( private readonly \Closure $meanwhile ) {
			}
			public function cipher( string $purpose ): Cipher {
				( $this->meanwhile )();
				return ( new Fixed_Key() )->cipher( $purpose );
			}
		};
		return new Local_Vault( $this->folder, $keys );
	}

	/** @return list<string> */
	private function endings(): array {
		return array_map( static fn( string $path ): string => substr( $path, -5 ), array_values( preg_grep( '~index\.html\z~', (array) glob( "$this->folder/??/*" ), PREG_GREP_INVERT ) ) );
	}

	public function test_what_is_erased_while_a_state_is_kept_does_not_come_back(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$this->erased_meanwhile()->keep_fence_state( $this->id(), 'nodes' );
		self::assertSame( array(), $this->endings() );
	}

	public function test_what_is_erased_while_a_segment_is_added_does_not_come_back(): void {
		self::assertFalse( $this->erased_meanwhile()->append( $this->id(), $this->facts( 0 ), 'first' ) );
		self::assertSame( array(), $this->endings() );
	}

	public function test_what_a_killed_writer_left_beside_the_mark_of_an_erased_recording_is_swept(): void {
		$this->vault()->append( $this->id( self::TWO ), $this->facts( 0 ), 'another' );
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$this->vault()->keep_fence_state( $this->id(), 'nodes' );
		$left = array_map( static fn( string $path ): string => (string) file_get_contents( $path ), array( $this->file(), $this->beside( 'fence' ) ) );
		$this->vault()->erase( $this->id() );
		file_put_contents( $this->file(), $left[0] );
		file_put_contents( $this->beside( 'fence' ), $left[1] );
		$this->vault()->tidy( time() );
		self::assertFileDoesNotExist( $this->file() );
		self::assertFileDoesNotExist( $this->beside( 'fence' ) );
		self::assertSame( 'another', $this->vault()->read( $this->id( self::TWO ), 0 ) );
	}

	public function test_the_marks_of_an_earlier_version_are_taken_over(): void {
		$this->vault()->append( $this->id( self::TWO ), $this->facts( 0 ), 'another' );
		touch( $this->beside( 'gone' ) );
		$this->vault()->tidy( time() );
		self::assertTrue( $this->vault()->was_erased( $this->id() ) );
		self::assertFileDoesNotExist( $this->beside( 'gone' ) );
	}

	private function beside( string $kind ): string {
		return substr( $this->file(), 0, -3 ) . $kind;
	}

	public function test_however_many_erased_recordings_are_one_file_and_are_forgotten_together(): void {
		$vault = $this->vault();
		for ( $i = 0; $i < 300; $i++ ) {
			$vault->erase( $this->id( sprintf( '%032x', $i ) ) );
		}
		self::assertSame( array( 'erased', 'erased.lock' ), array_values( array_diff( (array) scandir( $this->folder ), array( '.', '..' ) ) ) );
		self::assertSame( 8 + 300 * 24, filesize( $this->folder . '/erased' ) );
		self::assertTrue( $this->vault()->was_erased( $this->id( sprintf( '%032x', 299 ) ) ) );
		self::assertFalse( $this->vault()->was_erased( $this->id( sprintf( '%032x', 300 ) ) ) );
		self::assertFalse( $this->vault()->tidy( time() + 172801 ) );
		self::assertFalse( $vault->was_erased( $this->id( sprintf( '%032x', 299 ) ) ), 'Another process sees that the file was written anew.' );
	}

	public function test_a_mark_torn_at_any_byte_costs_that_mark_only(): void {
		$this->vault()->erase( $this->id() );
		$this->vault()->erase( $this->id( self::TWO ) );
		$bytes = (string) file_get_contents( $this->folder . '/erased' );
		for ( $length = 32; $length < 56; $length++ ) {
			file_put_contents( $this->folder . '/erased', substr( $bytes, 0, $length ) );
			self::assertTrue( $this->vault()->was_erased( $this->id() ) );
			self::assertFalse( $this->vault()->was_erased( $this->id( self::TWO ) ) );
			$this->vault()->erase( $this->id( self::TWO ) );
			self::assertTrue( $this->vault()->was_erased( $this->id( self::TWO ) ) );
			self::assertSame( 56, filesize( $this->folder . '/erased' ) );
		}
	}

	public function test_a_tidy_run_stops_with_its_time_and_the_next_one_goes_on(): void {
		foreach ( range( 0, 7 ) as $i ) {
			$id = $this->id( sprintf( '%02x', $i ) . str_repeat( 'a', 30 ) );
			$this->vault()->append( $id, $this->facts( 0 ), 'body' );
			$this->vault()->keep_fence_state( $id, 'nodes' );
		}
		$later = time() + 90000;
		self::assertTrue( $this->vault()->tidy( $later, 0 ) );
		self::assertCount( 8, (array) glob( "$this->folder/??/*.fence" ), 'No time, nothing done.' );
		self::assertFalse( $this->vault()->tidy( $later ) );
		self::assertSame( array(), glob( "$this->folder/??/*.fence" ) );
	}

	public function test_what_is_kept_for_a_visit_goes_a_day_after_it_and_counts_until_then(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$alone = $this->vault()->bytes( $this->id() );
		$this->vault()->keep_fence_state( $this->id(), str_repeat( 'x', 5000 ) );
		self::assertSame( $alone + 5028, $this->vault()->bytes( $this->id() ) );
		self::assertTrue( $this->vault()->tidy( time() + 80000 ) );
		self::assertNotSame( '', $this->vault()->fence_state( $this->id() ) );
		self::assertFalse( $this->vault()->tidy( time() + 90000 ) );
		self::assertSame( array( '.rec' ), array_map( static fn( string $ending ): string => substr( $ending, -4 ), $this->endings() ) );
		self::assertSame( (int) filesize( $this->file() ), $this->vault()->bytes( $this->id() ) );
		self::assertSame( 'first', $this->vault()->read( $this->id(), 0 ), 'Without its index.' );
	}

	public function test_adding_and_reading_a_segment_look_at_no_other_one(): void {
		foreach ( range( 0, 9 ) as $sequence ) {
			$this->vault()->append( $this->id(), $this->facts( $sequence ), "body $sequence" );
		}
		// Heads of frames that were indexed are no longer needed to find others, nor to know what is there.
		$bytes = (string) file_get_contents( $this->file() );
		$size  = ( strlen( $bytes ) - 64 ) / 10;
		for ( $frame = 0; $frame < 9; $frame++ ) {
			$bytes = substr_replace( $bytes, 'XXXX', 64 + $frame * $size, 4 );
		}
		file_put_contents( $this->file(), $bytes );
		self::assertSame( 'body 9', $this->vault()->read( $this->id(), 9 ) );
		self::assertTrue( $this->vault()->has( $this->id(), 3 ) );
		self::assertFalse( $this->vault()->append( $this->id(), $this->facts( 3 ), 'again' ) );
		self::assertSame( 10, $this->vault()->sums( $this->id() )?->segments );
	}

	public function test_the_sums_are_those_of_all_segments_whatever_happened_to_the_index(): void {
		$facts = array();
		foreach ( array( 5, 0, 3, 1, 2, 4 ) as $i => $sequence ) {
			$facts[ $sequence ] = new Segment_Facts( $sequence, intdiv( $sequence, 2 ), 1, 3 + $sequence, 40, 5, 6, 1732000000000 + 1000 * $sequence, 1732000000900 + 1000 * $sequence, 1732000001000 + 1000 * $sequence, 1732000001500 + 990 * $sequence );
			$this->vault()->append( $this->id(), $facts[ $sequence ], "body $sequence" );
			match ( $i ) {
				1 => unlink( $this->beside( 'index' ) ),
				2 => file_put_contents( $this->beside( 'index' ), 'damaged' ),
				3 => file_put_contents( $this->beside( 'index' ), substr( (string) file_get_contents( $this->beside( 'index' ) ), 0, 100 ) ),
				default => null,
			};
		}
		self::assertEquals( Recording_Sums::of( $facts ), $this->vault()->sums( $this->id() ) );
		self::assertNull( $this->vault()->sums( $this->id( self::TWO ) ) );
	}

	public function test_a_process_that_dies_between_file_and_index_loses_and_doubles_nothing(): void {
		$facts = array();
		foreach ( range( 0, 3 ) as $sequence ) {
			$facts[ $sequence ] = $this->facts( $sequence );
			$index              = is_file( $this->beside( 'index' ) ) ? (string) file_get_contents( $this->beside( 'index' ) ) : '';
			$this->vault()->append( $this->id(), $this->facts( $sequence ), "body $sequence" );
			// The slots are new, the head is not.
			$new = (string) file_get_contents( $this->beside( 'index' ) );
			file_put_contents( $this->beside( 'index' ), substr( $index, 0, 128 ) . substr( $new, strlen( substr( $index, 0, 128 ) ) ) );
		}
		self::assertEquals( Recording_Sums::of( $facts ), $this->vault()->sums( $this->id() ) );
		self::assertFalse( $this->vault()->append( $this->id(), $this->facts( 3 ), 'again' ) );
	}

	public function test_an_index_of_another_file_is_found_out(): void {
		foreach ( array( 'a long first body', 'b' ) as $sequence => $body ) {
			$this->vault()->append( $this->id(), $this->facts( $sequence ), $body );
		}
		$bytes = (string) file_get_contents( $this->file() );
		unlink( $this->file() );
		unlink( $this->beside( 'index' ) );
		foreach ( array( 'c', 'a long other body' ) as $sequence => $body ) {
			$this->vault()->append( $this->id(), $this->facts( $sequence ), $body );
		}
		// Put back from a backup, as long as the one it replaces.
		file_put_contents( $this->file(), $bytes );
		self::assertSame( 'b', $this->vault()->read( $this->id(), 1 ) );
		self::assertSame( 'a long first body', $this->vault()->read( $this->id(), 0 ) );
	}

	public function test_a_recording_whose_index_cannot_be_written_is_read_and_written(): void {
		mkdir( $this->folder . '/00' );
		mkdir( $this->beside( 'index' ) );
		foreach ( range( 0, 3 ) as $sequence ) {
			self::assertTrue( $this->vault()->append( $this->id(), $this->facts( $sequence ), "body $sequence" ) );
		}
		self::assertFalse( $this->vault()->append( $this->id(), $this->facts( 2 ), 'again' ) );
		self::assertSame( 'body 2', $this->vault()->read( $this->id(), 2 ) );
		self::assertSame( 4, $this->vault()->sums( $this->id() )?->segments );
		rmdir( $this->beside( 'index' ) );
	}

	public function test_a_file_in_the_folder_of_another_site_does_not_open(): void {
		foreach ( array( 'one', 'two' ) as $site ) {
			mkdir( "$this->folder/$site" );
			mkdir( "$this->folder/$site/vault" );
		}
		$one = new Local_Vault( "$this->folder/one/vault", new Fixed_Key() );
		$two = new Local_Vault( "$this->folder/two/vault", new Fixed_Key() );
		$one->append( $this->id(), $this->facts( 0 ), 'first' );
		mkdir( "$this->folder/two/vault/00" );
		copy( "$this->folder/one/vault/00/" . self::ONE . '.rec', "$this->folder/two/vault/00/" . self::ONE . '.rec' );
		self::assertSame( 'first', $one->read( $this->id(), 0 ) );
		self::assertNull( $two->read( $this->id(), 0 ) );
	}

	public function test_a_file_of_an_earlier_version_opens_and_grows(): void {
		$wrapper = ( new Fixed_Key() )->cipher( 'vault' );
		mkdir( $this->folder . '/00' );
		file_put_contents( $this->file(), 'CVR1' . $wrapper->seal( str_repeat( 'k', 32 ), $this->id()->bytes() ) );
		self::assertTrue( $this->vault()->append( $this->id(), $this->facts( 0 ), 'first' ) );
		self::assertStringStartsWith( 'CVR1', (string) file_get_contents( $this->file() ) );
		self::assertSame( 'first', $this->vault()->read( $this->id(), 0 ) );
	}

	public function test_one_closed_path_is_told_from_a_closed_disk(): void {
		// A file where a folder should be, or a folder where a file should be: even root cannot write there.
		touch( $this->folder . '/00' );
		try {
			$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
			self::fail( 'It was added.' );
		} catch ( Recording_Unavailable $failure ) {
			self::assertSame( array( Fault::Recording_Closed, $this->folder . '/00' ), array( $failure->fault, $failure->parameters['path'] ) );
		}
		try {
			( new Local_Vault( $this->folder . '/gone', new Fixed_Key() ) )->append( $this->id(), $this->facts( 0 ), 'first' );
			self::fail( 'It was added.' );
		} catch ( Unavailable $failure ) {
			self::assertSame( Fault::Vault_Closed, $failure->fault );
		}
		self::assertTrue( $this->vault()->append( $this->id( 'ff' . substr( self::ONE, 2 ) ), $this->facts( 0 ), 'another' ) );
		self::assertSame( array( '00', 'ff' ), array_values( array_diff( (array) scandir( $this->folder ), array( '.', '..' ) ) ), 'Nothing is left of the try.' );
	}
}
