<?php
/**
 * Makes real segments.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Segment;

use Candid\Contracts\Segment_Contract;

/** Builds segments as the recorder sends them, and spoilt ones. Every method gives a changed copy. */
final class Segment_Builder {

	public const KEY = 'cnd_abcdefghijklmnopqrstuvwxyz012345';

	/** Unix time, ms: when the made-up visit began. */
	public const BEGIN = 1732000000000;

	private string $account_key   = self::KEY;
	private string $recording_key = "\1\2\3\4\5\6\7\10\1\2\3\4\5\6\7\10";
	private int $sequence         = 0;
	private bool $gzip            = true;
	private ?string $body         = null;
	/** @var array<string, mixed> */
	private array $envelope;
	/** @var list<string> */
	private array $lines;

	public function __construct() {
		$this->envelope = array(
			'v'        => 1,
			'page'     => 0,
			'url'      => 'https://shop.example/tulips',
			'title'    => 'Tulips',
			'started'  => self::BEGIN,
			'sent'     => self::BEGIN + 5000,
			'viewport' => array( 1280, 720 ),
			'screen'   => array( 1920, 1080 ),
			'device'   => 'desktop',
			'language' => 'en-GB',
			'preset'   => 'balanced',
			'inputs'   => false,
		);
		$this->lines    = array( self::event( 4, self::BEGIN, array( 'href' => 'https://shop.example/tulips' ) ), self::event( 3, self::BEGIN + 4000, array( 'source' => 1 ) ) );
	}

	/**
	 * One rrweb event as a line.
	 *
	 * @param array<string, mixed> $data
	 */
	public static function event( int $type, int $timestamp, array $data = array() ): string {
		return (string) json_encode(
			array(
				'type'      => $type,
				'data'      => (object) $data,
				'timestamp' => $timestamp,
			),
			JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
		);
	}

	public function for_account( string $key ): self {
		$copy              = clone $this;
		$copy->account_key = $key;
		return $copy;
	}

	public function of_recording( string $key ): self {
		$copy                = clone $this;
		$copy->recording_key = $key;
		return $copy;
	}

	public function numbered( int $sequence ): self {
		$copy           = clone $this;
		$copy->sequence = $sequence;
		return $copy;
	}

	public function plain(): self {
		$copy       = clone $this;
		$copy->gzip = false;
		return $copy;
	}

	/** @param array<string, mixed> $changes Null takes a property out. */
	public function with_envelope( array $changes ): self {
		$copy           = clone $this;
		$copy->envelope = array_filter( $changes + $this->envelope, static fn( mixed $value ): bool => null !== $value );
		return $copy;
	}

	public function with_lines( string ...$lines ): self {
		$copy        = clone $this;
		$copy->lines = array_values( $lines );
		return $copy;
	}

	/** @param string $body Bytes before compression, instead of envelope and lines. */
	public function with_body( string $body ): self {
		$copy       = clone $this;
		$copy->body = $body;
		return $copy;
	}

	/** Id of the recording it belongs to. */
	public function recording_id(): string {
		return substr( hash( 'sha256', $this->recording_key ), 0, 32 );
	}

	/** The body before compression. */
	public function decoded(): string {
		return $this->body ?? json_encode( $this->envelope, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) . "\n" . implode( "\n", $this->lines ) . "\n";
	}

	/** The body as it is sent. */
	public function body(): string {
		return $this->gzip ? (string) gzencode( $this->decoded() ) : $this->decoded();
	}

	/**
	 * The whole segment.
	 *
	 * @param array<string, int|string> $spoil Header fields to overwrite with a number or with bytes; the checksum stays right.
	 */
	public function bytes( array $spoil = array() ): string {
		return $this->wrap( $this->body(), $spoil );
	}

	/**
	 * A segment around any body.
	 *
	 * @param array<string, int|string> $spoil
	 */
	public function wrap( string $body, array $spoil = array() ): string {
		$rest   = $this->account_key . $body;
		$header = 'CND' . pack( 'CCCn', 1, $this->gzip ? 1 : 0, strlen( $this->account_key ), 0 ) . $this->recording_key . pack( 'NN', $this->sequence, strlen( $body ) );
		$sum    = $spoil['crc32'] ?? null;
		unset( $spoil['crc32'] );
		foreach ( $spoil as $field => $value ) {
			$width  = is_string( $value ) ? strlen( $value ) : ( in_array( $field, array( 'sequence', 'bodyBytes' ), true ) ? 4 : 1 );
			$bytes  = is_string( $value ) ? $value : ( 4 === $width ? pack( 'N', $value ) : chr( $value ) );
			$header = substr_replace( $header, $bytes, Segment_Contract::OFFSETS[ $field ], $width );
		}
		return $header . ( is_string( $sum ) ? $sum : pack( 'N', $sum ?? crc32( $header . $rest ) ) ) . $rest;
	}
}
