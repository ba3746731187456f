<?php
/**
 * A request at a door.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Door;

use Candid\Domain\Fault;
use Candid\Domain\Unavailable;

/** The few parts of a request the acceptor looks at. No cookie, no address of the visitor: it needs neither. */
final class Request {

	/** The largest body over the slowest line that can show a page, 140 kbit/s, takes a minute. */
	private const READ_MS = 60000;

	/**
	 * @param string   $method         Upper case.
	 * @param string   $content_type   Without parameters, lower case.
	 * @param int|null $content_length As announced; null when it was not.
	 * @param string   $user_agent     As sent.
	 * @param string   $purpose        Sec-Purpose, Purpose or X-Moz, lower case.
	 * @param string   $fetch_site     Sec-Fetch-Site, lower case; empty from old browsers.
	 * @param string   $origin         Origin; empty when it was not sent.
	 * @param string|resource $body    The bytes, or a stream to read them from.
	 */
	public function __construct(
		public readonly string $method,
		public readonly string $content_type,
		public readonly ?int $content_length,
		public readonly string $user_agent,
		public readonly string $purpose,
		public readonly string $fetch_site,
		public readonly string $origin,
		private readonly mixed $body
	) {
	}

	/**
	 * The request PHP is answering.
	 *
	 * @param string|null $body The body when somebody has read it already; else php://input is read, in steps.
	 */
	public static function from_globals( ?string $body = null ): self {
		$length = self::server( 'CONTENT_LENGTH' );
		$type   = explode( ';', self::server( 'CONTENT_TYPE' ) )[0];
		$input  = $body ?? fopen( 'php://input', 'rb' );
		return new self(
			strtoupper( self::server( 'REQUEST_METHOD' ) ),
			strtolower( trim( $type ) ),
			1 === preg_match( '/\A\d{1,15}\z/', $length ) ? (int) $length : null,
			self::server( 'HTTP_USER_AGENT' ),
			strtolower( self::server( 'HTTP_SEC_PURPOSE' ) . ' ' . self::server( 'HTTP_PURPOSE' ) . ' ' . self::server( 'HTTP_X_MOZ' ) ),
			strtolower( self::server( 'HTTP_SEC_FETCH_SITE' ) ),
			self::server( 'HTTP_ORIGIN' ),
			false === $input ? '' : $input
		);
	}

	/**
	 * The body, or null when it is longer than allowed. Reads at most that and one byte.
	 *
	 * @param int $most    Bytes.
	 * @param int $most_ms Longest time: where the server does not buffer bodies, a sender of one byte now and then would keep a PHP worker.
	 * @throws Unavailable When the body comes too slowly.
	 */
	public function read( int $most, int $most_ms = self::READ_MS ): ?string {
		if ( is_string( $this->body ) ) {
			return strlen( $this->body ) > $most ? null : $this->body;
		}
		$bytes = '';
		$until = hrtime( true ) + 1000000 * $most_ms;
		while ( is_resource( $this->body ) && ! feof( $this->body ) ) {
			$piece = fread( $this->body, max( 1, min( 65536, $most + 1 - strlen( $bytes ) ) ) );
			if ( false === $piece || '' === $piece ) {
				break;
			}
			$bytes .= $piece;
			if ( strlen( $bytes ) > $most ) {
				return null;
			}
			if ( hrtime( true ) > $until ) {
				throw new Unavailable( Fault::Request_Slow );
			}
		}
		return $bytes;
	}

	private static function server( string $name ): string {
		$value = $_SERVER[ $name ] ?? ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Compared with fixed words, never stored or printed.
		return is_string( $value ) ? $value : '';
	}
}
