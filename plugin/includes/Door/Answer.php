<?php
/**
 * What a door answers.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Door;

/** One of the answers of docs/ARCHITECTURE.md, "The door". */
final class Answer {

	/** @param array{receipts: list<string>}|null $content */
	private function __construct(
		public readonly int $status,
		public readonly string $code = '',
		public readonly string $message = '',
		public readonly string $field = '',
		public readonly int $retry_after = 0,
		public readonly bool $is_readable = false,
		private readonly ?array $content = null
	) {
	}

	/** The same answer to a page that may send here: its browser may show the answer to the page, also on another host. */
	public function readable(): self {
		return new self( ...array_merge( get_object_vars( $this ), array( 'is_readable' => true ) ) );
	}

	/** The segment is stored, or was stored before. */
	public static function stored(): self {
		return new self( 204 );
	}

	/**
	 * Recordings are erased.
	 *
	 * @param list<string> $receipts One for each, in the order in which they were asked for.
	 */
	public static function erased( array $receipts ): self {
		return new self( 200, content: array( 'receipts' => $receipts ) );
	}

	/** The segment is not what it must be. */
	public static function malformed( string $field, string $message ): self {
		return new self( 400, 'candid_malformed', $message, $field );
	}

	/** The sender may not send here. */
	public static function refused( string $message ): self {
		return new self( 403, 'candid_refused', $message );
	}

	/** This method is not for doors. */
	public static function wrong_method(): self {
		return new self( 405, 'candid_method', 'Send this by POST.' );
	}

	/** Nothing is recorded here. */
	public static function off(): self {
		return new self( 410, 'candid_off', 'Recording is off.' );
	}

	/** The segment is longer than allowed. */
	public static function too_large( int $most ): self {
		return new self( 413, 'candid_too_large', sprintf( 'A segment has at most %d bytes.', $most ), 'body' );
	}

	/** Not now. An answer says nothing about the site: the reason stands on the health screen. */
	public static function later( int $seconds = 60 ): self {
		return new self( 503, 'candid_later', 'Not now. Try again later.', retry_after: $seconds );
	}

	/** @return array<string, string> Header lines, by name. */
	public function headers(): array {
		$headers = array(
			'Cache-Control'          => 'no-store, private',
			'X-Content-Type-Options' => 'nosniff',
			'X-Robots-Tag'           => 'noindex',
		);
		if ( $this->retry_after > 0 ) {
			$headers['Retry-After'] = (string) $this->retry_after;
		}
		if ( 405 === $this->status ) {
			$headers['Allow'] = 'POST';
		}
		return $headers;
	}

	/** @return array{code: string, message: string, data: array<string, int|string>}|array{receipts: list<string>}|null Body for JSON; null when there is none. */
	public function body(): ?array {
		if ( 204 === $this->status || null !== $this->content ) {
			return $this->content;
		}
		$data = array( 'status' => $this->status );
		if ( '' !== $this->field ) {
			$data['field'] = $this->field;
		}
		return array(
			'code'    => $this->code,
			'message' => $this->message,
			'data'    => $data,
		);
	}
}
