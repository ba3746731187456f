<?php
/**
 * One spool, indexed.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Fault;
use Candid\Domain\Key_Source;
use Candid\Domain\Recording_Unavailable;
use Candid\Domain\Unavailable;
use Candid\Inbox\Held_Spools;
use Candid\Inbox\Inbox;
use Candid\Inbox\Spool;

/**
 * Goes through a taken or a held spool, turn by turn. What goes wrong with one recording sets aside what this spool has
 * of the recording; what goes wrong with the whole disk, key or database ends the run and loses nothing.
 */
final class Spool_Run {

	/** How many frames are looked at to tell a spool of another data key. */
	private const LOOK_AT = 5;

	private readonly Cursor $cursor;
	private Spool_Order $order;

	/** @var resource */
	private $file;

	/** Frames that the data key opened, or did not have to. */
	private int $opened = 0;

	/**
	 * @param string $path  Of the spool.
	 * @param int    $now_s Unix time, s.
	 */
	public function __construct(
		private readonly string $path,
		private readonly Inbox $inbox,
		private readonly Frame_Keeper $frames,
		private readonly Recording_Keeper $recordings,
		private readonly Key_Source $keys,
		private readonly Run_Report $report,
		private readonly int $now_s
	) {
		$this->cursor = new Cursor( $path );
	}

	/**
	 * Indexes a taken spool.
	 *
	 * @param \Closure(): bool $may_go_on Asked before each frame.
	 * @return bool Whether the spool is done.
	 * @throws Unavailable When nothing can be indexed now; the cursor stands at the frame that met it.
	 */
	public function run( \Closure $may_go_on ): bool {
		if ( ! $this->open() ) {
			return true;
		}
		try {
			for ( $at = $this->cursor->done(); $at < $this->order->count(); ) {
				if ( ! $may_go_on() ) {
					return false;
				}
				$at = $this->turn( $at, $may_go_on );
				$this->cursor->advance_to( $at );
			}
			$this->finish();
			return true;
		} catch ( Unavailable $failure ) {
			// A full disk is no frame that brings PHP down: however often it is met, nothing is passed over.
			$this->cursor->advance_to( $this->cursor->done() );
			throw $failure;
		} finally {
			fclose( $this->file );
		}
	}

	/**
	 * Tries a held spool again.
	 *
	 * @param \Closure(): bool $may_go_on Asked before each frame.
	 * @return bool False when the time was over before the spool was.
	 * @throws Unavailable As run().
	 */
	public function run_held( \Closure $may_go_on ): bool {
		if ( ! $this->open() ) {
			return true;
		}
		try {
			// From the first frame on: frames may have been added since, and what the vault has is passed over.
			for ( $at = 0; $at < $this->order->count(); ) {
				if ( ! $may_go_on() ) {
					return false;
				}
				$at = $this->frames_of_turn( $at, $this->order->end_of_turn( $at ), $may_go_on );
			}
			$this->finish();
			return true;
		} catch ( Recording_Unavailable $failure ) {
			$this->postpone( $failure );
			return true;
		} catch ( Unavailable $failure ) {
			$this->cursor->advance_to( 0 );
			throw $failure;
		} finally {
			fclose( $this->file );
		}
	}

	/** @return int Position of the next frame. */
	private function turn( int $at, \Closure $may_go_on ): int {
		$recording = $this->order->recording( $at );
		$end       = $this->order->end_of_turn( $at );
		$offset    = $this->order->offset( $at );
		if ( $this->inbox->held->holds( $recording ) ) {
			// In order behind what is held.
			$this->hold( $at, $end, $this->now_s );
			return $end;
		}
		if ( $this->cursor->tries( $offset ) > 0 ) {
			// PHP ended in its hands, perhaps by chance: tried once more, apart from all others, and not while somebody waits.
			$tries = $this->cursor->tries( $offset );
			$this->hold( $at, $end, $this->now_s );
			$held = new Cursor( $this->inbox->held->path( $recording ) );
			for ( ; $tries > 0; $tries-- ) {
				$held->begin( 0 );
			}
			return $end;
		}
		try {
			return $this->frames_of_turn( $at, $end, $may_go_on );
		} catch ( Recording_Unavailable $failure ) {
			$this->report->note( $failure->fault, $failure->parameters, $recording );
			$this->hold( $at, $end, $this->now_s + Held_Spools::RETRY_SECONDS );
			return $end;
		}
	}

