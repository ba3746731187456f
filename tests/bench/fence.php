<?php
/**
 * Processor time of one segment: at the door, in the indexer (reader, fence, vault), in the fence alone, and, for
 * comparison in the same run, decoding and encoding its events and nothing else. Medians of several runs.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Bench;

use Candid\Domain\Clock;
use Candid\Domain\Deadline;
use Candid\Domain\Envelope;
use Candid\Domain\Event;
use Candid\Domain\Findings;
use Candid\Domain\Malformed;
use Candid\Domain\Recording_Id;
use Candid\Door\Acceptor;
use Candid\Door\Policy;
use Candid\Door\Request;
use Candid\Fence\Fence;
use Candid\Inbox\Inbox;
use Candid\Inbox\Inbox_Frame;
use Candid\Indexer\Decode_Budget;
use Candid\Indexer\Segment_Reader;
use Candid\Tests\Segment\Fixed_Clock;
use Candid\Tests\Segment\Fixed_Key;
use Candid\Tests\Segment\Segment_Builder;
use Candid\Vault\Local_Vault;

require dirname( __DIR__, 2 ) . '/vendor/autoload.php';

/** An element as rrweb writes it. */
function element( int $id, string $tag, array $attributes, array $children = array() ): array {
	return array(
		'type'       => 2,
		'tagName'    => $tag,
		'attributes' => (object) $attributes,
		'childNodes' => $children,
		'id'         => $id,
	);
}

function text( int $id, string $text ): array {
	return array(
		'type'        => 3,
		'textContent' => $text,
		'id'          => $id,
	);
}

/** A full snapshot with this content of the body. */
function snapshot( array $body ): string {
	$page = array(
		'type'       => 0,
		'id'         => 1,
		'childNodes' => array( element( 2, 'html', array( 'lang' => 'en' ), array( element( 3, 'body', array( 'class' => 'shop' ), $body ) ) ) ),
	);
	return Segment_Builder::event( 2, Segment_Builder::BEGIN, array( 'node' => $page, 'initialOffset' => array( 'left' => 0, 'top' => 0 ) ) );
}

/** Products of a shop, with links, pictures and a form each, up to so many bytes of JSON. */
function products( int $bytes, int $id = 10 ): array {
	$made = array();
	for ( $size = 0; $size < $bytes; $size += strlen( (string) json_encode( end( $made ) ) ) ) {
		$name   = substr( md5( (string) $id ), 0, 8 );
		$made[] = element(
			$id,
			'li',
			array( 'class' => "product type-product post-$id instock" ),
			array(
				element( $id + 1, 'a', array( 'href' => "https://shop.example/product/tulips-$name/", 'class' => 'woocommerce-loop-product__link' ), array( element( $id + 2, 'img', array( 'src' => "/wp-content/uploads/2026/05/tulips-$name-300x300.jpg", 'alt' => '***', 'width' => '300', 'height' => '300' ) ), element( $id + 3, 'h2', array( 'class' => 'title' ), array( text( $id + 4, "Tulips from the field $name" ) ) ) ) ),
				element( $id + 5, 'span', array( 'class' => 'price' ), array( text( $id + 6, ( $id % 90 ) . '.90 €' ) ) ),
				element( $id + 7, 'form', array( 'class' => 'cart' ), array( element( $id + 8, 'label', array( 'for' => "q$id" ), array( text( $id + 9, 'Quantity' ) ) ), element( $id + 10, 'input', array( 'type' => 'number', 'id' => "q$id", 'name' => 'quantity', 'class' => 'qty', 'value' => '***' ) ) ) ),
			)
		);
		$id += 11;
	}
	return $made;
}

/** @return array<string, list<string>> Lines of the segments. */
function segments(): array {
	$moves  = static fn( int $at ): string => Segment_Builder::event( 3, Segment_Builder::BEGIN + $at, array( 'source' => 1, 'positions' => array_map( static fn( int $i ): array => array( 'x' => 3 * $i + $at % 700, 'y' => 5 * $i, 'id' => 10 + $i, 'timeOffset' => -50 * $i ), range( 0, 9 ) ) ) );
	$same   = array_map( static fn( int $i ): array => element( $i, 'p', array( 'id' => 'a' ), array( text( $i + 1, 'pin' . md5( (string) $i ) ) ) ), range( 10, 5009, 2 ) );
	$fields = array_map( static fn( int $i ): array => element( $i, 'input', array( 'name' => md5( (string) $i ), 'aria-labelledby' => str_repeat( 'a ', 20 ) ) ), range( 6000, 8000 ) );
	$links  = array_map( static fn( int $i ): array => element( $i, 'a', array( 'href' => 'https://' . str_repeat( 'xn--a.', 40 ) . md5( (string) $i ) . '/1234 5678 9012 3456/' . md5( (string) $i ) ) ), range( 9000, 12000 ) );
	return array(
		'small'   => array_map( $moves, range( 0, 4500, 500 ) ),
		'usual'   => array( snapshot( products( 250000 ) ) ),
		'large'   => array( snapshot( products( 5600000 ) ), Segment_Builder::event( 3, Segment_Builder::BEGIN + 1, array( 'source' => 0, 'texts' => array(), 'attributes' => array(), 'removes' => array(), 'adds' => array_map( static fn( array $node ): array => array( 'parentId' => 3, 'nextId' => null, 'node' => $node ), products( 2100000, 2000000 ) ) ) ) ),
		'hostile' => array( snapshot( array( ...$same, ...$fields, ...$links ) ) ),
	);
}

