<?php
/**
 * Nodes of a recorded page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Privacy\Known_Field;
use Candid\Privacy\Mask;
use Candid\Privacy\Sensitive_Field;
use Candid\Privacy\Text_Scrubber;

use stdClass;

/** Walks serialised nodes, builds each anew with what it may hold, and tells the memory what each id is. */
final class Tree_Scrubber {

	private const DOCUMENT = 0;
	private const DOCTYPE  = 1;
	private const ELEMENT  = 2;
	private const TEXT     = 3;
	private const CDATA    = 4;
	private const COMMENT  = 5;

	/** What every node has. */
	private const NODE = array(
		'type'         => Shape::KIND,
		'id'           => Shape::ID,
		'rootId'       => Shape::ID,
		'isShadow'     => Shape::FLAG,
		'isShadowHost' => Shape::FLAG,
	);

	/** What replay needs of each type of node; everything else is removed. */
	private const KINDS = array(
		self::DOCUMENT => self::NODE + array( 'childNodes' => Shape::ITEMS, 'compatMode' => Shape::TEXT ),
		self::DOCTYPE  => self::NODE + array( 'name' => Shape::TEXT, 'publicId' => Shape::TEXT, 'systemId' => Shape::TEXT ),
		self::ELEMENT  => self::NODE + array( 'tagName' => Shape::NAMED, 'attributes' => Shape::OBJECT, 'childNodes' => Shape::ITEMS, 'isSVG' => Shape::FLAG, 'isCustom' => Shape::FLAG, 'needBlock' => Shape::FLAG ),
		self::TEXT     => self::NODE + array( 'textContent' => Shape::TEXT, 'isStyle' => Shape::FLAG ),
		self::CDATA    => self::NODE + array( 'textContent' => Shape::TEXT ),
		self::COMMENT  => self::NODE + array( 'textContent' => Shape::TEXT ),
	);

	/** Elements whose content nobody sees. */
	private const UNSEEN = array( 'script', 'noscript', 'template' );

	private readonly Rules_In_Force $rules;

	private readonly Node_Memory $memory;

	private readonly Tally $tally;

	private readonly Field_Labels $labels;

	private readonly Choices $choices;

	private readonly Node_Attributes $attributes;

	private readonly State_Attributes $telling;

	/** @param list<array{int, stdClass}> $trees The trees of the event, for their labels: of each the id of its parent, and its root. */
	public function __construct( private readonly Inspection $look, array $trees = array() ) {
		$this->rules      = $look->rules;
		$this->memory     = $look->memory;
		$this->tally      = $look->tally;
		$this->labels     = new Field_Labels( $trees, $look->memory, $look->deadline );
		$this->choices    = new Choices( $trees, $look->deadline );
		$this->telling    = new State_Attributes( $look );
		$this->attributes = new Node_Attributes( $look );
	}

	/**
	 * A node with what is under it; null when it cannot be placed. The given one must not be used any more: its children
	 * are moved, so that a large page is not held twice.
	 */
	public function node( stdClass $given, Place $place ): ?stdClass {
		$this->look->deadline->spend();
		$type = is_int( $given->type ?? null ) && isset( self::KINDS[ $given->type ] ) ? $given->type : self::COMMENT;
		$node = Shape::of( $given, self::KINDS[ $type ], $this->tally );
		unset( $given->childNodes );
		if ( ! isset( $node->id ) ) {
			$this->tally->add( 'shape' );
			return null;
		}
		$node->type = $type;
		if ( $this->memory->is_closed( $node->id ) ) {
			// What is moved out of something sensitive stays so.
			$place = new Place( true, true, $place->style, $place->look, $place->choice, $place->label );
		}
		if ( true === ( $node->isShadow ?? null ) ) {
			// A component's own parts are neither the choice nor its label.
			$place = new Place( $place->inside, $place->secret, $place->style, $place->look );
		}
		switch ( $type ) {
			case self::ELEMENT:
				$this->element( $node, $place );
				break;
			case self::TEXT:
				$this->memory->note( $node->id, $place );
				$node->textContent = $this->text( $node->textContent ?? '', $place );
				break;
			case self::DOCUMENT:
				// A frame's document belongs to the frame.
				$this->document( $node, new Place( $place->inside, $place->secret ) );
				break;
			case self::DOCTYPE:
				$this->document( $node, $place );
				break;
			default:
				// Comments, CDATA sections and what is not known: the node stays in its place, empty.
				$this->memory->note( $node->id, $place );
				if ( '' !== ( $node->textContent ?? '' ) ) {
					$this->tally->add( 'comment' );
				}
				$node->textContent = '';
		}
		return $node;
	}

	/** A text as it may be stored. */
	public function text( string $text, Place $place ): string {
		$this->look->deadline->spend( strlen( $text ) );
		if ( $place->style ) {
			return $this->counted( $text, $this->rules->styles->scrub( $text, $place->secret ? 'strict' : $this->rules->preset ), 'style', $place );
		}
		if ( $place->inside && $this->rules->hides( $place->secret ) ) {
			return Mask::is_blank( $text ) ? '' : $this->counted( $text, Mask::MASK, $place->secret ? 'sensitive-field' : 'form-input', $place );
		}
		return $this->counted( $text, Text_Scrubber::scrub( $text, $place->inside ? $this->rules->preset : 'open' ), 'secret-text', $place );
	}

