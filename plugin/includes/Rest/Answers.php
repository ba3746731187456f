<?php
/**
 * Failures as answers.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Domain\Failure;
use Candid\Domain\Malformed;
use Candid\Health\Fault_Text;
use WP_Error;
use WP_REST_Response;

/** What every route does with what its work throws. */
final class Answers {

	/**
	 * Does the work of a route. An answer is never kept by a cache.
	 *
	 * @param \Closure(): (WP_REST_Response|WP_Error) $work
	 * @return WP_REST_Response|WP_Error `candid_malformed` (400, `field`) for a request that is wrong, `candid_unavailable`
	 *                                   (503, `fault`) for a server that cannot.
	 */
	public static function of( \Closure $work ): WP_REST_Response|WP_Error {
		try {
			$response = $work();
		} catch ( Malformed $fault ) {
			return self::refusal( 'candid_malformed', $fault->field, $fault->getMessage() );
		} catch ( Failure $failure ) {
			return new WP_Error(
				'candid_unavailable',
				Fault_Text::of( $failure->fault, $failure->parameters ),
				array(
					'status' => 503,
					'fault'  => $failure->fault->value,
				)
			);
		}
		if ( $response instanceof WP_REST_Response ) {
			$response->header( 'Cache-Control', 'private, no-store' );
		}
		return $response;
	}

	/**
	 * A 400 that names the field.
	 *
	 * @param string $field Empty for the request as a whole.
	 */
	public static function refusal( string $code, string $field, string $message ): WP_Error {
		return new WP_Error(
			$code,
			$message,
			array(
				'status' => 400,
				'field'  => $field,
			)
		);
	}
}
