<?php
/**
 * What the fence must know of a page's nodes.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Privacy\Known_Field;

/**
 * Which ids are form controls, which texts stand inside a control, which nodes are style sheets, which stand in a label
 * that makes its field sensitive; of all others only that they exist. Travels from segment to segment as JSON. Holds no
 * value that a visitor typed.
 *
 * Its room is bounded. A node that does not fit is forgotten wholly, so that it counts as unknown, and an unknown node
 * counts as a sensitive control.
 */
final class Node_Memory {

	/** Version of the stored form; a state of another version counts as empty. */
	private const FORMAT = 3;

	/** Most controls of which type and name are remembered. */
	private const MAX_FIELDS = 2000;

	private const SETS = array( 'known', 'inside', 'secret', 'styles', 'labelled', 'choices', 'choosing', 'custom' );

	/** @var array<value-of<self::SETS>, Id_Set> Every node seen; of these the content of a control, of a sensitive one; style elements and their texts; what stands in a telling label; choices, their labels, custom elements, with what the first two hold. */
	private array $sets = array();

	/** @var array<int, Known_Field|mixed> As it is stored until somebody asks: a page has thousands, and a segment is about few. */
	private array $fields = array();

	/** What was stored, as long as nothing was noted since. */
	private string $stored = '';

	/** What must be known of names. */
	public readonly Page_Names $names;

	/** Whether a known node became a control later, so that texts inside it cannot be told from others. */
	private bool $blurred = false;

	/** Whether a control became sensitive later, so that its content cannot be told from that of others. */
	private bool $secretive = false;

	/** Whether a known element was marked as sensitive later, so that any node may stand in it. */
	private bool $shut = false;

	/** Page view the ids belong to; -1 before the first. */
	private int $page = -1;

	public function __construct() {
		$this->names = new Page_Names();
		$this->forget( -1 );
	}

	/** Starts anew: at a page view, and at each full snapshot, which names every node again. */
	public function forget( int $page ): void {
		$this->stored = '';
		$this->names->forget( $page === $this->page );
		$this->page = $page;
		foreach ( self::SETS as $name ) {
			$this->sets[ $name ] = new Id_Set();
		}
		$this->fields    = array();
		$this->blurred   = false;
		$this->secretive = false;
		$this->shut      = false;
	}

	/** Makes sure the ids are those of this page view. */
	public function turn_to( int $page ): void {
		if ( $this->page !== $page ) {
			$this->forget( $page );
		}
	}

	/** Page view the ids belong to. */
	public function page(): int {
		return $this->page;
	}

	/** Notes a node. */
	public function note( int $id, Node_Place $place ): void {
		$this->stored = '';
		$fits         = ( ! $place->secret || $this->sets['secret']->add( $id ) ) && ( ! $place->inside || $this->sets['inside']->add( $id ) ) && ( ! $place->style || $this->sets['styles']->add( $id ) );
		if ( $place->choice ) {
			$this->sets['choices']->add( $id );
		}
		if ( $place->label ) {
			$this->sets['choosing']->add( $id );
		}
		if ( $fits ) {
			$this->sets['known']->add( $id );
			return;
		}
		// It was known as something more open: then nothing that is known can be trusted.
		$this->blurred   = $this->blurred || $this->sets['known']->has( $id );
		$this->secretive = $this->secretive || $this->sets['known']->has( $id );
	}

	/** Notes a control. Once sensitive, always. False: there is no room, and it must be noted as the content of a sensitive one. */
	public function note_field( int $id, Known_Field $field ): bool {
		if ( ! isset( $this->fields[ $id ] ) && count( $this->fields ) >= self::MAX_FIELDS ) {
			return false;
		}
		$this->stored        = '';
		$this->fields[ $id ] = $this->known( $id )?->with( $field->sensitive ) ?? $field;
		return true;
	}

	/** Notes that a node which was none has become a control. */
	public function blur( bool $sensitive ): void {
		$this->stored    = '';
		$this->blurred   = true;
		$this->secretive = $this->secretive || $sensitive;
	}

	/** Notes that a known element was marked as sensitive later: which nodes stand in the element is not known, so every node counts as sensitive from now on. */
	public function shut(): void {
		$this->shut = true;
		$this->blur( true );
	}

	/** Notes that a known control is sensitive from now on, and so is what stands inside it. */
	public function close( int $id ): void {
		$field = $this->known( $id );
		if ( null !== $field && ! $field->sensitive ) {
			$this->stored        = '';
			$this->fields[ $id ] = $field->with( true );
			$this->secretive     = $this->secretive || 'input' !== $field->tag;
		}
	}

	/** Notes that a node stands in a label that makes its field a sensitive one. */
	public function note_labelled( int $id ): void {
		$this->stored = '';
		$this->sets['labelled']->add( $id );
	}

	/** Whether a label seen before makes a field in this place, with this id (of HTML), a sensitive one. */
	public function is_labelled( int $id, string $name ): bool {
		return $this->sets['labelled']->may_have( $id ) || $this->names->is_labelled( $name );
	}

	/** Notes a custom element: what its attributes mean is its own matter. */
	public function note_custom( int $id ): void {
		$this->stored = '';
		$this->sets['custom']->add( $id );
	}

