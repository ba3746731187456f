<?php
/**
 * One route for people who are logged in.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Closure;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Method, path, capability and what answers.
 *
 * Every such route needs a capability and a person who logged in with a password: WordPress asks cookies for its nonce,
 * and application passwords are refused, because they are made to be handed to programs; neither recordings nor the
 * settings that protect visitors are. Answers are kept by no cache.
 */
final class Route {

	public const NAMESPACE = 'candid/v1';

	/**
	 * @param non-falsy-string                                                              $path       Below candid/v1, e.g. "/health".
	 * @param Closure( WP_REST_Request<array<string, mixed>> ): (WP_REST_Response|WP_Error) $callback
	 * @param array<string, mixed>                                                          $schema     Of the answer; empty: not described.
	 */
	public function __construct(
		private readonly string $method,
		private readonly string $path,
		private readonly string $capability,
		private readonly Closure $callback,
		private readonly array $schema = array()
	) {
	}

	/** Tells WordPress. To be called on "rest_api_init". */
	public function register(): void {
		register_rest_route(
			self::NAMESPACE,
			$this->path,
			array(
				array(
					'methods'             => $this->method,
					'permission_callback' => fn(): bool|WP_Error => self::guard( $this->capability ),
					'callback'            => fn( WP_REST_Request $request ): WP_REST_Response|WP_Error => Answers::of( fn() => ( $this->callback )( $request ) ),
				),
				'schema' => fn(): array => $this->schema,
			)
		);
	}

	/**
	 * Whether the person may use a route.
	 *
	 * @return true|WP_Error 401 for somebody who is not logged in, 403 for everybody else.
	 */
	public static function guard( string $capability ): bool|WP_Error {
		if ( ! current_user_can( $capability ) ) {
			$message = is_user_logged_in()
				? __( 'Sorry, you are not allowed to do this in Candid. Ask an administrator of this site.', 'candid' )
				: __( 'Log in first.', 'candid' );
			return new WP_Error( 'candid_forbidden', $message, array( 'status' => rest_authorization_required_code() ) );
		}
		if ( null !== rest_get_authenticated_app_password() ) {
			$message = __( 'Candid cannot be used with an application password. Log in with your own password.', 'candid' );
			return new WP_Error( 'candid_application_password', $message, array( 'status' => 403 ) );
		}
		return true;
	}
}
