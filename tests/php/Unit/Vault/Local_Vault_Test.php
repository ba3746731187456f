<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Vault;

use Candid\Domain\Cipher;
use Candid\Domain\Key_Source;
use Candid\Domain\Other_Key;
use Candid\Domain\Recording_Id;
use Candid\Domain\Unavailable;
use Candid\Tests\Segment\Fixed_Key;
use Candid\Tests\Segment\Scratch_Folder;
use Candid\Vault\Local_Vault;
use Candid\Vault\Segment_Facts;
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
		self::assertSame( array( $this->folder . '/00/' . self::ONE . '.gone' ), glob( $this->folder . '/00/*' ) );
		self::assertTrue( $this->vault()->was_erased( $this->id() ) );
		self::assertFalse( $this->vault()->append( $this->id(), $this->facts( 1 ), 'late' ) );
		self::assertSame( array(), $this->vault()->segments( $this->id() ) );
		$this->vault()->forget_erased( time() );
		self::assertTrue( $this->vault()->was_erased( $this->id() ) );
		$this->vault()->forget_erased( time() + 172801 );
		self::assertFalse( $this->vault()->was_erased( $this->id() ) );
	}

	public function test_a_recording_that_cannot_be_erased_is_not_called_erased_and_can_be_erased_later(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$mark = $this->folder . '/00/' . self::ONE . '.gone';
		// The mark leads nowhere: even root cannot make it.
		symlink( $this->folder . '/no/such/folder', $mark );
		try {
			$this->vault()->erase( $this->id() );
			self::fail( 'It was called erased.' );
		} catch ( Unavailable $fault ) {
			self::assertStringContainsString( 'delete again', $fault->getMessage() );
			self::assertSame( 'first', $this->vault()->read( $this->id(), 0 ) );
		} finally {
			unlink( $mark );
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
		return array_map( static fn( string $path ): string => substr( $path, -5 ), (array) glob( "$this->folder/??/*" ) );
	}

	public function test_what_is_erased_while_a_state_is_kept_does_not_come_back(): void {
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$this->erased_meanwhile()->keep_fence_state( $this->id(), 'nodes' );
		self::assertSame( array( '.gone' ), $this->endings() );
	}

	public function test_what_is_erased_while_a_segment_is_added_does_not_come_back(): void {
		self::assertFalse( $this->erased_meanwhile()->append( $this->id(), $this->facts( 0 ), 'first' ) );
		self::assertSame( array( '.gone' ), $this->endings() );
	}

	public function test_what_a_killed_writer_left_beside_the_mark_of_an_erased_recording_is_swept(): void {
		$this->vault()->append( $this->id( self::TWO ), $this->facts( 0 ), 'another' );
		$this->vault()->append( $this->id(), $this->facts( 0 ), 'first' );
		$this->vault()->keep_fence_state( $this->id(), 'nodes' );
		touch( substr( $this->file(), 0, -3 ) . 'gone' );
		$this->vault()->forget_erased( time() );
		self::assertSame( array( '.gone', '2.rec' ), array_map( static fn( string $ending ): string => str_ends_with( $ending, '.rec' ) ? '2.rec' : $ending, $this->endings() ) );
		self::assertFileDoesNotExist( $this->file() );
		$this->vault()->forget_erased( time() + 172801 );
		self::assertFalse( $this->vault()->was_erased( $this->id() ) );
		self::assertSame( 'another', $this->vault()->read( $this->id( self::TWO ), 0 ) );
	}
}
