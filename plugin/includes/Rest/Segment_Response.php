<?php
/**
 * Bytes as an answer.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

/** An answer whose body is bytes and not JSON. Recordings_Controller prints it. */
final class Segment_Response extends \WP_REST_Response {

	public function __construct( public readonly string $bytes ) {
		parent::__construct( null, 200 );
		$this->set_headers(
			array(
				'Content-Type'           => 'application/octet-stream',
				'Content-Length'         => (string) strlen( $bytes ),
				'Content-Disposition'    => 'attachment; filename="segment.gz"',
				'Cache-Control'          => 'private, no-store',
				'X-Content-Type-Options' => 'nosniff',
			)
		);
	}
}
