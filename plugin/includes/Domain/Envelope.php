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

	public readonly int $page;
	public readonly string $url;
	public readonly string $title;
	public readonly string $referrer;
	public readonly int $started;
	public readonly int $sent;

	/** @var array{int, int} */
	public readonly array $viewport;

	/** @var array{int, int} */
	public readonly array $screen;

	/** @var 'desktop'|'tablet'|'phone' */
	public readonly string $device;

	public readonly string $language;

	/** @var 'strict'|'balanced'|'open' */
	public readonly string $preset;

	public readonly bool $inputs;
	public readonly ?string $ended;

	/**
	 * @param \stdClass $value What passed the schema.
	 * @param string    $line  The same as JSON.
	 */
	private function __construct( private readonly \stdClass $value, public readonly string $line ) {
		$this->page     = $value->page;
		$this->url      = $value->url;
		$this->title    = $value->title;
		$this->referrer = $value->referrer ?? '';
		$this->started  = $value->started;
		$this->sent     = $value->sent;
		$this->viewport = $value->viewport;
		$this->screen   = $value->screen;
		$this->device   = $value->device;
		$this->language = $value->language;
		$this->preset   = $value->preset;
		$this->inputs   = $value->inputs;
		$this->ended    = $value->ended ?? null;
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
		return new self( $value, $line );
	}

	/**
	 * The same with other texts, each cut to its length: masking makes a text longer, and an envelope that breaks its own
	 * contract would take the segment with it.
	 *
	 * @param array<'url'|'title'|'referrer'|'language', string> $texts By property; only properties the envelope has.
	 * @throws Malformed When it gets too long.
	 */
	public function with( array $texts ): self {
		$value = clone $this->value;
		foreach ( $texts as $name => $text ) {
			$value->{$name} = mb_substr( $text, 0, Segment_Contract::SCHEMA['properties'][ $name ]['maxLength'], 'UTF-8' );
		}
		$line = Json_Line::encode( $value );
		if ( null === $line || strlen( $line ) > Segment_Contract::LIMITS['maxEnvelopeBytes'] ) {
			throw new Malformed( 'envelope', 'The envelope is too long.' );
		}
		return new self( $value, $line );
	}

	/**
	 * Texts that come from the page or the browser, by property, as far as it has them.
	 *
	 * @return array<'url'|'title'|'referrer'|'language', string>
	 */
	public function texts(): array {
		return array_filter( array_intersect_key( (array) $this->value, array_flip( array( 'url', 'referrer', 'title', 'language' ) ) ), 'is_string' );
	}

	/**
	 * Path of the page: the address without scheme, host, query and fragment. "/" when there is none. Slashes and
	 * backslashes in front count as one slash: a browser takes "//x" for the address of another host.
	 */
	public function path(): string {
		$path = parse_url( $this->url, PHP_URL_PATH );
		return '/' . ltrim( is_string( $path ) ? $path : '', '/\\' );
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
