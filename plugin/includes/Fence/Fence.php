<?php
/**
 * The server's second look.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Contracts\Event_Contract;
use Candid\Domain\Deadline;
use Candid\Domain\Envelope;
use Candid\Domain\Event;
use Candid\Domain\Event_Observer;
use Candid\Domain\Findings;
use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Fence;
use Candid\Privacy\Text_Scrubber;
use stdClass;

/**
 * Looks at every event as if the recorder had been forged: the sensitive layer, the form rule in force and the
 * address rules again. Redacts in place so that the recording still replays. What the event contract does not know is
 * not stored.
 */
final class Fence implements Segment_Fence {

	private Node_Memory $memory;

	/** Of the page of a segment that came late, after one of a later page; null when there is none. */
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
	public function inspect_envelope( Envelope $envelope, Findings $findings ): Envelope {
		$this->memory_of( $envelope->page );
		$rules = $this->rules( $envelope );
		$made  = array();
		foreach ( $envelope->texts() as $name => $text ) {
			$clean = match ( $name ) {
				'title' => Text_Scrubber::scrub( $text, $rules->preset ),
				'language' => Text_Scrubber::scrub( $text, 'balanced' ),
				default => $rules->urls->scrub( $text ),
			};
			if ( $clean !== $text ) {
				$made[ $name ] = $clean;
				$findings->add( 'title' === $name ? 'title' : 'url' );
			}
		}
		return array() === $made ? $envelope : $envelope->with( $made );
	}

	/** @inheritDoc */
	public function inspect( Event $event, Envelope $envelope, Findings $findings ): bool {
		$inspection = new Inspection( $this->rules( $envelope ), $this->memory_of( $envelope->page ), $findings, $this->deadline );
		if ( ! Event_Shape::clean( $event->json, 'event', $inspection ) ) {
			return false;
		}
		$data  = $event->data();
		$tag   = Event_Contract::TYPE_CUSTOM === $event->type ? $data->tag ?? null : null;
		$shape = is_string( $tag ) ? Event_Contract::SHAPE_OF_TAG[ $tag ] ?? null : Event_Contract::SHAPE_OF_TYPE[ $event->type ] ?? null;
		if ( Event_Contract::TYPE_INCREMENTAL === $event->type ) {
			return ( new Change_Scrubber( $inspection ) )->scrub( $data );
		}
		if ( null === $shape ) {
			$findings->add( 'event-type' );
			return false;
		}
		if ( ! Event_Shape::clean( $data, $shape, $inspection ) ) {
			return false;
		}
		switch ( $event->type ) {
			case Event_Contract::TYPE_FULL_SNAPSHOT:
				return $this->snapshot( $data, $inspection );
			case Event_Contract::TYPE_META:
				$data->href     = $this->address( $data->href ?? '', $inspection );
				$data->width  ??= 0;
				$data->height ??= 0;
				break;
			case Event_Contract::TYPE_CUSTOM:
				$data->payload ??= new stdClass();
				if ( Event_Contract::ADDRESS_TAG === $tag ) {
					$data->payload->href = $this->address( $data->payload->href ?? '', $inspection );
				}
		}
		return true;
	}

	/** @inheritDoc */
	public function close(): string {
		return $this->memory->to_json( Event_Observer::MAX_STATE_BYTES );
	}

	private function snapshot( stdClass $data, Inspection $inspection ): bool {
		$inspection->memory->forget( $inspection->memory->page() );
		$data->initialOffset       ??= new stdClass();
		$data->initialOffset->left ??= 0;
		$data->initialOffset->top  ??= 0;
		return ( new Tree_Scrubber( $inspection, array( array( PHP_INT_MIN, $data->node ) ) ) )->node( $data->node, Node_Place::in_page() );
	}

	/** An address of the page: when it is opened, and the recorder's own event when it changes. */
	private function address( string $given, Inspection $inspection ): string {
		$address = $inspection->rules->urls->scrub( $given );
		if ( $address !== $given ) {
			$inspection->tally->add( 'url' );
		}
		return $address;
	}

	/**
	 * The memory of a page's nodes. A segment that comes late, after one of a later page, has a memory of its own that
	 * knows nothing, so that the knowledge of the later page is not lost by it.
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
