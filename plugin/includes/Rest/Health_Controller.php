<?php
/**
 * The route /health.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Accounts\Capabilities;
use Candid\Health\Check;
use Candid\Health\Health_Report;
use Candid\Health\Leak_Log;
use Candid\Health\Stop_Log;
use Candid\Service;
use WP_REST_Response;

/**
 * GET /candid/v1/health → `{ checks: Check[], leaks: Leak[], stops: Stop[] }`, see docs/ARCHITECTURE.md.
 * DELETE /candid/v1/health/leaks and /candid/v1/health/stops → `{ forgotten: int }`: the owner has dealt with them.
 *
 * Needs candid_manage_settings. Whether the door can be reached is tested by the admin's browser, never by
 * PHP calling its own site: some servers have one worker only and would wait for themselves.
 */
final class Health_Controller implements Service {

	public function __construct(
		private readonly Health_Report $report,
		private readonly Leak_Log $leaks,
		private readonly Stop_Log $stops
	) {
	}

	public function register_hooks(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
	}

	public function register_routes(): void {
		( new Route( 'GET', '/health', Capabilities::MANAGE, fn() => $this->read() ) )->register();
		( new Route( 'DELETE', '/health/leaks', Capabilities::MANAGE, fn() => self::forgotten( $this->leaks->clear() ) ) )->register();
		( new Route( 'DELETE', '/health/stops', Capabilities::MANAGE, fn() => self::forgotten( $this->stops->clear() ) ) )->register();
	}

	private function read(): WP_REST_Response {
		$stops = array();
		foreach ( $this->stops->stops() as $reason => $stop ) {
			$stops[] = array( 'reason' => $reason ) + $stop;
		}
		return new WP_REST_Response(
			array(
				'checks' => array_map( static fn( Check $check ): array => $check->to_array(), $this->report->checks() ),
				'leaks'  => $this->leaks->leaks(),
				'stops'  => $stops,
			)
		);
	}

	private static function forgotten( int $count ): WP_REST_Response {
		return new WP_REST_Response( array( 'forgotten' => $count ) );
	}
}
