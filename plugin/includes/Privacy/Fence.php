<?php
/**
 * The server's second look.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use Candid\Domain\Envelope;
use Candid\Domain\Fence_Result;
use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Fence;
use stdClass;

/**
 * Looks at every line as if the recorder had been forged: the sensitive layer, the form rule in force and the
 * address rules again. Redacts in place so that the recording still replays. What it does not know, it does not store.
 * That a line can be decoded within the memory there is, the indexer has made sure of (Decode_Budget).
 */
final class Fence implements Segment_Fence {

	private const FULL_SNAPSHOT = 2;
	private const INCREMENTAL   = 3;
	private const META          = 4;
	private const CUSTOM        = 5;

	private Node_Memory $memory;

	private ?Rules_In_Force $rules = null;

	/**
	 * @param list<string> $allowed The owner's query keys.
	 * @param bool         $inputs  Whether the site records form inputs now.
	 * @param string       $preset  The site's preset now; one that is not known counts as strict.
	 */
	public function __construct( private readonly array $allowed, private readonly bool $inputs, private readonly string $preset ) {
		$this->memory = new Node_Memory();
	}

	/** @inheritDoc */
	public function open( Recording_Id $recording, string $state ): void {
		$this->memory = Node_Memory::from_json( $state );
	}

	/** @inheritDoc */
	public function inspect_envelope( Envelope $envelope ): Fence_Result {
		$this->memory->turn_to( $envelope->page );
		$rules = $this->rules( $envelope );
		$tally = new Tally();
		$value = json_decode( $envelope->line, false, 4 );
		if ( ! $value instanceof stdClass ) {
			return new Fence_Result( null );
		}
		foreach ( array( 'url', 'referrer', 'title', 'language' ) as $field ) {
			if ( ! is_string( $value->{$field} ?? null ) ) {
				continue;
			}
			$text            = $value->{$field};
			$value->{$field} = 'title' === $field ? Text_Scrubber::scrub( $text, $rules->preset ) : ( 'language' === $field ? Text_Scrubber::scrub( $text, 'balanced' ) : $rules->urls->scrub( $text ) );
			if ( $value->{$field} !== $text ) {
				$tally->add( 'title' === $field ? 'title' : 'url' );
			}
		}
		return $this->result( $value, $tally );
	}

	/** @inheritDoc */
	public function inspect( string $ndjson_line, Envelope $envelope ): Fence_Result {
		$tally = new Tally();
		$event = json_decode( $ndjson_line );
		if ( ! $event instanceof stdClass || ! ( $event->data ?? null ) instanceof stdClass || ! is_int( $event->type ?? null ) || ! ( is_int( $event->timestamp ?? null ) || is_float( $event->timestamp ?? null ) ) ) {
			return new Fence_Result( null );
		}
		foreach ( array_keys( get_object_vars( $event ) ) as $name ) {
			if ( ! in_array( $name, array( 'type', 'data', 'timestamp', 'delay' ), true ) || ( 'delay' === $name && ! is_numeric( $event->delay ) ) ) {
				unset( $event->{$name} );
			}
		}
		$this->memory->turn_to( $envelope->page );
		if ( ! $this->event( $event->type, $event, $event->data, $this->rules( $envelope ), $tally ) ) {
			return new Fence_Result( null, $tally->findings() );
		}
		return $this->result( $event, $tally );
	}

	/** @inheritDoc */
	public function close(): string {
		return $this->memory->to_json( self::MAX_STATE_BYTES );
	}

	private function event( int $type, stdClass $event, stdClass $data, Rules_In_Force $rules, Tally $tally ): bool {
		switch ( $type ) {
			case 0:
			case 1:
				$event->data = new stdClass();
				return true;
			case self::FULL_SNAPSHOT:
				$root = $data->node ?? null;
				if ( ! $root instanceof stdClass ) {
					return false;
				}
				$offset      = $data->initialOffset ?? null;
				$event->data = (object) array(
					'node'          => $root,
					'initialOffset' => (object) array(
						'left' => $offset instanceof stdClass && is_numeric( $offset->left ?? null ) ? $offset->left + 0 : 0,
						'top'  => $offset instanceof stdClass && is_numeric( $offset->top ?? null ) ? $offset->top + 0 : 0,
					),
				);
				$this->memory->forget( $this->memory->page() );
				( new Tree_Scrubber( $rules, $this->memory, $tally ) )->tree( $root );
				return true;
			case self::INCREMENTAL:
				return ( new Change_Scrubber( $rules, $this->memory, $tally ) )->scrub( $data );
			case self::META:
				$href = is_string( $data->href ?? null ) ? $data->href : '';
				$url  = $rules->urls->scrub( $href );
				if ( $url !== $href ) {
					$tally->add( 'url' );
				}
				$event->data = (object) array( 'href' => $url, 'width' => self::number( $data->width ?? 0 ), 'height' => self::number( $data->height ?? 0 ) );
				return true;
			case self::CUSTOM:
				return $this->custom( $data, $rules );
			default:
				$tally->add( 'event-type' );
				return false;
		}
	}

	/** The recorder's own events: a tag and flat facts. */
	private function custom( stdClass $data, Rules_In_Force $rules ): bool {
		if ( ! is_string( $data->tag ?? null ) || 1 !== preg_match( '/^candid:[a-z-]{1,30}$/D', $data->tag ) ) {
			return false;
		}
		$facts = new stdClass();
		foreach ( ( $data->payload ?? null ) instanceof stdClass ? array_slice( get_object_vars( $data->payload ), 0, 20 ) : array() as $name => $value ) {
			if ( 1 === preg_match( '/^\w{1,30}$/D', (string) $name ) && ( is_string( $value ) || is_int( $value ) || is_float( $value ) || is_bool( $value ) ) ) {
				$facts->{$name} = is_string( $value ) ? Text_Scrubber::scrub( str_contains( $value, '?' ) || str_contains( $value, '#' ) ? $rules->urls->scrub( $value ) : $value, 'balanced' ) : $value;
			}
		}
		$data->payload = $facts;
		return true;
	}

	/** The value as a line again: what is stored is what was looked at, never the bytes that came. */
	private function result( stdClass $value, Tally $tally ): Fence_Result {
		$json = json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION );
		return new Fence_Result( false === $json ? null : $json, $tally->findings() );
	}

	private function rules( Envelope $envelope ): Rules_In_Force {
		$order  = array( 'strict', 'balanced', 'open' );
		$preset = $order[ min( (int) array_search( $envelope->preset, $order, true ), (int) array_search( $this->preset, $order, true ) ) ];
		$inputs = $envelope->inputs && $this->inputs;
		if ( null === $this->rules || $this->rules->preset !== $preset || $this->rules->inputs !== $inputs ) {
			$this->rules = new Rules_In_Force( $preset, $inputs, $this->allowed );
		}
		return $this->rules;
	}

	private static function number( mixed $value ): int|float {
		return is_int( $value ) || is_float( $value ) ? $value : 0;
	}
}
