<?php
/**
 * The route /health.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Health\Check;
use Candid\Health\Health_Report;
use Candid\Health\Leak_Source;
use Candid\Health\Stop_Log;
use Candid\Service;
use WP_Error;
use WP_REST_Response;
use WP_REST_Server;

/**
 * GET /candid/v1/health → `{ checks: [ { id, label, status, message } ], leaks: Leak[], stops: Stop[] }`.
 * DELETE /candid/v1/health/leaks → `{ forgotten: int }`: the owner has dealt with them.
 *
 * Needs candid_manage_settings. Whether the door can be reached is tested by the admin's browser, never by
 * PHP calling its own site: some servers have one worker only and would wait for themselves.
 */
final class Health_Controller implements Service {

	/**
	 * The controller.
	 *
	 * @param Health_Report $report The checks.
	 * @param Leak_Source   $leaks  What the fence found.
	 * @param Stop_Log      $stops  Why recorders stopped by themselves.
	 */
	public function __construct(
		private readonly Health_Report $report,
		private readonly Leak_Source $leaks,
		private readonly Stop_Log $stops,
	) {}

	public function register_hooks(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		register_rest_route(
			'candid/v1',
			'/health',
			array(
				'methods'             => WP_REST_Server::READABLE,
				'callback'            => array( $this, 'read' ),
				'permission_callback' => array( $this, 'may_manage' ),
			)
		);
		register_rest_route(
			'candid/v1',
			'/health/leaks',
			array(
				'methods'             => WP_REST_Server::DELETABLE,
				'callback'            => array( $this, 'forget_leaks' ),
				'permission_callback' => array( $this, 'may_manage' ),
			)
		);
	}

	/** Whether the person may manage settings; 401 for nobody, 403 for somebody else. */
	public function may_manage(): bool|WP_Error {
		if ( current_user_can( 'candid_manage_settings' ) ) {
			return true;
		}

		return new WP_Error( 'candid_forbidden', __( 'You may not see the state of Candid. Ask an administrator of this site.', 'candid' ), array( 'status' => rest_authorization_required_code() ) );
	}

	/** GET. */
	public function read(): WP_REST_Response {
		$response = new WP_REST_Response(
			array(
				'checks' => array_map( static fn ( Check $check ): array => $check->to_array(), $this->report->checks() ),
				'leaks'  => $this->leaks->leaks(),
				'stops'  => $this->stop_list(),
			)
		);
		$response->header( 'Cache-Control', 'private, no-store' );

		return $response;
	}

	/** DELETE. What the fence finds from now on is listed anew. */
	public function forget_leaks(): WP_REST_Response {
		$count = count( $this->leaks->leaks() );
		$this->leaks->forget_leaks();

		return new WP_REST_Response( array( 'forgotten' => $count ) );
	}

	/**
	 * Why recorders stopped, each reason once.
	 *
	 * @return list<array{reason: string, path: string, count: int, last: int}> `last` is Unix time, ms.
	 */
	private function stop_list(): array {
		$list = array();
		foreach ( $this->stops->stops() as $reason => $stop ) {
			$list[] = array( 'reason' => $reason ) + $stop;
		}

		return $list;
	}
}
