<?php
/**
 * When the indexer runs.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Service;

/** After an answer at the door, from WP-Cron every minute, and when somebody opens the recordings. */
final class Indexer_Schedule implements Service {

	public const HOOK     = 'candid_index';
	public const INTERVAL = 'candid_minute';

	private bool $is_due = false;

	/** @param \Closure(): Indexer $indexer Built only when it is needed. */
	public function __construct( private readonly \Closure $indexer, private readonly \Closure $sweep ) {
	}

	public function register_hooks(): void {
		add_filter( 'cron_schedules', array( $this, 'add_interval' ) ); // phpcs:ignore WordPress.WP.CronInterval -- Bounded to two seconds of work, and nothing when the inbox is empty.
		add_action( self::HOOK, array( $this, 'run_from_cron' ) );
	}

	/**
	 * @param mixed $schedules As WordPress hands them over.
	 * @return array<string, array{interval: int, display: string}>
	 */
	public function add_interval( mixed $schedules ): array {
		$schedules                   = is_array( $schedules ) ? $schedules : array();
		$schedules[ self::INTERVAL ] = array(
			'interval' => MINUTE_IN_SECONDS,
			// Not translated: WordPress asks before "init", and only tools show it.
			'display'  => 'Every minute (Candid)',
		);
		return $schedules;
	}

	/** Puts the job on WP-Cron. */
	public static function schedule(): void {
		if ( false === wp_next_scheduled( self::HOOK ) ) {
			wp_schedule_event( time() + MINUTE_IN_SECONDS, self::INTERVAL, self::HOOK );
		}
	}

	/** Takes the job off. */
	public static function unschedule(): void {
		wp_clear_scheduled_hook( self::HOOK );
	}

	public function run_from_cron(): void {
		( $this->sweep )();
		$this->run( 2.0 );
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
				// Where the answer cannot be closed first, the recorder waits for us: shorter then.
				$this->run( $finished ? 2.0 : 0.5 );
			}
		);
	}

	/** Runs now for somebody who wants to see what came, for at most two seconds, and waits for a run that is under way. */
	public function catch_up(): ?Run_Report {
		return $this->run( 2.0, true );
	}

	/** What goes wrong must not reach whoever asked for something else; the health screen shows that the inbox grows. */
	private function run( float $seconds, bool $is_awaited = false ): ?Run_Report {
		try {
			return ( $this->indexer )()->run( $seconds, $is_awaited );
		} catch ( \Throwable $fault ) {
			if ( defined( 'WP_DEBUG' ) && WP_DEBUG ) {
				error_log( 'Candid: ' . $fault->getMessage() ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- Only where debugging is on.
			}
			return null;
		}
	}
}
