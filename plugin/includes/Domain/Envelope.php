<?php
/**
 * The first line of a segment's body.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

use Candid\Contracts\Segment_Contract;

/** Which page, when, how large the window. Only made from a line that passed the schema. */
final class Envelope {

	/**
	 * @param array{int, int} $viewport
	 * @param array{int, int} $screen
	 * @param 'desktop'|'tablet'|'phone' $device
	 * @param 'strict'|'balanced'|'open' $preset
	 */
	private function __construct(
		public readonly int $page,
		public readonly string $url,
		public readonly string $title,
		public readonly string $referrer,
		public readonly int $started,
		public readonly int $sent,
		public readonly array $viewport,
		public readonly array $screen,
		public readonly string $device,
		public readonly string $language,
		public readonly string $preset,
		public readonly bool $inputs,
		public readonly ?string $ended,
		public readonly string $line
	) {
	}

	/**
	 * Reads the line.
	 *
	 * @param string $line JSON without the line break.
	 * @throws Malformed Field "envelope" or "envelope.<name>".
	 */
	public static function parse( string $line ): self {
		if ( strlen( $line ) > Segment_Contract::LIMITS['maxEnvelopeBytes'] ) {
			throw new Malformed( 'envelope', 'The envelope is too long.' );
		}
		if ( ! mb_check_encoding( $line, 'UTF-8' ) ) {
			throw new Malformed( self::broken_field( $line ), 'The envelope is not valid UTF-8.' );
		}
		// Depth 4: the schema has an object with lists of numbers, nothing deeper.
		$value = Json_Line::decode( $line, 4 );
		if ( ! $value instanceof \stdClass ) {
			throw new Malformed( 'envelope', 'The first line of the body must be one JSON object, the envelope.' );
		}
		Schema_Check::check( $value, Segment_Contract::SCHEMA, 'envelope' );
		return new self(
			$value->page,
			$value->url,
			$value->title,
			$value->referrer ?? '',
			$value->started,
			$value->sent,
			$value->viewport,
			$value->screen,
			$value->device,
			$value->language,
			$value->preset,
			$value->inputs,
			$value->ended ?? null,
			$line
		);
	}

	/**
	 * Path of the page: the address without scheme, host, query and fragment. "/" when there is none. Slashes in front
	 * count as one: a browser takes "//x" for the address of another host.
	 */
	public function path(): string {
		$path = parse_url( $this->url, PHP_URL_PATH );
		return '/' . ltrim( is_string( $path ) ? $path : '', '/' );
	}

	/** Which property holds the broken bytes: JSON cannot be decoded then, so each text of the line is looked at. */
	private static function broken_field( string $line ): string {
		if ( preg_match_all( '/"(\w{1,40})"\s*:\s*"((?:[^"\\\\]|\\\\.)*)"/s', $line, $pairs, PREG_SET_ORDER ) > 0 ) {
			foreach ( $pairs as $pair ) {
				if ( ! mb_check_encoding( $pair[2], 'UTF-8' ) ) {
					return 'envelope.' . $pair[1];
				}
			}
		}
		return 'envelope';
	}
}
