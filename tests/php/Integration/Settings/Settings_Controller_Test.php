<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Settings;

use Candid\Contracts\Settings_Contract;
use Candid\Rest\Settings_Controller;
use Candid\Settings\Settings_Validator;
use Candid\Settings\Settings_Store;
use Candid\Tests\Integration\Site_Case;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_REST_Request;
use WP_REST_Response;

/** The route /settings, through the REST server. */
final class Settings_Controller_Test extends Site_Case {

	protected function setUp(): void {
		parent::setUp();
		$this->log_in( 'administrator' );
		wp_get_current_user()->add_cap( 'candid_manage_settings' );
	}

	public function test_everybody_but_those_who_manage_is_refused(): void {
		wp_set_current_user( 0 );
		self::assertSame( 401, $this->send( 'GET', '/candid/v1/settings' )->get_status() );
		self::assertSame( 401, $this->send( 'PUT', '/candid/v1/settings', '{"recording":true}' )->get_status() );
		$this->log_in( 'editor' );
		self::assertSame( 403, $this->send( 'GET', '/candid/v1/settings' )->get_status() );
		self::assertSame( 403, $this->send( 'PUT', '/candid/v1/settings', '{"recording":true}' )->get_status() );
		self::assertFalse( ( new Settings_Store() )->read()->recording );
	}

	public function test_as_installed_nothing_is_recorded_and_the_account_is_this_sites_own(): void {
		$answer = $this->answer_of( null );
		self::assertSame( Settings_Contract::DEFAULTS, $answer['settings'] );
		self::assertFalse( $answer['settings']['recording'] );
		self::assertFalse( $answer['settings']['record_inputs'] );
		self::assertSame( array( self::OWN_KEY, self::OWN_KEY, 'own', false ), array_values( array_intersect_key( $answer['account'], array_flip( array( 'own_key', 'key', 'kind', 'fixed' ) ) ) ) );
	}

	public function test_a_part_changes_that_part_only(): void {
		$this->answer_of( '{"recording":true,"preset":"strict"}' );
		$answer = $this->answer_of( '{"allowed_query_keys":["colour"]}' );
		self::assertTrue( $answer['settings']['recording'] );
		self::assertSame( 'strict', $answer['settings']['preset'] );
		self::assertSame( array( 'colour' ), $answer['settings']['allowed_query_keys'] );
		self::assertSame( $answer['settings'], ( new Settings_Store() )->read()->to_array() );
	}

	public function test_query_keys_that_hold_secrets_are_refused_and_the_others_kept(): void {
		$answer = $this->answer_of( '{"allowed_query_keys":["colour","_wpnonce","key"]}' );
		self::assertSame( array( 'colour' ), $answer['settings']['allowed_query_keys'] );
		self::assertSame( array( '_wpnonce', 'key' ), array_column( $answer['rejected'], 'value' ) );
	}

	public function test_one_bad_selector_of_three_is_refused_with_a_reason_and_the_others_are_kept(): void {
		$answer = $this->answer_of( '{"blocked_selectors":["  .price ","a{color:red}","#total > b"]}' );
		self::assertSame( array( '.price', '#total > b' ), $answer['settings']['blocked_selectors'] );
		self::assertCount( 1, $answer['rejected'] );
		self::assertSame( 'blocked_selectors', $answer['rejected'][0]['field'] );
		self::assertSame( 'a{color:red}', $answer['rejected'][0]['value'] );
		self::assertStringContainsString( 'braces', $answer['rejected'][0]['reason'] );
	}

	/** @return array<string, array{0: string, 1: string}> */
	public static function bad_bodies(): array {
		return array(
			'a setting that does not exist'        => array( '{"recording":true,"speed":1}', 'speed' ),
			'a number for a switch'                => array( '{"recording":1}', 'recording' ),
			'a word for a switch'                  => array( '{"record_inputs":"true"}', 'record_inputs' ),
			'null for a switch'                    => array( '{"recording":null}', 'recording' ),
			'a preset nobody knows'                => array( '{"preset":"loose"}', 'preset' ),
			'a list for the preset'                => array( '{"preset":["strict"]}', 'preset' ),
			'one text for a list'                  => array( '{"blocked_selectors":".a,.b"}', 'blocked_selectors' ),
			'an object for a list'                 => array( '{"blocked_selectors":{"0":".a","x":".b"}}', 'blocked_selectors' ),
			'a number in the list'                 => array( '{"blocked_selectors":[".a",7]}', 'blocked_selectors' ),
			'51 selectors'                         => array( (string) wp_json_encode( array( 'blocked_selectors' => array_map( static fn ( int $n ): string => ".a$n", range( 1, 51 ) ) ) ), 'blocked_selectors' ),
			'a query key with a space'             => array( '{"allowed_query_keys":["a b"]}', 'allowed_query_keys' ),
			'a query key with a line break'        => array( '{"allowed_query_keys":["a\n"]}', 'allowed_query_keys' ),
			'the same query key twice'             => array( '{"allowed_query_keys":["a","a"]}', 'allowed_query_keys' ),
			'no key in the account key'            => array( '{"account_key":"hello"}', 'account_key' ),
			'a number for the account key'         => array( '{"account_key":5}', 'account_key' ),
			'broken UTF-8'                         => array( "{\"recording\":true,\"preset\":\"\xC3\x28\"}", 'preset' ),
			'far too much'                         => array( '{"recording":true,"blocked_selectors":["' . str_repeat( 'a', 70000 ) . '"]}', 'blocked_selectors' ),
			'a list in place of an object'         => array( '[true]', '' ),
			'nothing'                              => array( '', '' ),
		);
	}

