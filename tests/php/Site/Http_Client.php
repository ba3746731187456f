<?php
/**
 * Asks a site over HTTP.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Site;

/** One person, or nobody, in front of a throw-away site. */
final class Http_Client {

	/** @param array<string, string> $headers Sent with every request. */
	private function __construct( private readonly string $root, private readonly array $headers ) {
	}

	/** Somebody who is not logged in. */
	public static function nobody( string $root ): self {
		return new self( $root, array() );
	}

	/** The same with other headers. */
	public function with( string $name, string $value ): self {
		return new self( $this->root, array( $name => $value ) + $this->headers );
	}

	/** The same without a header. */
	public function without( string $name ): self {
		return new self( $this->root, array_diff_key( $this->headers, array( $name => '' ) ) );
	}

	/** A person logged in with a role, with the cookie and the nonce that wp-admin has. */
	public static function person( Throwaway_Site $site, string $root, string $role ): self {
		list( $name, $cookie, $nonce ) = $site->run(
			'$name = "' . $role . '" === "administrator" ? "admin" : "the-' . $role . '";
			$user = get_user_by( "login", $name ) ?: get_user_by( "id", wp_insert_user( array( "user_login" => $name, "user_pass" => "password", "user_email" => "$name@example.com", "role" => "' . $role . '" ) ) );
			$until  = time() + 3600;
			$token  = WP_Session_Tokens::get_instance( $user->ID )->create( $until );
			$cookie = wp_generate_auth_cookie( $user->ID, $until, "logged_in", $token );
			$_COOKIE[ LOGGED_IN_COOKIE ] = $cookie;
			wp_set_current_user( $user->ID );
			return array( LOGGED_IN_COOKIE, $cookie, wp_create_nonce( "wp_rest" ) );'
		);
		return new self( $root, array( 'Cookie' => "$name=" . rawurlencode( (string) $cookie ), 'X-WP-Nonce' => (string) $nonce ) );
	}

	/** A program with an application password of an administrator. */
	public static function program( Throwaway_Site $site, string $root ): self {
		$password = $site->run( 'return WP_Application_Passwords::create_new_application_password( get_user_by( "login", "admin" )->ID, array( "name" => "program" . wp_rand() ) )[0];' );
		return new self( $root, array( 'Authorization' => 'Basic ' . base64_encode( 'admin:' . $password ) ) );
	}

	/**
	 * @param array<string, mixed>|string|null $body An array goes as JSON, text as it is.
	 * @return array{status: int, headers: array<string, string>, body: string, json: mixed}
	 */
	public function ask( string $method, string $route, array|string|null $body = null ): array {
		$headers = $this->headers + ( is_array( $body ) ? array( 'Content-Type' => 'application/json' ) : array() );
		$curl    = curl_init( $this->root . '/?rest_route=' . str_replace( '?', '&', $route ) );
		$found   = array();
		curl_setopt_array(
			$curl,
			array(
				CURLOPT_CUSTOMREQUEST  => $method,
				CURLOPT_RETURNTRANSFER => true,
				CURLOPT_TIMEOUT        => 30,
				CURLOPT_HTTPHEADER     => array_map( static fn( string $name, string $value ): string => "$name: $value", array_keys( $headers ), $headers ),
				CURLOPT_HEADERFUNCTION => static function ( $handle, string $line ) use ( &$found ): int {
					$parts = explode( ':', $line, 2 );
					if ( 2 === count( $parts ) ) {
						$found[ strtolower( $parts[0] ) ] = trim( $parts[1] );
					}
					return strlen( $line );
				},
			)
		);
		if ( null !== $body ) {
			curl_setopt( $curl, CURLOPT_POSTFIELDS, is_array( $body ) ? json_encode( $body ) : $body );
		}
		$answer = curl_exec( $curl );
		return array(
			'status'  => (int) curl_getinfo( $curl, CURLINFO_RESPONSE_CODE ),
			'headers' => $found,
			'body'    => (string) $answer,
			'json'    => json_decode( (string) $answer, true ),
		);
	}

	/**
	 * Sends a segment as a visitor's browser does.
	 *
	 * @return array{status: int, headers: array<string, string>, body: string, json: mixed}
	 */
	public function send( string $segment ): array {
		return $this->with( 'Content-Type', 'application/octet-stream' )->with( 'Sec-Fetch-Site', 'same-origin' )->with( 'User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36' )->ask( 'POST', '/candid/v1/segments', $segment );
	}
}
