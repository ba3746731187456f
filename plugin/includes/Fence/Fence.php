<?php
/**
 * The server's second look.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Contracts\Segment_Contract;
use Candid\Domain\Deadline;
use Candid\Domain\Envelope;
use Candid\Domain\Fence_Result;
use Candid\Domain\Json_Line;
use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Fence;
use Candid\Privacy\Text_Scrubber;
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

	/** The one custom event there is. */
	private const ADDRESS = 'candid:address';

	/** Largest time that is one: the year 5138, in ms. */
	private const LATEST_MS = 100000000000000;

	private Node_Memory $memory;

	/** For a segment of an earlier page than the memory is of; null when there is none. */
	private ?Node_Memory $late = null;

	private ?Rules_In_Force $rules = null;

	private Deadline $deadline;

	/**
	 * @param list<string> $allowed The owner's query keys.
	 * @param bool         $inputs  Whether the site records form inputs now.
	 * @param string       $preset  The site's preset now; one that is not known counts as strict.
	 */
	public function __construct( private readonly array $allowed, private readonly bool $inputs, private readonly string $preset ) {
		$this->memory   = new Node_Memory();
		$this->deadline = Deadline::never();
	}

	/** @inheritDoc */
	public function open( Recording_Id $recording, string $state, Deadline $deadline ): void {
		$this->memory = Node_Memory::from_json( $state );
		$this->late   = null;

		$this->deadline = $deadline;
		$this->rules    = null;
	}

	/** @inheritDoc */
	public function inspect_envelope( Envelope $envelope ): Fence_Result {
		$this->memory_of( $envelope->page );
		$rules = $this->rules( $envelope );
		$tally = new Tally();
		$value = Json_Line::decode( $envelope->line, 4 );
		if ( ! $value instanceof stdClass ) {
			return new Fence_Result( null );
		}
		foreach ( array( 'url', 'referrer', 'title', 'language' ) as $field ) {
			if ( ! is_string( $value->{$field} ?? null ) ) {
				continue;
			}
			$text            = $value->{$field};
			$value->{$field} = 'title' === $field ? Text_Scrubber::scrub( $text, $rules->preset ) : ( 'language' === $field ? Text_Scrubber::scrub( $text, 'balanced' ) : $rules->urls->scrub( $text ) );
			// Masking makes a text longer, and an envelope that breaks its own contract would take the segment with it.
			$value->{$field} = mb_substr( $value->{$field}, 0, Segment_Contract::SCHEMA['properties'][ $field ]['maxLength'], 'UTF-8' );
			if ( $value->{$field} !== $text ) {
				$tally->add( 'title' === $field ? 'title' : 'url' );
			}
		}
		return $this->result( $value, $tally );
	}

	/** @inheritDoc */
	public function inspect( string $ndjson_line, Envelope $envelope ): Fence_Result {
		$tally = new Tally();
		$event = Json_Line::decode( $ndjson_line );
		if ( ! $event instanceof stdClass || ! ( $event->data ?? null ) instanceof stdClass || ! is_int( $event->type ?? null ) || ! ( is_int( $event->timestamp ?? null ) || is_float( $event->timestamp ?? null ) ) ) {
			return new Fence_Result( null );
		}
		if ( ! is_finite( (float) $event->timestamp ) || abs( $event->timestamp ) > self::LATEST_MS ) {
			$tally->add( 'shape' );
			return new Fence_Result( null, $tally->findings() );
		}
		$look = new Inspection( $this->rules( $envelope ), $this->memory_of( $envelope->page ), $tally, $this->deadline );
		$data = $this->data( $event->type, $event->data, $look );
		if ( null === $data ) {
			return new Fence_Result( null, $tally->findings() );
		}
		$made  = (object) array( 'type' => $event->type, 'data' => $data, 'timestamp' => $event->timestamp );
		$delay = Shape::number( $event->delay ?? null );
		if ( null !== $delay ) {
			$made->delay = $delay;
		}
		if ( Shape::size( $event ) > Shape::size( $made ) ) {
			$tally->add( 'shape' );
		}
		return $this->result( $made, $tally );
	}

	/** @inheritDoc */
	public function close(): string {
		return $this->memory->to_json( self::MAX_STATE_BYTES );
	}

	/** What an event may hold; null: it must not be stored. */
	private function data( int $type, stdClass $given, Inspection $look ): ?stdClass {
		switch ( $type ) {
			case 0:
			case 1:
				return new stdClass();
			case self::FULL_SNAPSHOT:
				return $this->snapshot( $given, $look );
			case self::INCREMENTAL:
				return ( new Change_Scrubber( $look ) )->scrub( $given );
			case self::META:
				$data         = Shape::of( $given, array( 'href' => Shape::TEXT, 'width' => Shape::NUMBER, 'height' => Shape::NUMBER ), $look->tally );
				$data->href   = $this->address( $data->href ?? '', $look );
				$data->width  = $data->width ?? 0;
				$data->height = $data->height ?? 0;
				return $data;
			case self::CUSTOM:
				return $this->custom( $given, $look );
			default:
				$look->tally->add( 'event-type' );
				return null;
		}
	}

	private function snapshot( stdClass $given, Inspection $look ): ?stdClass {
		$tally = $look->tally;
		$data = Shape::of( $given, array( 'node' => Shape::OBJECT, 'initialOffset' => Shape::OBJECT ), $tally );
		if ( ! isset( $data->node ) ) {
			return null;
		}
		$look->memory->forget( $look->memory->page() );
		$data->node = ( new Tree_Scrubber( $look, array( array( PHP_INT_MIN, $data->node ) ) ) )->node( $data->node, new Place() );
		if ( null === $data->node ) {
			return null;
		}
		$offset              = Shape::of( $data->initialOffset ?? new stdClass(), array( 'left' => Shape::NUMBER, 'top' => Shape::NUMBER ), $tally );
		$data->initialOffset = (object) array( 'left' => $offset->left ?? 0, 'top' => $offset->top ?? 0 );
		return $data;
	}

	/** The recorder's own event: a new address within the page. */
	private function custom( stdClass $given, Inspection $look ): ?stdClass {
		$tally = $look->tally;
		if ( self::ADDRESS !== ( $given->tag ?? null ) ) {
			$tally->add( 'event-type' );
			return null;
		}
		$data        = Shape::of( $given, array( 'tag' => Shape::TEXT, 'payload' => Shape::OBJECT ), $tally );
		$facts       = Shape::of( $data->payload ?? new stdClass(), array( 'href' => Shape::TEXT ), $tally );
		$facts->href = $this->address( $facts->href ?? '', $look );

		$data->payload = $facts;
		return $data;
	}

	private function address( string $given, Inspection $look ): string {
		$address = $look->rules->urls->scrub( $given );
		if ( $address !== $given ) {
			$look->tally->add( 'url' );
		}
		return $address;
	}

	/**
	 * What is known of the nodes of a page. A segment that comes late, after one of a later page, has a memory of its own
	 * that knows nothing: what is known of the later page must not be lost by it.
	 */
	private function memory_of( int $page ): Node_Memory {
		if ( $page >= $this->memory->page() ) {
			$this->memory->turn_to( $page );
			return $this->memory;
		}
		$this->late ??= new Node_Memory();
		$this->late->turn_to( $page );
		return $this->late;
	}

	/** The value as a line again: what is stored is what was looked at, never the bytes that came. */
	private function result( stdClass $value, Tally $tally ): Fence_Result {
		$json = json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION, Json_Line::DEPTH );
		return new Fence_Result( false === $json ? null : $json, $tally->findings() );
	}

	private function rules( Envelope $envelope ): Rules_In_Force {
		$order  = array( 'strict', 'balanced', 'open' );
		$preset = $order[ min( (int) array_search( $envelope->preset, $order, true ), (int) array_search( $this->preset, $order, true ) ) ];
		$inputs = $envelope->inputs && $this->inputs;
		if ( null === $this->rules || $this->rules->preset !== $preset || $this->rules->inputs !== $inputs ) {
			$this->rules = new Rules_In_Force( $preset, $inputs, $this->allowed, $this->deadline );
		}
		return $this->rules;
	}
}
