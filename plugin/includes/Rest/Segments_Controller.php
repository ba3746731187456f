<?php
/**
 * The REST door.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Domain\Unavailable;
use Candid\Door\Acceptor;
use Candid\Door\Answer;
use Candid\Door\Request;
use Candid\Service;
use Candid\Site\Indexer_Schedule;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `POST /candid/v1/segments`: takes one segment. Public: no nonce, no cookie, no capability; the acceptor decides who may
 * send. Answers: docs/ARCHITECTURE.md, "The door".
 *
 * A real request is answered before the REST server is built: its body is then read in bounded steps (WordPress would
 * read all of it), sites that close their REST API to strangers still record, and the routes of every other plugin
 * need not be registered. The route itself serves requests made inside PHP.
 */
final class Segments_Controller implements Service {

	private const ROUTE = '/candid/v1/segments';

	/** @param \Closure(): Acceptor $acceptor Built only when a segment comes. */
	public function __construct( private readonly \Closure $acceptor, private readonly Indexer_Schedule $indexer ) {
	}

	public function register_hooks(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
		// WordPress itself starts the REST server at priority 10 of this action.
		add_action( 'parse_request', array( $this, 'answer_early' ), 9 );
	}

	public function register_routes(): void {
		register_rest_route(
			'candid/v1',
			'/segments',
			array(
				'methods'             => 'POST',
				'callback'            => array( $this, 'answer' ),
				'permission_callback' => '__return_true',
				'show_in_index'       => false,
			)
		);
	}

	/** Answers and ends when the request is a segment at our door. */
	public function answer_early( \WP $wp ): void {
		$route = $wp->query_vars['rest_route'] ?? '';
		if ( ! is_string( $route ) || self::ROUTE !== untrailingslashit( $route ) ) {
			return;
		}
		$request = Request::from_globals();
		if ( 'POST' !== $request->method ) {
			return;
		}
		$answer = $this->take( $request );
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
		$answer   = $this->take(
			new Request(
				$request->get_method(),
				strtolower( trim( $type ) ),
				ctype_digit( $length ) ? (int) $length : null,
				(string) $request->get_header( 'user_agent' ),
				strtolower( $request->get_header( 'sec_purpose' ) . ' ' . $request->get_header( 'purpose' ) ),
				strtolower( (string) $request->get_header( 'sec_fetch_site' ) ),
				(string) $request->get_header( 'origin' ),
				(string) $request->get_body()
			)
		);
		$response = new WP_REST_Response( $answer->body(), $answer->status );
		$response->set_headers( $answer->headers() );
		return $response;
	}

	private function take( Request $request ): Answer {
		try {
			$answer = ( $this->acceptor )()->accept( $request );
		} catch ( Unavailable $failure ) {
			return Answer::later();
		}
		if ( 204 === $answer->status ) {
			$this->indexer->run_after_answer();
		}
		return $answer;
	}
}
