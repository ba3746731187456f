<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Indexer;

use Candid\Domain\Clock;
use Candid\Domain\Deadline;
use Candid\Domain\Envelope;
use Candid\Domain\Event;
use Candid\Domain\Event_Observer;
use Candid\Domain\Fence_Finding;
use Candid\Domain\Findings;
use Candid\Domain\Malformed;
use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Fence;
use Candid\Domain\Too_Slow;
use Candid\Fence\Fence;
use Candid\Inbox\Inbox_Frame;
use Candid\Indexer\Checked_Segment;
use Candid\Indexer\Decode_Budget;
use Candid\Indexer\Observer_States;
use Candid\Indexer\Segment_Reader;
use Candid\Tests\Segment\Fixed_Clock;
use Candid\Tests\Segment\Fixed_Key;
use Candid\Tests\Segment\Passing_Fence;
use Candid\Tests\Segment\Peak_Memory;
use Candid\Tests\Segment\Segment_Builder;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class Segment_Reader_Test extends TestCase {

	private function read( Segment_Builder $segment, ?Segment_Fence $fence = null, int $memory = 268435456, int $flags = 1 ): Checked_Segment {
		$body  = $segment->body();
		$bytes = Inbox_Frame::pack( ( new Fixed_Key() )->cipher( 'inbox' ), Segment_Builder::BEGIN + 5600, Recording_Id::from_hex( $segment->recording_id() ), 9, 4, $flags, $body );
		$frame = Inbox_Frame::unpack( $bytes );
		self::assertNotNull( $frame );
		return ( new Segment_Reader( $fence ?? new Passing_Fence(), new Decode_Budget( $memory ) ) )->read( $frame, $body, '' );
	}

	public function test_a_good_segment_keeps_its_lines(): void {
		$segment = new Segment_Builder();
		$checked = $this->read( $segment );
		self::assertSame( $segment->decoded(), gzdecode( $checked->body ) );
		$facts = $checked->facts;
		self::assertSame( array( 9, 0, 4, 2, 0, 0 ), array( $facts->sequence, $facts->page, $facts->account, $facts->events, $facts->redacted, $facts->dropped ) );
		self::assertSame( array( Segment_Builder::BEGIN, Segment_Builder::BEGIN + 4000, Segment_Builder::BEGIN + 5000, Segment_Builder::BEGIN + 5600 ), array( $facts->first, $facts->last, $facts->sent, $facts->received ) );
	}

	/** @return array<string, array{string}> */
	public static function no_events(): array {
		return array(
			'broken JSON'           => array( '{"type":3,"data":}' ),
			'broken UTF-8'          => array( "{\"type\":3,\"data\":{\"t\":\"\xC3(\"},\"timestamp\":1}" ),
			'a list'                => array( '[]' ),
			'no type'               => array( '{"data":{},"timestamp":1}' ),
			'a type of text'        => array( '{"type":"3","data":{},"timestamp":1}' ),
			'a type that is none'   => array( '{"type":99,"data":{},"timestamp":1}' ),
			'no time'               => array( '{"type":3,"data":{}}' ),
			'a time of text'        => array( '{"type":3,"data":{},"timestamp":"1"}' ),
			'a time before all'     => array( '{"type":3,"data":{},"timestamp":-1}' ),
			'a time beyond all'     => array( '{"type":3,"data":{},"timestamp":1e300}' ),
			'a time that is a card' => array( '{"type":3,"data":{},"timestamp":4111111111111111}' ),
			'data that is a list'   => array( '{"type":3,"data":[],"timestamp":1}' ),
			'no data'               => array( '{"type":3,"timestamp":1}' ),
			'a very deep one'       => array( '{"type":3,"timestamp":1,"data":' . str_repeat( '[', 600 ) . str_repeat( ']', 600 ) . '}' ),
		);
	}

	#[DataProvider( 'no_events' )]
	public function test_a_line_that_is_no_event_is_dropped_and_counted( string $line ): void {
		$good    = Segment_Builder::event( 3, Segment_Builder::BEGIN );
		$checked = $this->read( ( new Segment_Builder() )->with_lines( $good, $line, $good ) );
		self::assertSame( array( 2, 1 ), array( $checked->facts->events, $checked->facts->dropped ) );
		self::assertStringNotContainsString( $line, (string) gzdecode( $checked->body ) );
	}

	public function test_a_body_that_decodes_to_too_much_is_refused_within_little_memory(): void {
		$bomb   = ( new Segment_Builder() )->with_lines( '{"type":3,"timestamp":1,"data":"' . str_repeat( 'a', 40000000 ) . '"}' );
		$body   = $bomb->body();
		$frame  = Inbox_Frame::unpack( Inbox_Frame::pack( ( new Fixed_Key() )->cipher( 'inbox' ), 1, Recording_Id::from_hex( $bomb->recording_id() ), 0, 1, 1, $body ) );
		$reader = new Segment_Reader( new Passing_Fence(), new Decode_Budget( 268435456 ) );
		self::assertNotNull( $frame );
		$peak = Peak_Memory::of(
			static function () use ( $reader, $frame, $body ): void {
				try {
					$reader->read( $frame, $body, '' );
					self::fail( 'It was read.' );
				} catch ( Malformed $fault ) {
					self::assertSame( 'body', $fault->field );
				}
			}
		);
		self::assertLessThan( 16 * 1048576, $peak );
	}

	public function test_a_small_body_that_decodes_to_far_more_than_any_page_is_refused(): void {
		$this->expectException( Malformed::class );
		$this->read( ( new Segment_Builder() )->with_lines( '{"type":3,"timestamp":1,"data":{"t":"' . str_repeat( 'a', 120000 ) . '"}}' ) );
	}

	public function test_a_line_whose_decoding_would_take_all_memory_is_not_decoded(): void {
		$line    = '{"type":3,"timestamp":1,"data":[' . implode( ',', array_fill( 0, 300000, '{"a":0}' ) ) . ']}';
		$segment = ( new Segment_Builder() )->plain()->with_lines( $line );
		$peak    = Peak_Memory::of(
			function () use ( $segment ): void {
				$checked = $this->read( $segment, null, 134217728, 0 );
				self::assertSame( array( 0, 1 ), array( $checked->facts->events, $checked->facts->dropped ) );
			}
		);
		self::assertLessThan( 40 * 1048576, $peak );
	}

	public function test_a_large_honest_snapshot_fits_the_memory_of_a_small_host(): void {
		$nodes = array();
		for ( $i = 0; $i < 7000; $i++ ) {
			$nodes[] = '{"type":2,"tagName":"div","attributes":{"class":"product card row-' . $i . '","style":"margin:0 auto"},"childNodes":[{"type":3,"textContent":"Tulips from the field","id":' . ( 2 * $i ) . '}],"id":' . ( 2 * $i + 1 ) . '}';
		}
		$line    = '{"type":2,"data":{"node":{"childNodes":[' . implode( ',', $nodes ) . ']}},"timestamp":' . Segment_Builder::BEGIN . '}';
		$checked = $this->read( ( new Segment_Builder() )->with_lines( $line ), null, 134217728 );
		self::assertSame( array( 1, 0 ), array( $checked->facts->events, $checked->facts->dropped ) );
	}

	public function test_what_the_fence_says_is_what_is_stored_and_counted(): void {
		$fence   = new class() extends Passing_Fence {
			public function inspect_envelope( Envelope $envelope, Findings $findings ): Envelope {
				$findings->add( 'title' );
				return $envelope->with( array( 'title' => 'Scrubbed' ) );
			}
			public function inspect( Event $event, Envelope $envelope, Findings $findings ): bool {
				if ( 'forbidden' === $event->data()->t ) {
					$findings->add( 'line' );
					return false;
				}
				$event->data()->t = '****';
				$findings->add( 'card', 'input' );
				$findings->add( 'card', 'input' );
				return true;
			}
			public function close(): string {
				return 'remembered';
			}
		};
		$checked = $this->read( ( new Segment_Builder() )->with_lines( Segment_Builder::event( 3, 5, array( 't' => '4111' ) ), Segment_Builder::event( 3, 6, array( 't' => 'forbidden' ) ) ), $fence );
		$text    = (string) gzdecode( $checked->body );
		self::assertStringContainsString( 'Scrubbed', $text );
		self::assertStringContainsString( '****', $text );
		self::assertStringNotContainsString( '4111', $text );
		self::assertStringNotContainsString( 'forbidden', $text );
		self::assertSame( array( 1, 4, 1 ), array( $checked->facts->events, $checked->facts->redacted, $checked->facts->dropped ) );
		self::assertSame( array( 'title', 'card', 'line' ), array_map( static fn( Fence_Finding $finding ): string => $finding->rule, $checked->findings ) );
		self::assertSame( array( 'fence' => 'remembered' ), Observer_States::unpack( $checked->state ) );
	}

	public function test_an_observer_sees_every_event_as_the_fence_left_it_and_remembers(): void {
		$fence    = new class() extends Passing_Fence {
			public function inspect( Event $event, Envelope $envelope, Findings $findings ): bool {
				$event->data()->t = strtoupper( $event->data()->t );
				return 'C' !== $event->data()->t;
			}
		};
		$observer = new class() implements Event_Observer {
			public string $seen = '';
			public function name(): string {
				return 'letters';
			}
			public function open( Recording_Id $recording, string $state, Deadline $deadline ): void {
				$this->seen = $state;
			}
			public function see( Event $event, Envelope $envelope ): void {
				$this->seen .= $event->data()->t . $envelope->page;
			}
			public function close(): string {
				return $this->seen;
			}
		};
		$body     = ( new Segment_Builder() )->with_lines( ...array_map( static fn( string $letter ): string => Segment_Builder::event( 3, 5, array( 't' => $letter ) ), array( 'a', 'b', 'c' ) ) )->body();
		$frame    = Inbox_Frame::unpack( Inbox_Frame::pack( ( new Fixed_Key() )->cipher( 'inbox' ), 1, Recording_Id::from_hex( str_repeat( 'a', 32 ) ), 0, 1, 1, $body ) );
		self::assertNotNull( $frame );
		$reader = new Segment_Reader( $fence, new Decode_Budget( 268435456 ), new Fixed_Clock(), $observer );
		$state  = $reader->read( $frame, $body, '' )->state;
		self::assertSame( array( 'letters' => 'A0B0' ), Observer_States::unpack( $state ) );
		self::assertSame( array( 'letters' => 'A0B0A0B0' ), Observer_States::unpack( $reader->read( $frame, $body, $state )->state ) );
	}

	public function test_states_that_are_none_are_no_knowledge(): void {
		$packed = Observer_States::pack( array( 'fence' => "a\n\nb", 'clicks' => '', 'heat' => str_repeat( 'x', 300000 ), 'scroll' => '{}' ) );
		self::assertSame( array( 'fence' => "a\n\nb", 'scroll' => '{}' ), Observer_States::unpack( $packed ) );
		foreach ( array( '', '{"format":3}', "fence 99\n\nab", "fence x\n\nab", substr( $packed, 0, -1 ) ) as $text ) {
			self::assertSame( array(), Observer_States::unpack( $text ) );
		}
	}

	public function test_a_fence_that_drops_the_envelope_drops_the_segment(): void {
		$fence = new class() extends Passing_Fence {
			public function inspect_envelope( Envelope $envelope, Findings $findings ): ?Envelope {
				return null;
			}
		};
		$this->expectException( Malformed::class );
		$this->read( new Segment_Builder(), $fence );
	}

	public function test_a_tail_that_is_not_compressed_is_read(): void {
		$segment = ( new Segment_Builder() )->plain();
		self::assertSame( $segment->decoded(), gzdecode( $this->read( $segment, null, 268435456, 2 )->body ) );
	}

	/** A snapshot whose body holds some nodes. */
	private static function snapshot( string $nodes ): string {
		return '{"type":2,"data":{"node":{"type":0,"id":1,"childNodes":[{"type":2,"id":2,"tagName":"body","attributes":{},"childNodes":[' . $nodes . ']}]},"initialOffset":{"left":0,"top":0}},"timestamp":' . Segment_Builder::BEGIN . '}';
	}

	public function test_a_page_with_half_an_emoji_is_kept_but_for_that_character(): void {
		$line    = self::snapshot( '{"type":3,"id":3,"textContent":"Great mug \ud83d"}' );
		$checked = $this->read( ( new Segment_Builder() )->with_lines( $line ), new Fence( array(), false, 'balanced' ) );
		self::assertSame( array( 1, 0 ), array( $checked->facts->events, $checked->facts->dropped ) );
		self::assertStringContainsString( "Great mug \u{FFFD}\"", (string) gzdecode( $checked->body ) );
	}

	public function test_a_title_that_grows_by_masking_is_cut_and_takes_nothing_with_it(): void {
		$title   = implode( ' ', array_fill( 0, 140, 'ü' ) );
		$checked = $this->read( ( new Segment_Builder() )->with_envelope( array( 'title' => $title, 'preset' => 'strict' ) ), new Fence( array(), false, 'strict' ) );
		self::assertSame( 512, mb_strlen( $checked->envelope->title ) );
		self::assertStringStartsWith( '*** ***', $checked->envelope->title );
	}

	public function test_a_segment_that_takes_too_long_is_refused(): void {
		$clock = new Fixed_Clock();
		$slow  = new class( $clock ) extends Passing_Fence {
			public int $looked = 0;
			public function __construct( private readonly Fixed_Clock $clock ) {
			}
			public function inspect( Event $event, Envelope $envelope, Findings $findings ): bool {
				++$this->looked;
				$this->clock->ms += 300;
				return true;
			}
		};
		$body  = ( new Segment_Builder() )->with_lines( ...array_fill( 0, 100, Segment_Builder::event( 3, Segment_Builder::BEGIN ) ) )->body();
		$frame = Inbox_Frame::unpack( Inbox_Frame::pack( ( new Fixed_Key() )->cipher( 'inbox' ), 1, Recording_Id::from_hex( str_repeat( 'a', 32 ) ), 0, 1, 1, $body ) );
		self::assertNotNull( $frame );
		try {
			( new Segment_Reader( $slow, new Decode_Budget( 268435456 ), $clock ) )->read( $frame, $body, '' );
			self::fail( 'It was read.' );
		} catch ( Malformed $fault ) {
			self::assertSame( 4, $slow->looked );
		}
	}

	/** A clock that says 50 ms more each time it is asked: so it is seen how often it is. */
	private static function ticking(): Clock {
		return new class() implements Clock {
			public int $ms = 0;
			public function now_ms(): int {
				return $this->ms += 50;
			}
		};
	}

	/** @return array<string, array{string}> */
	public static function one_long_line(): array {
		$many = static fn( int $count, \Closure $part ): string => implode( ',', array_map( $part, range( 10, 10 + $count ) ) );
		$data = static fn( string $data ): string => '{"type":3,"timestamp":' . Segment_Builder::BEGIN . ',"data":' . $data . '}';
		return array(
			'nodes'        => array( self::snapshot( $many( 8000, static fn( int $i ): string => '{"type":3,"id":' . $i . ',"textContent":"w' . md5( (string) $i ) . '"}' ) ) ),
			'attributes'   => array( self::snapshot( $many( 40, static fn( int $i ): string => '{"type":2,"id":' . $i . ',"tagName":"p","attributes":{' . $many( 200, static fn( int $j ): string => '"data-' . md5( "$i $j" ) . '":"x"' ) . '},"childNodes":[]}' ) ) ),
			'declarations' => array( self::snapshot( $many( 40, static fn( int $i ): string => '{"type":2,"id":' . $i . ',"tagName":"p","attributes":{"style":{' . $many( 200, static fn( int $j ): string => '"-x-' . chr( 97 + $j % 26 ) . "$i-$j\":\"1\"" ) . '}},"childNodes":[]}' ) ) ),
			'a style'      => array( self::snapshot( '{"type":2,"id":9,"tagName":"style","attributes":{},"childNodes":[{"type":3,"id":10,"textContent":"' . $many( 8000, static fn( int $i ): string => '.c' . md5( (string) $i ) . "{content:'x'}" ) . '"}]}' ) ),
			'changes'      => array( $data( '{"source":0,"attributes":[' . $many( 8000, static fn( int $i ): string => '{"id":' . $i . ',"attributes":{"class":"' . md5( (string) $i ) . '"}}' ) . ']}' ) ),
			'texts'        => array( $data( '{"source":0,"texts":[' . $many( 8000, static fn( int $i ): string => '{"id":' . $i . ',"value":"' . md5( (string) $i ) . '"}' ) . ']}' ) ),
			'positions'    => array( $data( '{"source":1,"positions":[' . $many( 8000, static fn( int $i ): string => '{"x":' . hexdec( substr( md5( (string) $i ), 0, 3 ) ) . ',"y":1,"id":' . $i . ',"timeOffset":-1}' ) . ']}' ) ),
		);
	}

	#[DataProvider( 'one_long_line' )]
	public function test_the_time_a_segment_may_take_ends_within_a_line( string $line ): void {
		$body  = ( new Segment_Builder() )->with_lines( $line )->body();
		$frame = Inbox_Frame::unpack( Inbox_Frame::pack( ( new Fixed_Key() )->cipher( 'inbox' ), 1, Recording_Id::from_hex( str_repeat( 'a', 32 ) ), 0, 1, 1, $body ) );
		self::assertNotNull( $frame );
		$this->expectException( Too_Slow::class );
		( new Segment_Reader( new Fence( array(), false, 'balanced' ), new Decode_Budget( 268435456 ), self::ticking() ) )->read( $frame, $body, '' );
	}

	public function test_lines_that_are_no_events_count_toward_the_most_that_are_looked_at(): void {
		$checked = $this->read( ( new Segment_Builder() )->with_lines( ...array_map( static fn( int $i ): string => '{"no":' . hexdec( substr( md5( (string) $i ), 0, 4 ) ) . '}', range( 1, 50100 ) ) ) );
		self::assertSame( array( 0, 50000 ), array( $checked->facts->events, $checked->facts->dropped ) );
	}

	/** @return array<string, array{\Closure(string): string}> */
	public static function wide(): array {
		return array(
			'attributes'   => array( static fn( string $pairs ): string => self::snapshot( '{"type":2,"id":3,"tagName":"p","attributes":{' . $pairs . '},"childNodes":[]}' ) ),
			'declarations' => array( static fn( string $pairs ): string => self::snapshot( '{"type":2,"id":3,"tagName":"p","attributes":{"style":{' . $pairs . '}},"childNodes":[]}' ) ),
			'properties'   => array( static fn( string $pairs ): string => '{"type":3,"timestamp":1,"data":{' . $pairs . '}}' ),
		);
	}

	/** @param \Closure(string): string $line_of */
	#[DataProvider( 'wide' )]
	public function test_an_object_wider_than_any_of_a_page_is_dropped_within_the_memory_of_a_small_host( \Closure $line_of ): void {
		$line    = $line_of( implode( ',', array_map( static fn( int $i ): string => '"a' . base_convert( (string) $i, 10, 36 ) . '":"ab"', range( 1000, 131073 ) ) ) );
		$segment = ( new Segment_Builder() )->plain()->with_lines( $line );
		$peak    = Peak_Memory::of(
			function () use ( $segment ): void {
				$checked = $this->read( $segment, new Fence( array(), false, 'balanced' ), 134217728, 0 );
				self::assertSame( array( 0, 1 ), array( $checked->facts->events, $checked->facts->dropped ) );
			}
		);
		self::assertLessThan( 40 * 1048576, $peak );
	}

	public function test_an_element_with_many_attributes_is_kept(): void {
		$pairs   = implode( ',', array_map( static fn( int $i ): string => "\"data-$i\":\"true\"", range( 1, 500 ) ) );
		$checked = $this->read( ( new Segment_Builder() )->with_lines( self::snapshot( '{"type":2,"id":3,"tagName":"p","attributes":{' . $pairs . '},"childNodes":[]}' ) ), new Fence( array(), false, 'balanced' ) );
		self::assertSame( array( 1, 0 ), array( $checked->facts->events, $checked->facts->dropped ) );
	}
}
