<?php
/**
 * The fence takes time in proportion to an event, whatever a stranger writes into it.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Fence;

use Candid\Domain\Findings;
use Candid\Domain\Json_Line;
use Candid\Domain\Malformed;
use Candid\Domain\Envelope;
use Candid\Fence\Id_List;
use Candid\Fence\Id_Set;
use Candid\Fence\Node_Memory;
use Candid\Indexer\Body_Lines;
use Candid\Indexer\Decode_Budget;
use Candid\Indexer\Observer_States;
use Candid\Tests\Segment\Linear_Time;
use PHPUnit\Framework\Attributes\DataProvider;

final class Linear_Time_Test extends Fence_Case {

	/**
	 * Children of a page's body, by how many there are.
	 *
	 * @return iterable<string, array{\Closure( int $n ): list<array<string, mixed>>}>
	 */
	public static function pages(): iterable {
		$each  = static fn( \Closure $make ): array => array( static fn( int $n ): array => array_map( $make, range( 10, 9 + 3 * $n, 3 ) ) );
		$twice = static fn( array $before, \Closure $make ): array => array( static fn( int $n ): array => array( ...array_map( $before[0], range( 10, 9 + 3 * $n, 3 ) ), ...array_map( $make, range( 10 + 3 * $n, 9 + 6 * $n, 3 ) ) ) );
		$same  = static fn( int $id ): array => self::element( $id, 'p', array( 'id' => 'a' ), array( self::text( $id + 1, 'pin' ) ) );
		yield 'texts' => $each( static fn( int $id ): array => self::text( $id, 'Tulips' ) );
		yield 'ids that go down' => array( static fn( int $n ): array => array_map( static fn( int $i ): array => self::text( 100000000 - 2 * $i, '' ), range( 1, $n ) ) );
		yield 'ids in no order' => array( static fn( int $n ): array => array_map( static fn( int $i ): array => self::text( 10 + ( $i * 7919 ) % 1000003, '' ), range( 1, $n ) ) );
		yield 'choices in no order' => array( static fn( int $n ): array => array_map( static fn( int $i ): array => self::element( 10 + ( $i * 7919 ) % 1000003, 'div', array( 'role' => 'option', 'data-candid' => 'sensitive' ) ), range( 1, $n ) ) );
		yield 'words named by every field' => $twice( array( $same ), static fn( int $id ): array => self::element( $id, 'input', array( 'aria-labelledby' => str_repeat( 'a ', 20 ) ) ) );
		yield 'labels of one field' => $twice( array( static fn( int $id ): array => self::element( $id, 'label', array( 'for' => 'a' ), array( self::text( $id + 1, 'pin' ) ) ) ), static fn( int $id ): array => self::element( $id, 'input', array( 'id' => 'a' ) ) );
		yield 'labels and fields' => $each( static fn( int $id ): array => self::element( $id, 'label', array( 'for' => "f$id" ), array( self::text( $id + 1, 'Quantity' ), self::element( $id + 2, 'input', array( 'id' => "f$id", 'name' => "qty[$id]" ) ) ) ) );
		yield 'sensitive fields' => $each( static fn( int $id ): array => self::element( $id, 'label', array(), array( self::text( $id + 1, "pin $id" ), self::element( $id + 2, 'input', array( 'value' => 'x' ) ) ) ) );
		yield 'choices with labels' => $each( static fn( int $id ): array => self::element( $id, 'label', array( 'for' => 'r' ), array( self::element( $id + 1, 'input', array( 'type' => 'radio', 'id' => 'r' ) ) ) ) );
		yield 'groups with a name' => $each( static fn( int $id ): array => self::element( $id, 'div', array( 'role' => 'group', 'aria-labelledby' => 'a b c', 'id' => 'a' ), array( self::element( $id + 1, 'input' ) ) ) );
		yield 'texts in many labels' => array(
			static function ( int $n ): array {
				$page = array_map( static fn( int $id ): array => self::text( $id, 'pin' ), range( 1000, 999 + $n ) );
				foreach ( range( 100, 300 ) as $id ) {
					$page = array( self::element( $id, 'label', array( 'id' => "l$id" ), $page ) );
				}
				return $page;
			},
		);
		yield 'fields in many groups' => array(
			static function ( int $n ): array {
				$page = array_map( static fn( int $id ): array => self::element( $id, 'input' ), range( 1000, 999 + $n ) );
				foreach ( range( 100, 300 ) as $id ) {
					$page = array( self::element( $id, 'fieldset', array(), array( self::element( 1000 + $id + 10 * $n, 'legend', array(), array( self::text( 2000 + $id + 10 * $n, 'pin' ) ) ), ...$page ) ) );
				}
				return $page;
			},
		);
		yield 'passwords with names' => $each( static fn( int $id ): array => self::element( $id, 'input', array( 'type' => 'password', 'id' => "p$id", 'name' => "n$id" ) ) );
		yield 'custom elements' => $each( static fn( int $id ): array => self::element( $id, "x-$id", array( 'owner' => 'x' ) ) );
		yield 'scripts with parts' => array( static fn( int $n ): array => array( self::element( 9, 'script', array(), array_map( static fn( int $id ): array => self::text( $id, '' ), range( 10, 9 + $n ) ) ) ) );
		yield 'leaks' => $each( static fn( int $id ): array => self::element( $id, 'p', array( 'id' => "x$id", 'onclick' => 'x' ) ) );
		yield 'styles' => $each( static fn( int $id ): array => self::element( $id, 'style', array( '_cssText' => "a{content:'$id'}" ), array( self::text( $id + 1, 'b{}' ) ) ) );
		yield 'declarations' => $each( static fn( int $id ): array => self::element( $id, 'p', array( 'style' => array( 'top' => '1px', "--x-$id" => array( '1px', 'important' ) ) ) ) );
		yield 'attributes' => array( static fn( int $n ): array => array_map( static fn( int $i ): array => self::element( 10 + $i, 'p', array_combine( array_map( static fn( int $j ): string => "data-a$i-$j", range( 1, 100 ) ), array_fill( 0, 100, 'true' ) ) ), range( 1, intdiv( $n, 20 ) ) ) );
		yield 'no nodes at all' => array( static fn( int $n ): array => array_fill( 0, $n, 'x' ) );
		yield 'unknown properties' => $each( static fn( int $id ): array => self::text( $id, 'x' ) + array( 'a' => 1, 'b' => array( 1 ), 'id ' => 1 ) );
	}

	/** @param \Closure( int $n ): list<array<string, mixed>> $page */
	#[DataProvider( 'pages' )]
	public function test_of_a_page( \Closure $page ): void {
		self::grows( 400, static fn( int $n ): string => self::snapshot( $page( $n ) ) );
	}

	/** @param \Closure( int $n ): list<array<string, mixed>> $page */
	#[DataProvider( 'pages' )]
	public function test_of_nodes_that_are_added( \Closure $page ): void {
		self::grows( 400, static fn( int $n ): string => self::added( 3, ...array_filter( $page( $n ), 'is_array' ) ) );
	}

	/** @return iterable<string, array{\Closure( int $n ): string}> */
	public static function changes(): iterable {
		$list = static fn( int $source, string $name, array|\Closure $item ): array => array( static fn( int $n ): string => self::change( $source, array( 'id' => 3, $name => array_map( $item instanceof \Closure ? $item : static fn(): array => $item, range( 10, 9 + $n ) ) ) ) );
		yield 'nodes each in the one before' => array( static fn( int $n ): string => self::mutation( array( 'adds' => array_map( static fn( int $id ): array => array( 'parentId' => $id - 1, 'nextId' => null, 'node' => self::element( $id, 'label', array( 'id' => 'a' ) ) ), range( 4, 3 + $n ) ) ) ) );
		yield 'the same in turn' => array( static fn( int $n ): string => self::mutation( array( 'adds' => array_map( static fn( int $id ): array => array( 'parentId' => $id - 1, 'nextId' => null, 'node' => self::element( $id, 'div' ) ), range( 3 + $n, 4 ) ) ) ) );
		yield 'texts' => $list( 0, 'texts', static fn( int $id ): array => array( 'id' => $id, 'value' => 'pin 4111' ) );
		yield 'attributes' => $list( 0, 'attributes', static fn( int $id ): array => array( 'id' => $id, 'attributes' => array( 'class' => "c$id", 'role' => 'textbox', 'name' => 'pin' ) ) );
		yield 'removes' => $list( 0, 'removes', static fn( int $id ): array => array( 'parentId' => 3, 'id' => $id ) );
		yield 'positions' => $list( 1, 'positions', static fn( int $id ): array => array( 'x' => 1, 'y' => 2, 'id' => $id, 'timeOffset' => -1 ) );
		yield 'ranges' => $list( 14, 'ranges', static fn( int $id ): array => array( 'start' => $id, 'startOffset' => 0, 'end' => $id, 'endOffset' => 1 ) );
		yield 'rules' => $list( 8, 'adds', array( 'rule' => "a{content:'x'}", 'index' => array( 0, 1 ) ) );
		yield 'removed rules' => $list( 8, 'removes', array( 'index' => 0 ) );
		yield 'sheets' => $list( 15, 'styles', array( 'styleId' => 1, 'rules' => array( array( 'rule' => 'a{}' ) ) ) );
		yield 'ids of sheets' => $list( 15, 'styleIds', static fn( int $id ): int => $id );
		yield 'items that are none' => $list( 14, 'ranges', array() );
		yield 'a text' => array( static fn( int $n ): string => self::change( 5, array( 'id' => 3, 'text' => str_repeat( '1234 5678 9012 3456, ', $n ) ) ) );
		yield 'a declaration' => array( static fn( int $n ): string => self::change( 13, array( 'id' => 3, 'index' => array( 0 ), 'set' => array( 'property' => 'top', 'value' => str_repeat( 'calc(', $n ) ) ) ) );
		yield 'a name' => array( static fn( int $n ): string => self::change( 16, array( 'define' => array( 'name' => str_repeat( 'x-', 10 * $n ) ) ) ) );
		yield 'an index' => array( static fn( int $n ): string => self::change( 13, array( 'id' => 3, 'index' => array_fill( 0, $n, 1 ) ) ) );
		yield 'an address' => array( static fn( int $n ): string => self::event( 4, array( 'href' => str_repeat( '/a%2541', $n ) ) ) );
		yield 'a tag' => array( static fn( int $n ): string => self::event( 5, array( 'tag' => str_repeat( 'a', 10 * $n ) ) ) );
		yield 'half emojis' => array( static fn( int $n ): string => '{"type":5,"timestamp":1,"data":{"tag":"' . str_repeat( '\\ud83d', $n ) . '"}}' );
		yield 'backslashes' => array( static fn( int $n ): string => '{"type":5,"timestamp":1,"data":{"tag":"' . str_repeat( '\\\\', 10 * $n ) . '\\ud83d"}}' );
		yield 'lists in lists' => array( static fn( int $n ): string => '{"type":5,"timestamp":1,"data":{"a":[' . implode( ',', array_fill( 0, $n, '[[[[]]]]' ) ) . ']}}' );
	}

	/** @param \Closure( int $n ): string $line */
	#[DataProvider( 'changes' )]
	public function test_of_a_change( \Closure $line ): void {
		// From a thousand commas on an event is also looked through for wide objects.
		self::grows( 1200, $line );
	}

	public function test_of_what_is_remembered(): void {
		foreach ( self::pages() as $name => list( $page ) ) {
			$state = static function ( int $n ) use ( $page ): string {
				$fence = self::fence();
				$fence->inspect( self::snapshot( $page( $n ) ), self::envelope() );
				return $fence->close();
			};
			Linear_Time::assert(
				"memory of $name",
				400,
				static function ( int $n ) use ( $state ): \Closure {
					$json = $state( $n );
					return static function () use ( $json ): void {
						$memory = Node_Memory::from_json( Observer_States::unpack( Observer_States::pack( array( 'fence' => $json ) ) )['fence'] ?? '' );
						$memory->shut();
						$memory->to_json( 10000000 );
					};
				}
			);
		}
	}

	public function test_of_lists_sets_and_findings(): void {
		$each = static fn( \Closure $work ): \Closure => static fn( int $n ): \Closure => static fn() => $work( $n );
		Linear_Time::assert( 'ids in a list', 2000, $each( static fn( int $n ): array => Id_List::of( str_repeat( 'a ', $n ) ) ) );
		Linear_Time::assert(
			'findings',
			2000,
			$each(
				static function ( int $n ): void {
					$findings = new Findings();
					for ( $i = 0; $i < $n; $i++ ) {
						$findings->add( 'shape', "p.c$i" );
					}
					$findings->all();
				}
			)
		);
		foreach ( array( 'up' => 2, 'down' => -2, 'touching' => -1 ) as $name => $step ) {
			Linear_Time::assert(
				"a set that goes $name",
				5000,
				$each(
					static function ( int $n ) use ( $step ): void {
						$set = new Id_Set();
						for ( $i = 0; $i < $n; $i++ ) {
							$set->add( 1000000 + $step * $i );
						}
						Id_Set::from( $set->to_list() );
					}
				)
			);
		}
	}

	public function test_of_a_body_and_its_envelope(): void {
		$lines = static fn( string $text, bool $gzip ): \Closure => static function () use ( $text, $gzip ): void {
			try {
				foreach ( Body_Lines::of( $gzip ? (string) gzencode( $text ) : $text, $gzip ) as $line ) {
					unset( $line );
				}
			} catch ( Malformed ) {
				return;
			}
		};
		foreach ( array( "\n", "{}\n", 'a', md5( 'a' ) . "\n" ) as $part ) {
			foreach ( array( true, false ) as $gzip ) {
				Linear_Time::assert( "a body of \"$part\"", 40000, static fn( int $n ): \Closure => $lines( Linear_Time::text( $part, $n ), $gzip ) );
			}
		}
		Linear_Time::assert( 'a budget', 40000, static fn( int $n ): \Closure => static fn(): bool => ( new Decode_Budget( 1000000 ) )->allows( str_repeat( '{[,', $n ) ) );
		foreach ( array( '"a":"' . "\xc3(" . '",', '"a":"', '\\', '"', "\xc3" ) as $part ) {
			Linear_Time::assert(
				"an envelope of \"$part\"",
				2000,
				static fn( int $n ): \Closure => static function () use ( $part, $n ): void {
					try {
						Envelope::parse( str_repeat( $part, intdiv( $n, strlen( $part ) ) ) );
					} catch ( Malformed ) {
						return;
					}
				}
			);
		}
		Linear_Time::assert( 'JSON', 10000, static fn( int $n ): \Closure => static fn(): mixed => Json_Line::decode( '"' . str_repeat( '\\ud83d', $n ) . '"' ) );
	}

	/** @param \Closure( int $n ): string $line */
	private static function grows( int $n, \Closure $line ): void {
		Linear_Time::assert(
			'the fence',
			$n,
			static function ( int $n ) use ( $line ): \Closure {
				$text     = $line( $n );
				$envelope = self::envelope();
				return static fn() => self::fence()->inspect( $text, $envelope );
			}
		);
	}
}
