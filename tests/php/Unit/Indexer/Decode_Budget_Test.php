<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Indexer;

use Candid\Domain\Deadline;
use Candid\Domain\Envelope;
use Candid\Domain\Event;
use Candid\Domain\Findings;
use Candid\Domain\Recording_Id;
use Candid\Fence\Fence;
use Candid\Indexer\Decode_Budget;
use Candid\Tests\Segment\Peak_Memory;
use Candid\Tests\Segment\Segment_Builder;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Holds the estimate to what the real fence takes. */
final class Decode_Budget_Test extends TestCase {

	private const MANY = 20000;

	/** @return array<string, array{string}> */
	public static function lines(): array {
		$changes = static fn( string $list, string $item ): array => array( '{"type":3,"timestamp":1,"data":{"source":0,"texts":[],"attributes":[],"removes":[],"adds":[],"' . $list . '":[' . rtrim( str_repeat( "$item,", self::MANY ), ',' ) . ']}}' );
		$page    = static fn( string $node ): array => array( '{"type":2,"timestamp":1,"data":{"node":{"type":0,"id":1,"childNodes":[' . rtrim( str_repeat( "$node,", self::MANY ), ',' ) . ']},"initialOffset":{"left":0,"top":0}}}' );
		return array(
			'texts'           => $changes( 'texts', '{"id":9,"value":"x"}' ),
			'attributes'      => $changes( 'attributes', '{"id":9,"attributes":{"class":"x"}}' ),
			'removals'        => $changes( 'removes', '{"id":9,"parentId":3}' ),
			'additions'       => $changes( 'adds', '{"parentId":3,"nextId":null,"node":{"type":3,"id":9,"textContent":"x"}}' ),
			'nodes'           => $page( '{"type":3,"id":9,"textContent":""}' ),
			'elements'        => $page( '{"type":2,"id":9,"tagName":"p","attributes":{"class":"ab","title":"cd","lang":"en"},"childNodes":[]}' ),
			'nine attributes' => $page( '{"type":2,"id":9,"tagName":"p","attributes":{"aa":"ab","bb":"cd","cc":"en","dd":"ab","ee":"ab","ff":"ab","gg":"ab","hh":"ab","ii":"ab"},"childNodes":[]}' ),
			'objects of one'  => $page( '{"a":0}' ),
			'numbers'         => $page( '1' ),
			'positions'       => array( '{"type":3,"timestamp":1,"data":{"source":1,"positions":[' . rtrim( str_repeat( '{"x":1,"y":1,"id":3,"timeOffset":-5},', self::MANY ), ',' ) . ']}}' ),
			'rules'           => array( '{"type":3,"timestamp":1,"data":{"source":8,"id":3,"adds":[' . rtrim( str_repeat( '{"rule":"a{}","index":[1]},', self::MANY ), ',' ) . ']}}' ),
			'one long text'   => $page( '{"type":3,"id":9,"textContent":"' . str_repeat( 'x ', 40 ) . '"}' ),
		);
	}

	#[DataProvider( 'lines' )]
	public function test_no_line_takes_more_memory_than_was_estimated( string $line ): void {
		$envelope = Envelope::parse( explode( "\n", ( new Segment_Builder() )->with_envelope( array( 'inputs' => true ) )->decoded() )[0] );
		$fence    = new Fence( array(), true, 'balanced' );
		$fence->open( Recording_Id::from_hex( str_repeat( 'a', 32 ) ), '', Deadline::never() );
		$peak = Peak_Memory::of(
			static function () use ( $fence, $line, $envelope ): void {
				$event = Event::read( $line );
				self::assertNotNull( $event );
				$fence->inspect( $event, $envelope, new Findings() );
				$event->line();
			}
		);
		self::assertFalse( ( new Decode_Budget( memory_get_usage() + $peak ) )->allows( $line ), "It took $peak bytes." );
	}
}
