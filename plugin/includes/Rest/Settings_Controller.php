<?php
/**
 * The route /settings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Accounts\Account_Resolver;
use Candid\Contracts\Settings_Contract;
use Candid\Service;
use Candid\Settings\Settings_Field;
use Candid\Settings\Settings_Sanitiser;
use Candid\Settings\Settings_Store;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * Gives and takes settings.
 *
 * GET /candid/v1/settings → SettingsResponse. PUT with some or all fields as a JSON object → SettingsResponse;
 * 400 with `data.field` for an unknown field, a wrong type, a value against the schema, broken UTF-8 or too
 * much data, and then nothing is stored. Both need candid_manage_settings: the answer holds the account key.
 *
 * @phpstan-type Settings_Response array{settings: array<string, mixed>, account: array<string, mixed>, rejected: list<array{field: string, value: string, reason: string}>}
 */
final class Settings_Controller implements Service {

	private const ROUTE = '/candid/v1/settings';

	/** Above every honest request: 100 entries of 200 characters, and a pasted snippet. */
	private const MAX_BODY_BYTES = 65536;

	/**
	 * The controller.
	 *
	 * @param Settings_Store     $store     Keeps the settings.
	 * @param Settings_Sanitiser $sanitiser Checks a change.
	 * @param Account_Resolver   $accounts  Knows where recordings go.
	 */
	public function __construct(
		private readonly Settings_Store $store,
		private readonly Settings_Sanitiser $sanitiser,
		private readonly Account_Resolver $accounts,
	) {}

	public function register_hooks(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
		add_filter( 'rest_pre_dispatch', array( $this, 'refuse_broken_body' ), 10, 3 );
	}

	/** Registers both methods. */
	public function register_routes(): void {
		register_rest_route(
			'candid/v1',
			'/settings',
			array(
				array(
					'methods'             => WP_REST_Server::READABLE,
					'callback'            => array( $this, 'read' ),
					'permission_callback' => array( $this, 'may_manage' ),
				),
				array(
					'methods'             => 'PUT',
					'callback'            => array( $this, 'change' ),
					'permission_callback' => array( $this, 'may_manage' ),
				),
				'schema' => static fn (): array => Settings_Contract::SCHEMA,
			)
		);
	}

	/** Whether the person may manage settings; 401 for nobody, 403 for somebody else. */
	public function may_manage(): bool|WP_Error {
		if ( current_user_can( 'candid_manage_settings' ) ) {
			return true;
		}

		return new WP_Error( 'candid_forbidden', __( 'You may not manage the settings of Candid. Ask an administrator of this site.', 'candid' ), array( 'status' => rest_authorization_required_code() ) );
	}

	/** GET. */
	public function read(): WP_REST_Response {
		return $this->answer( array() );
	}

	/**
	 * PUT.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request Its body is a JSON object of settings.
	 */
	public function change( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$change = json_decode( $request->get_body(), true );
		if ( ! is_array( $change ) || ( array() !== $change && array_is_list( $change ) ) || ! str_starts_with( ltrim( $request->get_body() ), '{' ) ) {
			return $this->refusal( 'candid_invalid_body', '', __( 'Send the settings to change as one JSON object, with Content-Type: application/json.', 'candid' ) );
		}
		$outcome = $this->sanitiser->apply( $change, $this->store->read() );
		if ( $outcome instanceof WP_Error ) {
			return $outcome;
		}
		if ( ! $this->store->write( $outcome->settings ) ) {
			return new WP_Error( 'candid_not_stored', __( 'The database did not keep the settings. Try again; if it happens again, ask your host.', 'candid' ), array( 'status' => 500 ) );
		}

		return $this->answer( $outcome->rejected );
	}

	/**
	 * Names the field when a body is no JSON because of broken UTF-8, or too large. WordPress itself only says "invalid JSON".
	 *
	 * @param mixed                                 $result  Answer of somebody before us.
	 * @param WP_REST_Server                        $server  The server.
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 * @return mixed
	 */
	public function refuse_broken_body( mixed $result, WP_REST_Server $server, WP_REST_Request $request ): mixed {
		if ( null !== $result || 'PUT' !== $request->get_method() || self::ROUTE !== rtrim( $request->get_route(), '/' ) || ! current_user_can( 'candid_manage_settings' ) ) {
			return $result;
		}
		$body = $request->get_body();
		if ( strlen( $body ) > self::MAX_BODY_BYTES ) {
			return $this->refusal( 'candid_settings_too_large', self::largest_field( $body ), __( 'These settings are too large to store.', 'candid' ) );
		}
		if ( '' !== wp_check_invalid_utf8( $body ) || '' === $body ) {
			return $result;
		}

		return $this->refusal( 'candid_invalid_setting', self::broken_field( $body ), __( 'The settings hold bytes that are no UTF-8 text.', 'candid' ) );
	}

	/** The first field whose value holds broken bytes. */
	private static function broken_field( string $body ): string {
		$fields = json_decode( $body, true, 16, JSON_INVALID_UTF8_SUBSTITUTE );
		foreach ( is_array( $fields ) ? $fields : array() as $field => $value ) {
			if ( str_contains( (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE ), "\u{FFFD}" ) && Settings_Field::exists( (string) $field ) ) {
				return (string) $field;
			}
		}

		return '';
	}

	/** The field that takes most room. Not decoded: a body this large is not trusted with memory. */
	private static function largest_field( string $body ): string {
		$places = array();
		foreach ( array_keys( Settings_Contract::DEFAULTS ) as $field ) {
			$place = strpos( $body, '"' . $field . '"' );
			if ( false !== $place ) {
				$places[ $field ] = $place;
			}
		}
		arsort( $places );
		$largest = '';
		$most    = 0;
		$end     = strlen( $body );
		foreach ( $places as $field => $place ) {
			if ( $end - $place > $most ) {
				$most    = $end - $place;
				$largest = $field;
			}
			$end = $place;
		}

		return $largest;
	}

	/**
	 * SettingsResponse of docs/ARCHITECTURE.md.
	 *
	 * @param list<array{field: string, value: string, reason: string}> $rejected Entries that were not stored.
	 */
	private function answer( array $rejected ): WP_REST_Response {
		$response = new WP_REST_Response(
			array(
				'settings' => $this->store->read()->to_array(),
				'account'  => $this->accounts->account()->to_array(),
				'rejected' => $rejected,
			)
		);
		$response->header( 'Cache-Control', 'private, no-store' );

		return $response;
	}

	/** A refusal that names the field; an empty name means the body as a whole. */
	private function refusal( string $code, string $field, string $message ): WP_Error {
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
