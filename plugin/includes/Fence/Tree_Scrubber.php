<?php
/**
 * Nodes of a recorded page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Contracts\Event_Contract;
use Candid\Domain\Findings;
use Candid\Privacy\Known_Field;
use Candid\Privacy\Mask;
use Candid\Privacy\Sensitive_Field;
use Candid\Privacy\Text_Scrubber;
use stdClass;

/** Walks serialised nodes, leaves of each what it may hold, and tells the memory what each id is. */
final class Tree_Scrubber {

	/** Elements whose content nobody sees. */
	private const UNSEEN = array(
		'script'   => true,
		'noscript' => true,
		'template' => true,
	);

	private readonly Rules_In_Force $rules;

	private readonly Node_Memory $memory;

	private readonly Findings $tally;

	private readonly Field_Labels $labels;

	private readonly Choice_Labels $choices;

	private readonly Node_Attributes $attributes;

	private readonly State_Attributes $states;

	/** @param list<array{int, stdClass}> $trees The trees of the event, for their labels: of each the id of its parent, and its root. */
	public function __construct( private readonly Inspection $inspection, array $trees = array() ) {
		$this->rules      = $inspection->rules;
		$this->memory     = $inspection->memory;
		$this->tally      = $inspection->tally;
		$this->labels     = new Field_Labels( $trees, $inspection->memory, $inspection->deadline );
		$this->choices    = new Choice_Labels( $trees, $inspection->deadline );
		$this->states     = new State_Attributes( $inspection );
		$this->attributes = new Node_Attributes( $inspection );
	}

	/** Leaves of a node and all under it what may be stored, in place. False: it cannot be placed and must go. */
	public function node( stdClass $node, Node_Place $place ): bool {
		$this->inspection->deadline->spend();
		$type = $node->type ?? null;
		if ( ! is_int( $type ) || ! isset( Event_Contract::SHAPE_OF_NODE[ $type ] ) ) {
			$type = Event_Contract::NODE_COMMENT;
		}
		if ( ! Event_Shape::clean( $node, Event_Contract::SHAPE_OF_NODE[ $type ], $this->inspection ) ) {
			$this->tally->add( 'shape' );
			return false;
		}
		$node->type = $type;
		if ( $this->memory->is_closed( $node->id ) ) {
			// A node that is moved out of something sensitive stays sensitive.
			$place = $place->closed();
		}
		if ( true === ( $node->isShadow ?? null ) ) {
			$place = $place->in_shadow();
		}
		switch ( $type ) {
			case Event_Contract::NODE_ELEMENT:
				$this->element( $node, $place );
				break;
			case Event_Contract::NODE_TEXT:
				$this->memory->note( $node->id, $place );
				$node->textContent = $this->text( $node->textContent ?? '', $place );
				break;
			case Event_Contract::NODE_DOCUMENT:
				$this->document( $node, $place->in_frame() );
				break;
			case Event_Contract::NODE_DOCTYPE:
				$this->document( $node, $place );
				break;
			default:
				// Comments, CDATA sections and unknown nodes keep their place among the others, empty.
				$this->memory->note( $node->id, $place );
				if ( '' !== ( $node->textContent ?? '' ) ) {
					$this->tally->add( 'comment' );
				}
				$node->textContent = '';
		}
		return true;
	}

	/** A text as it may be stored. */
	public function text( string $text, Node_Place $place ): string {
		$this->inspection->deadline->spend( strlen( $text ) );
		if ( $place->style ) {
			return $this->counted( $text, $this->rules->styles->scrub( $text, $place->secret ? 'strict' : $this->rules->preset ), 'style', $place );
		}
		if ( $place->inside && $this->rules->hides( $place->secret ) ) {
			return Mask::is_blank( $text ) ? '' : $this->counted( $text, Mask::MASK, $place->secret ? 'sensitive-field' : 'form-input', $place );
		}
		return $this->counted( $text, Text_Scrubber::scrub( $text, $place->inside ? $this->rules->preset : 'open' ), 'secret-text', $place );
	}

	private function document( stdClass $node, Node_Place $place ): void {
		$this->memory->note( $node->id, $place );
		foreach ( array( 'name', 'publicId', 'systemId', 'compatMode' ) as $word ) {
			if ( isset( $node->{$word} ) && ( 1 !== preg_match( '~^[\w .:/+-]{0,120}$~D', $node->{$word} ) || Event_Shape::is_telling( $node->{$word} ) ) ) {
				$node->{$word} = '';
				$this->tally->add( 'shape' );
			}
		}
		if ( Event_Contract::NODE_DOCUMENT === $node->type ) {
			$this->children( $node, $place );
		}
	}

