<?php
/**
 * A WordPress that records.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration;

use Candid\Accounts\Own_Account;
use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Fence;
use Candid\Health\Index_Log;
use Candid\Health\Leak_Log;
use Candid\Inbox\Inbox;
use Candid\Indexer\Decode_Budget;
use Candid\Indexer\Frame_Keeper;
use Candid\Indexer\Indexer;
use Candid\Indexer\Segment_Reader;
use Candid\Plugin;
use Candid\Settings\Settings_Store;
use Candid\Site\Site_Storage;
use Candid\Tests\Segment\Fixed_Clock;
use Candid\Tests\Segment\Passing_Fence;
use Candid\Tests\Segment\Segment_Builder;
use PHPUnit\Framework\TestCase;

/** Every test starts on a fresh installation, with recording turned on. */
abstract class Recording_Case extends TestCase {

	protected Site_Storage $storage;
	protected Fixed_Clock $clock;

	protected function setUp(): void {
		Plugin::instance()->installation()->tear_down();
		Plugin::instance()->installation()->set_up();
		update_option( Settings_Store::OPTION, array( 'recording' => true ) );
		$this->storage = Plugin::instance()->storage();
		$this->clock   = new Fixed_Clock();
	}

	protected function inbox(): Inbox {
		return $this->storage->inbox();
	}

	protected function indexer( ?Segment_Fence $fence = null ): Indexer {
		$frames = new Frame_Keeper( $this->storage->vault(), new Segment_Reader( $fence ?? new Passing_Fence(), new Decode_Budget( 268435456 ) ), $this->storage->key, $this->clock, new Leak_Log() );
		return new Indexer( $this->inbox(), $frames, $this->storage->keeper(), $this->storage->key, $this->storage->lock( 'indexer', 30 ), $this->clock, new Index_Log() );
	}

	/** Puts a segment straight into the inbox. */
	protected function drop_in( Segment_Builder $segment, int $sequence, int $received = Segment_Builder::BEGIN + 6000 ): void {
		$this->inbox()->append( Recording_Id::from_hex( $segment->recording_id() ), $sequence, Own_Account::row(), 1, $segment->numbered( $sequence )->body(), $received );
	}

	/**
	 * Segments of a visit over three pages, five seconds apart.
	 *
	 * @return list<Segment_Builder> By sequence.
	 */
	protected function visit( string $recording_key = "\1\2\3\4\5\6\7\10\1\2\3\4\5\6\7\10" ): array {
		$segments = array();
		foreach ( array( array( 0, '/', 'Home' ), array( 0, '/', 'Home' ), array( 1, '/tulips', 'Tulips' ), array( 2, '/checkout', 'Checkout' ), array( 2, '/checkout', 'Checkout' ) ) as $sequence => list( $page, $path, $title ) ) {
			$begin      = Segment_Builder::BEGIN + 5000 * $sequence;
			$segments[] = ( new Segment_Builder() )->of_recording( $recording_key )->numbered( $sequence )->with_envelope(
				array(
					'page'     => $page,
					'url'      => "https://shop.example$path",
					'title'    => $title,
					'referrer' => 0 === $sequence ? 'https://search.example/' : null,
					'sent'     => $begin + 5000,
				)
			)->with_lines( Segment_Builder::event( 0 === $sequence ? 4 : 3, $begin, array( 'source' => 1 ) ), Segment_Builder::event( 3, $begin + 4500, array( 'source' => 2 ) ) );
		}
		return $segments;
	}

	/**
	 * Everything that makes a recording: its rows, its page views and its bytes in order.
	 *
	 * @return array<string, mixed>
	 */
	protected function snapshot( string $id ): array {
		$recording = $this->storage->recordings->find( Recording_Id::from_hex( $id ) );
		self::assertNotNull( $recording );
		$parts = $recording->to_array( Segment_Builder::BEGIN );
		$parts['page_views'] = array_map( static fn( $view ): array => $view->to_array(), $this->storage->recordings->page_views( $recording ) );
		foreach ( array_keys( $this->storage->vault()->segments( $recording->id ) ) as $sequence ) {
			$parts['bodies'][ $sequence ] = gzdecode( (string) $this->storage->vault()->read( $recording->id, $sequence ) );
		}
		return $parts;
	}
}