	#[DataProvider( 'bad_bodies' )]
	public function test_a_bad_body_is_a_400_that_names_the_field_and_stores_nothing( string $body, string $field ): void {
		$this->given_settings( array( 'allowed_query_keys' => array( 'kept' ) ) );
		$before = get_option( Settings_Store::OPTION );

		$response = $this->send( 'PUT', '/candid/v1/settings', $body );

		self::assertSame( 400, $response->get_status() );
		self::assertSame( $field, $response->get_data()['data']['field'] );
		self::assertStringStartsWith( 'candid_', $response->get_data()['code'] );
		self::assertSame( $before, get_option( Settings_Store::OPTION ) );
	}

	public function test_a_key_of_smartsupp_names_the_company_that_gets_recordings(): void {
		$answer = $this->answer_of( (string) wp_json_encode( array( 'account_key' => ' ' . strtoupper( self::SMARTSUPP_KEY ) . "\n" ) ) );
		self::assertSame( self::SMARTSUPP_KEY, $answer['settings']['account_key'] );
		self::assertSame( 'smartsupp', $answer['account']['kind'] );
		self::assertSame( 'Smartsupp.com, s.r.o.', $answer['account']['legal_name'] );
		self::assertSame( 'CZ03668681', $answer['account']['vat_id'] );
	}

	public function test_pasting_this_sites_own_key_goes_back_to_it(): void {
		$this->answer_of( '{"account_key":"' . self::OTHER_KEY . '"}' );
		$answer = $this->answer_of( '{"account_key":"' . self::OWN_KEY . '"}' );
		self::assertSame( '', $answer['settings']['account_key'] );
		self::assertSame( 'own', $answer['account']['kind'] );
	}

	public function test_a_key_in_wp_config_wins_and_cannot_be_changed_here(): void {
		$this->given_settings( array( 'account_key' => self::SMARTSUPP_KEY ) );
		$controller = $this->controller( self::OTHER_KEY );

		$account = $controller->read()->get_data()['account'];
		self::assertSame( array( self::OTHER_KEY, 'candid', true ), array( $account['key'], $account['kind'], $account['fixed'] ) );

		$request = new WP_REST_Request( 'PUT', '/candid/v1/settings' );
		$request->set_body( '{"account_key":""}' );
		$refusal = $controller->change( $request );
		self::assertInstanceOf( \WP_Error::class, $refusal );
		self::assertSame( array( 400, 'account_key' ), array_values( (array) $refusal->get_error_data() ) );
		self::assertStringContainsString( 'wp-config.php', $refusal->get_error_message() );

		$request->set_body( '{"recording":true}' );
		self::assertInstanceOf( WP_REST_Response::class, $controller->change( $request ) );
	}

	public function test_the_answer_says_whether_visits_are_recorded_and_why_not(): void {
		$off = array( 'allowed' => false, 'reason' => 'off' );
		self::assertSame( $off, $this->answer_of( null )['recording'] );
		self::assertSame( array( 'allowed' => true, 'reason' => '' ), $this->answer_of( '{"recording":true}' )['recording'] );
		self::assertSame( array( 'allowed' => false, 'reason' => 'elsewhere' ), $this->answer_of( '{"account_key":"' . self::OTHER_KEY . '"}' )['recording'] );
	}

	#[DataProvider( 'bad_bodies' )]
	public function test_no_sentence_for_people_has_a_name_for_machines( string $body ): void {
		$message = $this->send( 'PUT', '/candid/v1/settings', $body )->get_data()['message'];
		self::assertDoesNotMatchRegularExpression( '/[a-z]_[a-z]/', $message );
	}

	public function test_saving_tells_others_once_and_only_of_a_change(): void {
		$told = 0;
		add_action(
			Settings_Store::SAVED,
			static function () use ( &$told ): void {
				++$told;
			}
		);
		$this->answer_of( '{"recording":true}' );
		$this->answer_of( '{"recording":true}' );
		self::assertSame( 1, $told );
	}

	public function test_answers_are_kept_by_no_cache(): void {
		self::assertSame( 'private, no-store', $this->send( 'GET', '/candid/v1/settings' )->get_headers()['Cache-Control'] );
	}

	public function test_the_settings_route_of_wordpress_does_not_show_them(): void {
		self::assertArrayNotHasKey( Settings_Store::OPTION, $this->send( 'GET', '/wp/v2/settings' )->get_data() );
	}

	/**
	 * The answer to a PUT, or to a GET when there is no body. Goes to a controller whose account is known.
	 *
	 * @return array<string, mixed>
	 */
	private function answer_of( ?string $body ): array {
		$request = new WP_REST_Request( null === $body ? 'GET' : 'PUT', '/candid/v1/settings' );
		$request->set_body( (string) $body );
		$answer = null === $body ? $this->controller()->read() : $this->controller()->change( $request );
		self::assertInstanceOf( WP_REST_Response::class, $answer );

		return $answer->get_data();
	}

	private function controller( ?string $fixed_key = null ): Settings_Controller {
		$plugin = $this->plugin( $fixed_key );

		return new Settings_Controller( $plugin->settings(), new Settings_Validator(), $plugin->accounts() );
	}
}
