<?php
/**
 * A public route that takes bytes.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Door\Answer;
use Candid\Door\Request;
use WP_REST_Request;
use WP_REST_Response;

/**
 * No nonce, no cookie, no capability: what stands behind the route decides.
 *
 * A real request is answered before the REST server is built: its body is then read in bounded steps (WordPress would
 * read all of it), sites that close their REST API to strangers still answer, and the routes of every other plugin
 * need not be registered. The route itself serves requests made inside PHP.
 */
final class Door_Route {

	/**
	 * @param non-falsy-string            $path Below candid/v1, e.g. "/segments".
	 * @param \Closure( Request ): Answer $take
	 */
	public function __construct( private readonly string $path, private readonly \Closure $take ) {
	}

	public function register_hooks(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
		// WordPress itself starts the REST server at priority 10 of this action.
		add_action( 'parse_request', array( $this, 'answer_early' ), 9 );
	}

	public function register_routes(): void {
		register_rest_route(
			Route::NAMESPACE,
			$this->path,
			array(
				'methods'             => 'POST',
				'callback'            => array( $this, 'answer' ),
				'permission_callback' => '__return_true',
				'show_in_index'       => false,
			)
		);
	}

	/** Answers and ends when the request is a POST to this route. */
	public function answer_early( \WP $wp ): void {
		$route = $wp->query_vars['rest_route'] ?? '';
		if ( ! is_string( $route ) || '/' . Route::NAMESPACE . $this->path !== untrailingslashit( $route ) ) {
			return;
		}
		$request = Request::from_globals();
		if ( 'POST' !== $request->method ) {
			return;
		}
		$answer = ( $this->take )( $request );
		status_header( $answer->status );
		foreach ( $answer->headers() as $name => $value ) {
			header( "$name: $value" );
		}
		if ( '' !== $request->origin && $answer->is_readable ) {
			// A page of this site on another host may know how it went; without this its browser hides the answer, and the recorder gives up.
			header( 'Access-Control-Allow-Origin: ' . $request->origin );
			header( 'Access-Control-Expose-Headers: Retry-After' );
			header( 'Vary: Origin', false );
		}
		$body = $answer->body();
		if ( null !== $body ) {
			header( 'Content-Type: application/json; charset=UTF-8' );
			echo wp_json_encode( $body );
		} else {
			header_remove( 'Content-Type' );
		}
		exit;
	}

	/**
	 * Answers a request made inside PHP.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function answer( WP_REST_Request $request ): WP_REST_Response {
		$type     = explode( ';', (string) $request->get_header( 'content_type' ) )[0];
		$length   = (string) $request->get_header( 'content_length' );
		$answer   = ( $this->take )(
			new Request(
				method: $request->get_method(),
				content_type: strtolower( trim( $type ) ),
				content_length: ctype_digit( $length ) ? (int) $length : null,
				user_agent: (string) $request->get_header( 'user_agent' ),
				purpose: strtolower( $request->get_header( 'sec_purpose' ) . ' ' . $request->get_header( 'purpose' ) ),
				fetch_site: strtolower( (string) $request->get_header( 'sec_fetch_site' ) ),
				origin: (string) $request->get_header( 'origin' ),
				body: (string) $request->get_body()
			)
		);
		$response = new WP_REST_Response( $answer->body(), $answer->status );
		$response->set_headers( $answer->headers() );
		return $response;
	}
}