	/** @return int Position of the next frame. */
	private function frames_of_turn( int $at, int $end, \Closure $may_go_on ): int {
		$recording = $this->order->recording( $at );
		$state     = null;
		$first     = $at;
		while ( $at < $end && ( $at === $first || $may_go_on() ) ) {
			$offset = $this->order->offset( $at );
			if ( $this->cursor->is_deadly( $offset ) ) {
				++$this->report->refused;
				$this->report->note( Fault::Segment_Deadly, array(), $recording );
			} elseif ( $this->cursor->tries( $offset ) > 0 && $at !== $first ) {
				// Begun before, in the middle of a turn: a turn of its own, which sets it aside.
				break;
			} else {
				$this->cursor->begin( $offset );
				$entry         = Spool::read( $this->file, $offset );
				$this->opened += null !== $entry && $this->frames->keep( $entry[0], $this->inbox->site, $state, $this->report ) ? 1 : 0;
			}
			++$at;
		}
		$this->recordings->refresh_rows( $recording );
		return $at;
	}

	/** Removes the spool, or sets it aside when no frame of it opens with the data key there is now. */
	private function finish(): void {
		if ( 0 === $this->opened && $this->order->count() > 0 && $this->is_foreign() ) {
			$this->inbox->set_aside( $this->path );
		} else {
			$this->inbox->done( $this->path );
		}
	}

	private function hold( int $at, int $end, int $due_s ): void {
		$offsets = $this->order->offsets( $at, $end );
		$dropped = $this->inbox->held->add( $this->order->recording( $at ), $this->file, $offsets, $due_s );
		if ( $dropped > 0 ) {
			$this->report->note( Fault::Held_Dropped );
		}
		$this->report->held += count( $offsets );
		$this->opened       += count( $offsets );
	}

	private function postpone( Recording_Unavailable $failure ): void {
		$recording = $this->order->recording( 0 );
		$this->cursor->advance_to( 0 );
		$oldest = Spool::read( $this->file, $this->order->offset( 0 ) );
		if ( null !== $oldest && intdiv( $oldest[0]->received, 1000 ) < $this->now_s - Held_Spools::KEEP_SECONDS ) {
			$this->report->note( Fault::Held_Dropped, array(), $recording );
			$this->inbox->done( $this->path );
			return;
		}
		$this->report->note( $failure->fault, $failure->parameters, $recording );
		$this->inbox->held->postpone( $this->path, $this->now_s );
	}

	/** Opens the spool and puts it in order. False when it is gone: the lock had expired, and whoever took it over has finished this one. */
	private function open(): bool {
		$file = @fopen( $this->path, 'rb' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Both reasons are dealt with below.
		if ( false === $file ) {
			clearstatcache( true, $this->path );
			if ( ! file_exists( $this->path ) ) {
				return false;
			}
			throw new Unavailable( Fault::Inbox_Closed, array( 'path' => $this->path ) );
		}
		$this->file  = $file;
		$this->order = Spool_Order::of( $file, basename( $this->path ) );
		return true;
	}

	private function is_foreign(): bool {
		$cipher = $this->keys->cipher( 'inbox' );
		for ( $at = 0; $at < min( self::LOOK_AT, $this->order->count() ); $at++ ) {
			$entry = Spool::read( $this->file, $this->order->offset( $at ) );
			if ( null === $entry || null !== $entry[0]->body( $cipher, $this->inbox->site ) ) {
				return false;
			}
		}
		return true;
	}
}