	private function element( stdClass $node, Node_Place $place ): void {
		$node->tagName    ??= 'div';
		$node->attributes ??= new stdClass();

		$tag     = strtolower( $node->tagName );
		$texts   = self::texts( $node->attributes );
		$was     = $this->memory->field( $node->id );
		$control = null !== $was || Sensitive_Field::is_control( $tag, $texts['role'] ?? null, $texts['contenteditable'] ?? null );
		$marked  = isset( $texts['data-candid'] ) && Sensitive_Field::is_marked( $texts );
		$secret  = $marked || $place->secret || ( $was->sensitive ?? false ) || ( $control && $this->is_sensitive( $node->id, $tag, $texts ) );
		$type    = 'input' === $tag ? strtolower( $texts['type'] ?? '' ) : '';
		// The type a control had first stays: a password does not become a button.
		$field  = new Known_Field( $tag, null === $was ? $type : ( $was->tag === $tag ? $was->type : '' ), $secret, new Element_Look( $tag, $texts ) );
		$place  = $place->of_element( $field->look, 'style' === $tag, Choice_Labels::is_choice( $tag, $texts ), $this->choices->has( $node->id ) );
		$custom = str_contains( $tag, '-' );
		if ( $custom ) {
			$this->memory->note_custom( $node->id );
		}
		$closed = $marked || ( $control && ! $this->memory->note_field( $node->id, $field ) );
		$inside = $place->within( $control || $marked, $secret );
		$this->memory->note( $node->id, $closed ? $place->closed() : $place );
		$filled = ! in_array( $texts['value'] ?? '', array( '', Mask::MASK ), true );
		$this->states->hush( $node->attributes, $place->choice || $custom, $inside->inside, $filled, $field );
		$this->attributes->scrub( $node->attributes, $inside->inside, $secret, $field );
		if ( isset( self::UNSEEN[ $tag ] ) ) {
			if ( $this->has_text( $node ) ) {
				$this->tally->add( 'unseen', $field->look );
			}
			$node->childNodes = array();
			return;
		}
		$this->children( $node, $inside );
	}

	/**
	 * Whether the element, a control, is never recorded.
	 *
	 * @param array<string, string> $texts Its attributes.
	 */
	private function is_sensitive( int $id, string $tag, array $texts ): bool {
		$label  = $this->labels->sensitive( $id, $texts );
		$reason = Sensitive_Field::reason( $texts, null === $label ? array() : array( $label ), $this->rules->preset );
		if ( 'password' === $reason ) {
			$this->memory->names->note_password( $texts );
		}
		$reason ??= $this->labels->is_closed( $id, $texts ) || $this->memory->names->was_password( $texts ) ? 'word:' : null;
		// The caption of a button is no input, so with inputs off its name does not matter.
		$is_named_button = Known_Field::is_button( $tag, strtolower( $texts['type'] ?? '' ) ) && ! $this->rules->inputs && str_starts_with( (string) $reason, 'word:' );
		return null !== $reason && ! $is_named_button;
	}

	private function children( stdClass $node, Node_Place $place ): void {
		$children = $node->childNodes ?? array();
		$lost     = false;
		foreach ( $children as $at => $child ) {
			if ( $child instanceof stdClass ) {
				if ( $this->node( $child, $place ) ) {
					continue;
				}
			} else {
				$this->tally->add( 'shape', $place->look );
			}
			unset( $children[ $at ] );
			$lost = true;
		}
		$node->childNodes = $lost ? array_values( $children ) : $children;
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
		foreach ( (array) $attributes as $name => $value ) {
			if ( is_string( $value ) ) {
				$texts[ strtolower( (string) $name ) ] = $value;
			} elseif ( true === $value ) {
				$texts[ strtolower( (string) $name ) ] = '';
			}
		}
		return $texts;
	}

	/** The scrubbed text, counted when it differs. */
	private function counted( string $text, string $scrubbed, string $rule, Node_Place $place ): string {
		if ( $scrubbed !== $text ) {
			$this->tally->add( $rule, $place->look );
		}
		return $scrubbed;
	}
}