	/** Notes that a known node has become a choice. */
	public function note_choice( int $id ): void {
		$this->stored = '';
		$this->sets['choices']->add( $id );
	}

	/** Whether the node is chosen by pointing at it, stands in such or in its label. */
	public function is_choice( int $id ): bool {
		return $this->may_be_in_choice( $id ) || $this->may_be_in_choice_label( $id );
	}

	/** Whether the node is a choice or stands in one, or may. */
	public function may_be_in_choice( int $id ): bool {
		return $this->sets['choices']->may_have( $id );
	}

	/** Whether the node is a label of a choice or stands in one, or may. */
	public function may_be_in_choice_label( int $id ): bool {
		return $this->sets['choosing']->may_have( $id );
	}

	/** Whether the node's attributes may say a choice: it is one or stands in one, is a custom element, or was never seen. */
	public function says_choice( int $id ): bool {
		return $this->sets['choices']->may_have( $id ) || $this->sets['custom']->may_have( $id ) || ! $this->knows( $id );
	}

	/** What is known of a control; null for other nodes. */
	public function field( int $id ): ?Known_Field {
		$field = $this->known( $id );
		return $this->shut ? $field?->with( true ) : $field;
	}

	/** Whether the node is known to be sensitive, or to stand in something that is. */
	public function is_closed( int $id ): bool {
		return $this->shut || $this->sets['secret']->has( $id ) || ( $this->known( $id )->sensitive ?? false );
	}

	/** The place of a child or text of the node. */
	public function place_in( int $id ): Node_Place {
		$inside = ! $this->is_ordinary( $id );
		return Node_Place::remembered( $inside, $inside && $this->is_secret( $id ), $this->sets['styles']->has( $id ), (string) ( $this->field( $id )->look ?? '' ), $this->may_be_in_choice( $id ), $this->may_be_in_choice_label( $id ) );
	}

	/** Whether the node is known to be an ordinary one, so that its text is the page's and not a visitor's. */
	public function is_ordinary( int $id ): bool {
		return ! $this->blurred && $this->knows( $id ) && ! $this->sets['inside']->has( $id ) && ! isset( $this->fields[ $id ] );
	}

	/** Whether the node is a control or stands in one, or was never seen. Unlike is_ordinary() it does not change when another node becomes a control. */
	public function is_content( int $id ): bool {
		return ! $this->knows( $id ) || $this->sets['inside']->has( $id ) || isset( $this->fields[ $id ] );
	}

	/** Whether the node was ever seen. */
	public function knows( int $id ): bool {
		return $this->sets['known']->has( $id );
	}

	/** The control as it was noted; one whose stored form is broken is sensitive. */
	private function known( int $id ): ?Known_Field {
		$field = $this->fields[ $id ] ?? null;
		if ( null === $field || $field instanceof Known_Field ) {
			return $field;
		}
		$field               = Known_Field::from( $field ) ?? new Known_Field( '', '', true, '' );
		$this->fields[ $id ] = $field;
		return $field;
	}

	/** Whether the content of the node may be that of a sensitive field. */
	private function is_secret( int $id ): bool {
		if ( isset( $this->fields[ $id ] ) ) {
			return $this->shut || ( $this->known( $id )->sensitive ?? true );
		}
		return $this->secretive || ! $this->knows( $id ) || $this->sets['secret']->has( $id );
	}

	/** For the next segment; empty when it would be longer than allowed. */
	public function to_json( int $max_bytes ): string {
		if ( '' !== $this->stored && ! $this->names->is_changed() ) {
			return $this->stored;
		}
		$json = json_encode(
			array(
				'format' => self::FORMAT,
				'page'   => $this->page,
				'sets'   => array_map( static fn( Id_Set $set ): array => $set->to_list(), $this->sets ),
				'fields' => array_map( static fn( mixed $field ): mixed => $field instanceof Known_Field ? $field->to_list() : $field, $this->fields ),
				'names'  => $this->names->to_list(),
				'flags'  => array( $this->blurred, $this->secretive, $this->shut ),
			),
			JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
		);
		return false === $json || strlen( $json ) > $max_bytes ? '' : $json;
	}

	/** From the stored form of the segment before; any other text gives an empty memory. */
	public static function from_json( string $json ): self {
		$value  = '' === $json ? null : json_decode( $json, true, 8 );
		$memory = new self();
		if ( ! is_array( $value ) || self::FORMAT !== ( $value['format'] ?? null ) || ! is_int( $value['page'] ?? null ) ) {
			return $memory;
		}
		$memory->page = $value['page'];
		foreach ( self::SETS as $name ) {
			$set = Id_Set::from( $value['sets'][ $name ] ?? null );
			if ( null === $set ) {
				return new self();
			}
			$memory->sets[ $name ] = $set;
		}
		if ( ! is_array( $value['fields'] ?? null ) || in_array( null, $value['fields'], true ) ) {
			return new self();
		}
		$memory->fields = $value['fields'];
		if ( ! $memory->names->restore( $value['names'] ?? null ) ) {
			return new self();
		}
		$memory->blurred   = false !== ( $value['flags'][0] ?? true );
		$memory->secretive = false !== ( $value['flags'][1] ?? true );
		$memory->shut      = false !== ( $value['flags'][2] ?? true );
		$memory->stored    = $json;
		return $memory;
	}
}
