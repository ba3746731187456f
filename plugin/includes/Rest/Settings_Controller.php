<?php
/**
 * The route /settings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Accounts\Account_Refusal;
use Candid\Accounts\Account_Resolver;
use Candid\Accounts\Capabilities;
use Candid\Compat\Consent_Api;
use Candid\Contracts\Settings_Contract;
use Candid\Service;
use Candid\Settings\Invalid_Setting;
use Candid\Settings\Settings_Store;
use Candid\Settings\Settings_Validator;
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
 */
final class Settings_Controller implements Service {

	private const PATH = '/settings';

	public function __construct(
		private readonly Settings_Store $store,
		private readonly Settings_Validator $validator,
		private readonly Account_Resolver $accounts
	) {
	}

	public function register_hooks(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
		add_filter( 'rest_pre_dispatch', array( $this, 'refuse_broken_body' ), 10, 3 );
	}

	public function register_routes(): void {
		$schema = Settings_Contract::SCHEMA;
		( new Route( 'GET', self::PATH, Capabilities::MANAGE, fn() => $this->read(), $schema ) )->register();
		( new Route( 'PUT', self::PATH, Capabilities::MANAGE, fn( WP_REST_Request $request ) => $this->change( $request ), $schema ) )->register();
	}

	public function read(): WP_REST_Response {
		return $this->answer( array() );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Its body is a JSON object of settings. */
	public function change( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$change = Settings_Body::decode( $request->get_body() );
		if ( $change instanceof WP_Error ) {
			return $change;
		}
		if ( is_string( $change['account_key'] ?? null ) ) {
			$key = $this->accounts->choose( $change['account_key'] );
			if ( $key instanceof Account_Refusal ) {
				$code = Account_Refusal::Fixed === $key ? 'candid_fixed_setting' : 'candid_invalid_setting';
				return Answers::refusal( $code, 'account_key', Settings_Text::of_account( $key ) );
			}
			$change['account_key'] = $key;
		}
		try {
			$outcome = $this->validator->apply( $change, $this->store->read() );
		} catch ( Invalid_Setting $fault ) {
			$code = $fault->is_known ? 'candid_invalid_setting' : 'candid_unknown_setting';
			return Answers::refusal( $code, $fault->field, Settings_Text::of_setting( $fault ) );
		}
		if ( ! $this->store->write( $outcome->settings ) ) {
			$message = __( 'The database did not keep the settings. Try again; if it happens again, ask your host.', 'candid' );
			return new WP_Error( 'candid_not_stored', $message, array( 'status' => 500 ) );
		}
		$rejected = array();
		foreach ( $outcome->rejected as $entry ) {
			$rejected[] = array(
				'field'  => $entry['field'],
				'value'  => $entry['value'],
				'reason' => Settings_Text::of_entry( $entry['fault'] ),
			);
		}
		return $this->answer( $rejected );
	}

	/**
	 * Names the field when a body cannot be decoded, before WordPress refuses it.
	 *
	 * @param mixed                                 $result  Answer of somebody before us.
	 * @param WP_REST_Server                        $server  The server.
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 * @return mixed
	 */
	public function refuse_broken_body( mixed $result, WP_REST_Server $server, WP_REST_Request $request ): mixed {
		$is_ours = 'PUT' === $request->get_method() && '/' . Route::NAMESPACE . self::PATH === rtrim( $request->get_route(), '/' );
		if ( null !== $result || ! $is_ours || true !== Route::guard( Capabilities::MANAGE ) ) {
			return $result;
		}
		return Settings_Body::problem( $request->get_body() );
	}

	/**
	 * SettingsResponse of docs/ARCHITECTURE.md.
	 *
	 * @param list<array{field: string, value: string, reason: string}> $rejected Entries that were not stored.
	 */
	private function answer( array $rejected ): WP_REST_Response {
		return new WP_REST_Response(
			array(
				'settings'       => $this->store->read()->to_array(),
				'account'        => $this->accounts->account()->to_array(),
				'recording'      => $this->accounts->policy()->of_site()->to_array(),
				'consent_plugin' => array(
					'there'   => Consent_Api::is_there(),
					'managed' => Consent_Api::is_managed(),
				),
				'rejected'       => $rejected,
			)
		);
	}
}