	private function document( stdClass $node, Place $place ): void {
		$this->memory->note( $node->id, $place );
		foreach ( array( 'name', 'publicId', 'systemId', 'compatMode' ) as $word ) {
			if ( isset( $node->{$word} ) && ( 1 !== preg_match( '~^[\w .:/+-]{0,120}$~D', $node->{$word} ) || Shape::is_telling( $node->{$word} ) ) ) {
				$node->{$word} = '';
				$this->tally->add( 'shape' );
			}
		}
		if ( self::DOCUMENT === $node->type ) {
			$this->children( $node, $place );
		}
	}

	private function element( stdClass $node, Place $place ): void {
		$node->tagName    ??= 'div';
		$node->attributes ??= new stdClass();

		$lost = Node_Attributes::are_too_many( $node->attributes );
		if ( $lost ) {
			$node->attributes = new stdClass();
			$this->tally->add( 'shape' );
		}
		$tag     = strtolower( $node->tagName );
		$texts   = self::texts( $node->attributes );
		$was     = $this->memory->field( $node->id );
		$control = $lost || null !== $was || Sensitive_Field::is_control( $tag, $texts['role'] ?? null, $texts['contenteditable'] ?? null );
		$marked  = Sensitive_Field::is_marked( $texts );
		$secret  = $lost || $marked || $place->secret || ( $was->sensitive ?? false ) || ( $control && $this->is_sensitive( $node->id, $tag, $texts ) );
		$type    = 'input' === $tag ? strtolower( $texts['type'] ?? '' ) : '';
		// What it was first stays: a password does not become a button.
		$field  = new Known_Field( $tag, null === $was ? $type : ( $was->tag === $tag ? $was->type : '' ), $secret, Leak_Name::element( $tag, $texts ) );
		$place  = new Place( $place->inside, $place->secret, 'style' === $tag, $field->look, $place->choice || Choices::is_one( $tag, $texts ), $place->label || $this->choices->has_label( $node->id ) );
		$custom = str_contains( $tag, '-' );
		if ( $custom ) {
			$this->memory->note_custom( $node->id );
		}
		$kept   = ! $control || $this->memory->note_field( $node->id, $field );
		$closed = $marked || ! $kept;
		$inside = $control || $marked || $place->inside;
		$this->memory->note( $node->id, new Place( $place->inside || $closed, $place->secret || $closed, $place->style, '', $place->choice, $place->label ) );
		$filled = ! in_array( $texts['value'] ?? '', array( '', Mask::MASK ), true );
		$this->telling->hush( $node->attributes, $place->choice || $custom, $inside, $filled, $field );
		$this->attributes->scrub( $node->attributes, $inside, $secret, $field );
		if ( in_array( $tag, self::UNSEEN, true ) ) {
			if ( $this->has_text( $node ) ) {
				$this->tally->add( 'unseen', $field->look );
			}
			$node->childNodes = array();
			return;
		}
		$this->children( $node, new Place( $inside, $secret, $place->style, $field->look, $place->choice, $place->label ) );
	}

	/**
	 * Whether the element, a control, is never recorded.
	 *
	 * @param array<string, string> $texts Its attributes.
	 */
	private function is_sensitive( int $id, string $tag, array $texts ): bool {
		$reason = Sensitive_Field::reason( $texts, array_filter( array( $this->labels->sensitive( $id, $texts ) ) ), $this->rules->preset );
		if ( 'password' === $reason ) {
			$this->memory->names->note_password( $texts );
		}
		$reason ??= $this->labels->is_closed( $id, $texts ) || $this->memory->names->was_password( $texts ) ? 'word:' : null;
		// What is written on a button is no input, so with inputs off nobody asks what the button is called.
		$is_named_button = Known_Field::is_button( $tag, strtolower( $texts['type'] ?? '' ) ) && ! $this->rules->inputs && str_starts_with( (string) $reason, 'word:' );
		return null !== $reason && ! $is_named_button;
	}

	private function children( stdClass $node, Place $place ): void {
		$given            = is_array( $node->childNodes ?? null ) ? $node->childNodes : array();
		$node->childNodes = array();
		$made             = array();
		foreach ( array_keys( $given ) as $at ) {
			$child = $given[ $at ];
			unset( $given[ $at ] );
			$clean = $child instanceof stdClass ? $this->node( $child, $place ) : null;
			if ( null !== $clean ) {
				$made[] = $clean;
			} elseif ( ! $child instanceof stdClass ) {
				$this->tally->add( 'shape', $place->look );
			}
		}
		$node->childNodes = $made;
	}

	private function has_text( stdClass $node ): bool {
		$text = is_string( $node->textContent ?? null ) ? trim( $node->textContent ) : '';
		foreach ( is_array( $node->childNodes ?? null ) ? $node->childNodes : array() as $child ) {
			if ( $child instanceof stdClass && $this->has_text( $child ) ) {
				return true;
			}
		}
		return '' !== $text && 'SCRIPT_PLACEHOLDER' !== $text;
	}

	/**
	 * Attributes that are text, by lower-case name.
	 *
	 * @return array<string, string>
	 */
	public static function texts( stdClass $attributes ): array {
		$texts = array();
		foreach ( get_object_vars( $attributes ) as $name => $value ) {
			if ( is_string( $value ) ) {
				$texts[ strtolower( (string) $name ) ] = $value;
			} elseif ( true === $value ) {
				$texts[ strtolower( (string) $name ) ] = '';
			}
		}
		return $texts;
	}

	/** The scrubbed text, counted when it differs. */
	private function counted( string $text, string $scrubbed, string $rule, Place $place ): string {
		if ( $scrubbed !== $text ) {
			$this->tally->add( $rule, $place->look );
		}
		return $scrubbed;
	}
}