/** Processor time, ms: the median of so many runs. */
function median( int $runs, \Closure $work ): float {
	$times = array();
	for ( $i = 0; $i < $runs; $i++ ) {
		$start = getrusage();
		$work();
		$end     = getrusage();
		$times[] = 1000 * ( $end['ru_utime.tv_sec'] + $end['ru_stime.tv_sec'] - $start['ru_utime.tv_sec'] - $start['ru_stime.tv_sec'] ) + ( $end['ru_utime.tv_usec'] + $end['ru_stime.tv_usec'] - $start['ru_utime.tv_usec'] - $start['ru_stime.tv_usec'] ) / 1000;
	}
	sort( $times );
	return $times[ intdiv( $runs, 2 ) ];
}

$folder = sys_get_temp_dir() . '/candid-bench-' . getmypid();
mkdir( $folder );
mkdir( "$folder/vault" );
$runs  = max( 1, (int) ( $argv[1] ?? 15 ) );
$keys  = new Fixed_Key();
$inbox = new Inbox( $folder, $keys );
$door  = new Acceptor( new Policy( true, Segment_Builder::KEY, 1, array( 'shop.example' ) ), $inbox, new Fixed_Clock() );
$vault = new Local_Vault( "$folder/vault", $keys );
// Nobody stops the clock here: how long it takes is what is asked.
$clock = new class() implements Clock {
	public function now_ms(): int {
		return 0;
	}
};

printf( "%-8s %9s %9s %10s %10s %10s %10s %8s %8s\n", 'segment', 'sent', 'decoded', 'door', 'indexer', 'fence', 'json', 'fence/', 'indexer/' );
printf( "%-8s %9s %9s %10s %10s %10s %10s %8s %8s\n", '', 'KB', 'KB', 'ms', 'ms', 'ms', 'ms', 'json', 'json' );
foreach ( segments() as $name => $lines ) {
	$times   = 'large' === $name ? max( 3, intdiv( $runs, 3 ) ) : $runs;
	$segment = ( new Segment_Builder() )->with_lines( ...$lines );
	$bytes   = $segment->bytes();
	$id      = Recording_Id::from_hex( $segment->recording_id() );
	$frame   = Inbox_Frame::unpack( Inbox_Frame::pack( $keys->cipher( 'inbox' ), Segment_Builder::BEGIN + 6000, $id, 0, 1, 1, $segment->body() ) );
	if ( null === $frame ) {
		throw new \LogicException( 'The frame is none.' );
	}
	$in_door = median(
		$times,
		static function () use ( $door, $bytes ): void {
			$status = $door->accept( new Request( 'POST', 'application/octet-stream', strlen( $bytes ), 'Mozilla/5.0 Firefox/140.0', '', 'same-origin', 'https://shop.example', body: $bytes ) )->status;
			if ( 204 !== $status ) {
				throw new \LogicException( "The door answers $status." );
			}
		}
	);
	$number   = 0;
	$in_index = median(
		$times,
		static function () use ( $frame, $segment, $vault, $clock, $id, &$number ): void {
			try {
				$checked = ( new Segment_Reader( new Fence( array(), false, 'balanced' ), new Decode_Budget( 512 * 1048576 ), $clock ) )->read( $frame, $segment->body(), '' );
				$vault->append( Recording_Id::from_hex( substr( md5( $id->hex . ++$number ), 0, 32 ) ), $checked->facts, $checked->body );
			} catch ( Malformed $fault ) {
				throw new \LogicException( $fault->getMessage(), 0, $fault );
			}
		}
	);
	$envelope = Envelope::parse( explode( "\n", $segment->decoded() )[0] );
	$events   = static fn(): array => array_map( static fn( string $line ): Event => Event::read( $line ) ?? throw new \LogicException( 'No event.' ), $lines );
	$both     = median(
		$times,
		static function () use ( $events, $envelope, $id ): void {
			$fence = new Fence( array(), false, 'balanced' );
			$fence->open( $id, '', Deadline::never() );
			foreach ( $events() as $event ) {
				$fence->inspect( $event, $envelope, new Findings() );
			}
			$fence->close();
		}
	);
	$decode   = median( $times, static fn(): array => $events() );
	$json     = median( $times, static fn(): array => array_map( static fn( Event $event ): ?string => $event->line(), $events() ) );
	printf( "%-8s %9.1f %9.0f %10.2f %10.2f %10.2f %10.2f %8.1f %8.1f\n", $name, strlen( $bytes ) / 1024, strlen( $segment->decoded() ) / 1024, $in_door, $in_index, $both - $decode, $json, ( $both - $decode ) / $json, $in_index / $json );
}
foreach ( new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( $folder, \FilesystemIterator::SKIP_DOTS ), \RecursiveIteratorIterator::CHILD_FIRST ) as $file ) {
	$file->isDir() ? rmdir( $file->getPathname() ) : unlink( $file->getPathname() );
}
rmdir( $folder );
