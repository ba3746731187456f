<?php
/**
 * From the inbox to the vault.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Clock;
use Candid\Domain\Fault;
use Candid\Domain\Key_Source;
use Candid\Domain\Lock;
use Candid\Domain\Unavailable;
use Candid\Inbox\Inbox;

/**
 * Works in steps and may be killed anywhere: a segment is first in the vault, then in the rows, then the cursor moves.
 * Doing any of it twice changes nothing. A segment that cannot be read or fenced is not kept; one whose recording cannot
 * be written is set aside, and everything behind goes on.
 */
final class Indexer {

	/** How long to leave a run that is under way alone before looking at it again (µs). Runs end within some ten milliseconds. */
	private const LOOK_AGAIN_US = 25000;

	public function __construct(
		private readonly Inbox $inbox,
		private readonly Frame_Keeper $frames,
		private readonly Recording_Keeper $recordings,
		private readonly Key_Source $keys,
		private readonly Lock $lock,
		private readonly Clock $clock,
		private readonly ?Index_Log $log = null
	) {
	}

	/**
	 * Indexes what waits, for a bounded time.
	 *
	 * @param float $seconds    No new segment is begun after this.
	 * @param bool  $is_awaited Whether a person waits for the answer: then a run that is under way elsewhere is waited
	 *                          for, within the same time, and no segment that failed before is begun. Whoever only
	 *                          tidies up leaves everything to the run that is under way.
	 */
	public function run( float $seconds = 2.0, bool $is_awaited = false ): Run_Report {
		$report   = new Run_Report();
		$deadline = microtime( true ) + $seconds;
		try {
			if ( $this->has_work( $is_awaited ) && $this->take_lock( $deadline, $is_awaited, $report ) ) {
				try {
					$this->work( $deadline, $is_awaited, $report );
				} finally {
					$this->frames->finish();
					$this->lock->release();
				}
			}
		} catch ( Unavailable $failure ) {
			$report->unfinished = true;
			$report->stopped_by = $failure;
			$report->note( $failure->fault, $failure->parameters );
		}
		if ( array() !== $report->faults() ) {
			$this->log?->keep( $report->faults(), $this->clock->now_ms() );
		}
		return $report;
	}

	private function has_work( bool $is_awaited ): bool {
		return $this->inbox->has_work() || ( ! $is_awaited && array() !== $this->inbox->held->due( $this->now_s() ) );
	}

	private function take_lock( float $deadline, bool $is_awaited, Run_Report $report ): bool {
		while ( ! $this->lock->take() ) {
			if ( ! $is_awaited || microtime( true ) >= $deadline ) {
				$report->unfinished = true;
				return false;
			}
			usleep( self::LOOK_AGAIN_US );
			// The run that was under way has done it all.
			if ( ! $this->has_work( $is_awaited ) ) {
				return false;
			}
		}
		return true;
	}

	private function work( float $deadline, bool $is_awaited, Run_Report $report ): void {
		// Without the key nothing can be read: better found before the first frame than after.
		$this->keys->cipher( 'inbox' );
		$may_go_on = fn(): bool => microtime( true ) < $deadline && $this->lock->renew();
		foreach ( $this->inbox->take() as $path ) {
			if ( ! $this->spool( $path, $report )->run( $may_go_on ) ) {
				$report->unfinished = true;
				return;
			}
		}
		if ( $is_awaited ) {
			return;
		}
		foreach ( $this->inbox->held->due( $this->now_s() ) as $path ) {
			if ( ! $may_go_on() || ! $this->spool( $path, $report )->run_held( $may_go_on ) ) {
				$report->unfinished = true;
				return;
			}
		}
		if ( 0 < $this->inbox->drop_unreadable( $this->now_s() ) ) {
			$report->note( Fault::Unreadable_Dropped );
		}
	}

	private function spool( string $path, Run_Report $report ): Spool_Run {
		return new Spool_Run( $path, $this->inbox, $this->frames, $this->recordings, $this->keys, $report, $this->now_s() );
	}

	private function now_s(): int {
		return intdiv( $this->clock->now_ms(), 1000 );
	}
}
