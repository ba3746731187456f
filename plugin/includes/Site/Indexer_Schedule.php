<?php
/**
 * When the indexer runs.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Site;

use Candid\Indexer\Indexer;
use Candid\Indexer\Run_Report;
use Candid\Service;

/**
 * After an answer at the door, when somebody opens the recordings, and from WP-Cron: a single event, set when something
 * waits, so that a site nobody visits, or that records nothing, does nothing.
 */
final class Indexer_Schedule implements Service {

	public const HOOK = 'candid_index';

	/** For what a killed process left: runs after answers do the rest (s). */
	public const SOON_SECONDS = 120;

	/** For what is removed a day after a visit, and for erased recordings, which are remembered for two (s). */
	private const LATER_SECONDS = 21600;

	/** Seconds a run may begin segments for: nobody waits; the visitor's browser waits where the answer cannot be closed first; a person waits, whose answer must come within three. */
	private const UNSEEN_SECONDS  = 2.0;
	private const VISITOR_SECONDS = 0.5;
	private const AWAITED_SECONDS = 1.0;

	private bool $is_due = false;

	/**
	 * @param \Closure(): Indexer      $indexer Built only when it is needed.
	 * @param \Closure(): Site_Storage $storage Likewise.
	 */
	public function __construct( private readonly \Closure $indexer, private readonly \Closure $storage ) {
	}

	public function register_hooks(): void {
		add_action( self::HOOK, array( $this, 'run_from_cron' ) );
	}

	/** Puts the job on WP-Cron, unless it is there for that time or earlier. */
	public static function schedule( int $seconds ): void {
		$next = wp_next_scheduled( self::HOOK );
		if ( false === $next || $next > time() + $seconds + MINUTE_IN_SECONDS ) {
			wp_schedule_single_event( time() + $seconds, self::HOOK );
		}
	}

	/** Takes the job off. */
	public static function unschedule(): void {
		wp_clear_scheduled_hook( self::HOOK );
	}

	/** Indexes what waits, tidies up, and comes again only when there will be something to do. */
	public function run_from_cron(): void {
		$report = $this->run( self::UNSEEN_SECONDS );
		try {
			$inbox = ( $this->storage )()->inbox();
			if ( null === $report || $report->unfinished || $inbox->has_work() ) {
				self::schedule( self::SOON_SECONDS );
			}
			$held = $inbox->held->next_due();
			if ( null !== $held ) {
				self::schedule( max( self::SOON_SECONDS, $held - time() ) );
			}
			if ( $this->tidy() || $inbox->unreadable() > 0 ) {
				self::schedule( self::LATER_SECONDS );
			}
		} catch ( \Throwable $failure ) {
			// A vault or a database that cannot be used now: looked at again, without haste.
			self::schedule( self::LATER_SECONDS );
		}
	}

	/** @return bool Whether there will be more to remove later. */
	private function tidy(): bool {
		$storage = ( $this->storage )();
		return $storage->folder->as_owner(
			static function () use ( $storage ): bool {
				$storage->keeper()->finish_erasures( time() - self::LATER_SECONDS );
				return $storage->vault()->tidy( time() );
			}
		);
	}

	/** Has the indexer run once the visitor's browser has its answer. */
	public function run_after_answer(): void {
		if ( $this->is_due ) {
			return;
		}
		$this->is_due = true;
		register_shutdown_function(
			function (): void {
				$finished = ( function_exists( 'fastcgi_finish_request' ) && fastcgi_finish_request() )
					|| ( function_exists( 'litespeed_finish_request' ) && litespeed_finish_request() );
				ignore_user_abort( true );
				// Before the run, which may be killed.
				self::schedule( self::SOON_SECONDS );
				$this->run( $finished ? self::UNSEEN_SECONDS : self::VISITOR_SECONDS );
			}
		);
	}

	/**
	 * Runs now for somebody who wants to see what came, for a bounded time, and waits within that time for a run that is
	 * under way. Never begins a segment that failed before.
	 */
	public function catch_up(): ?Run_Report {
		$report = $this->run( self::AWAITED_SECONDS, true );
		if ( null === $report || $report->unfinished ) {
			self::schedule( self::SOON_SECONDS );
		}
		return $report;
	}

	/** What goes wrong must not reach whoever asked for something else; the log of the indexer keeps it. */
	private function run( float $seconds, bool $is_awaited = false ): ?Run_Report {
		try {
			return ( $this->storage )()->folder->as_owner( fn(): Run_Report => ( $this->indexer )()->run( $seconds, $is_awaited ) );
		} catch ( \Throwable $failure ) {
			if ( defined( 'WP_DEBUG' ) && WP_DEBUG ) {
				error_log( 'Candid: ' . $failure->getMessage() ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- Only where debugging is on.
			}
			return null;
		}
	}
}
