<?php
/**
 * From the inbox to the vault.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Database\Option_Lock;
use Candid\Database\Recording_Store;
use Candid\Domain\Clock;
use Candid\Domain\Key_Source;
use Candid\Domain\Leak_Sink;
use Candid\Domain\Malformed;
use Candid\Domain\Other_Key;
use Candid\Domain\Recording_Id;
use Candid\Domain\Stop_Sink;
use Candid\Domain\Unavailable;
use Candid\Inbox\Inbox;
use Candid\Inbox\Inbox_Frame;
use Candid\Inbox\Spool;
use Candid\Vault\Segment_Facts;
use Candid\Vault\Vault;

/**
 * Works in steps and may be killed anywhere: a segment is first in the vault, then in the rows, then the cursor moves.
 * Doing any of it twice changes nothing. A segment that cannot be read or fenced is not kept.
 */
final class Indexer {

	/** How long to leave a run that is under way alone before looking at it again (µs). Runs end within some ten milliseconds. */
	private const LOOK_AGAIN_US = 25000;

	public function __construct(
		private readonly Inbox $inbox,
		private readonly Vault $vault,
		private readonly Recording_Store $store,
		private readonly Segment_Reader $reader,
		private readonly Leak_Sink $leaks,
		private readonly Key_Source $keys,
		private readonly Option_Lock $lock,
		private readonly Clock $clock,
		private readonly ?Stop_Sink $stops = null
	) {
	}

	/**
	 * Indexes what waits, for a bounded time.
	 *
	 * @param float $seconds    No new segment is begun after this.
	 * @param bool  $is_awaited Whether somebody wants to see what came: then a run that is under way elsewhere is waited
	 *                          for, within the same time. Whoever only tidies up leaves it to that run.
	 */
	public function run( float $seconds = 2.0, bool $is_awaited = false ): Run_Report {
		$report   = new Run_Report();
		$deadline = microtime( true ) + $seconds;
		while ( $this->inbox->bytes() > 0 && ! $this->lock->take() ) {
			if ( ! $is_awaited || microtime( true ) >= $deadline ) {
				$report->unfinished = true;
				return $report;
			}
			usleep( self::LOOK_AGAIN_US );
		}
		if ( ! $this->lock->is_held() ) {
			return $report;
		}
		try {
			foreach ( $this->inbox->take() as $path ) {
				if ( ! $this->index( $path, $deadline, $report ) ) {
					$report->unfinished = true;
					break;
				}
			}
		} catch ( Unavailable $fault ) {
			$report->unfinished = true;
			$report->fault      = $fault->getMessage();
		} finally {
			$this->leaks->keep();
			$this->stops?->keep();
			$this->lock->release();
		}
		return $report;
	}

	/** @return bool Whether the spool is done. */
	private function index( string $path, float $deadline, Run_Report $report ): bool {
		$file = @fopen( $path, 'rb' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Both reasons are dealt with below.
		if ( false === $file ) {
			clearstatcache( true, $path );
			if ( ! file_exists( $path ) ) {
				// Our lock had expired, and who took it over has finished this one.
				return true;
			}
			throw new Unavailable( 'A part of the inbox cannot be read.' );
		}
		// Without the key nothing can be read: better found before the first frame than after.
		$this->keys->cipher( 'inbox' );
		$order  = Spool_Order::of( $file );
		$cursor = new Cursor( $path );
		$opened = 0;
		$at     = $cursor->done();
		try {
			while ( $at < $order->count() ) {
				$recording = $order->recording( $at );
				$state     = null;
				$known     = $this->vault->segments( $recording );
				while ( $at < $order->count() && $order->recording( $at )->equals( $recording ) && microtime( true ) < $deadline && $this->lock->renew() ) {
					if ( $cursor->is_deadly( $at ) ) {
						++$report->refused;
						$report->fault = 'A segment was passed over because PHP ended twice while it was checked.';
					} else {
						$cursor->begin( $at );
						$entry   = Spool::read( $file, $order->offset( $at ) );
						$opened += null !== $entry && $this->keep( $entry[0], $state, $known, $report ) ? 1 : 0;
					}
					++$at;
				}
				$this->store->refresh_rows( $recording );
				$cursor->advance_to( $at );
				if ( microtime( true ) >= $deadline || ! $this->lock->renew() ) {
					break;
				}
			}
		} catch ( Unavailable $fault ) {
			// A full disk is no frame that brings PHP down: however often it is met, nothing is passed over.
			$cursor->advance_to( $cursor->done() );
			throw $fault;
		} finally {
			fclose( $file );
		}
		if ( $at < $order->count() ) {
			return false;
		}
		if ( 0 === $opened && $order->count() > 0 && $this->is_foreign( $path, $order ) ) {
			$this->inbox->set_aside( $path );
		} else {
			$this->inbox->done( $path );
		}
		return true;
	}

	/**
	 * Takes one frame to the vault.
	 *
	 * @param string|null               $state What the fence remembers; null until it was read for this recording.
	 * @param array<int, Segment_Facts> $known What the vault has of this recording.
	 * @return bool Whether the data key opened the frame.
	 */
	private function keep( Inbox_Frame $frame, ?string &$state, array &$known, Run_Report $report ): bool {
		if ( $this->vault->was_erased( $frame->recording ) ) {
			++$report->erased;
			return true;
		}
		if ( isset( $known[ $frame->sequence ] ) ) {
			++$report->duplicates;
			return true;
		}
		$body = $frame->body( $this->keys->cipher( 'inbox' ) );
		if ( null === $body ) {
			++$report->refused;
			return false;
		}
		$state ??= $this->vault->fence_state( $frame->recording );
		try {
			$segment = $this->reader->read( $frame, $body, $state );
		} catch ( \Throwable $fault ) {
			// Whatever is wrong with a segment, or with us: it is not kept, and it does not stop the others.
			++$report->refused;
			$report->fault = $fault instanceof Malformed ? $report->fault : get_class( $fault ) . ' at ' . basename( $fault->getFile() ) . ':' . $fault->getLine();
			return true;
		}
		try {
			// The state first: knowing too much is harmless, knowing too little is not.
			if ( $state !== $segment->state ) {
				$this->vault->keep_fence_state( $frame->recording, $segment->state );
				$state = $segment->state;
			}
			if ( ! $this->vault->append( $frame->recording, $segment->facts, $segment->body ) ) {
				++$report->duplicates;
				return true;
			}
		} catch ( Other_Key $fault ) {
			++$report->refused;
			$report->fault = $fault->getMessage();
			return true;
		}
		$known[ $frame->sequence ] = $segment->facts;
		++$report->stored;
		if ( array() !== $segment->findings ) {
			$this->leaks->note_leaks( $segment->envelope->path(), $segment->findings, $frame->recording, $this->clock->now_ms() );
		}
		if ( null !== $segment->envelope->ended ) {
			$this->stops?->note_stop( $segment->envelope->ended, $segment->envelope->path(), $frame->recording, $this->clock->now_ms() );
		}
		return true;
	}

	/** Whether no frame of a spool opens with the data key there is now. */
	private function is_foreign( string $path, Spool_Order $order ): bool {
		$file = fopen( $path, 'rb' );
		if ( false === $file ) {
			return false;
		}
		$cipher  = $this->keys->cipher( 'inbox' );
		$foreign = true;
		for ( $at = 0; $foreign && $at < min( 5, $order->count() ); $at++ ) {
			$entry   = Spool::read( $file, $order->offset( $at ) );
			$foreign = null !== $entry && null === $entry[0]->body( $cipher );
		}
		fclose( $file );
		return $foreign;
	}
}
