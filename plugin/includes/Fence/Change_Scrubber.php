<?php
/**
 * Changes of a recorded page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Privacy\Known_Field;
use Candid\Privacy\Mask;
use Candid\Privacy\Sensitive_Field;

use stdClass;

/** Incremental events: what a visitor did and what the page did, built anew with what they may hold. */
final class Change_Scrubber {

	private const MUTATION    = 0;
	private const INTERACTION = 2;
	private const SCROLL      = 3;
	private const INPUT       = 5;
	private const SHEET       = 8;
	private const DECLARATION = 13;
	private const SELECTION   = 14;
	private const ADOPTED     = 15;
	private const DEFINED     = 16;

	private const MOVES = array( 'positions' => Shape::ITEMS );

	/** rrweb's sources, and what replay needs of each. Fonts, canvas commands and console lines are never stored. */
	private const SOURCES = array(
		self::MUTATION    => array( 'texts' => Shape::ITEMS, 'attributes' => Shape::ITEMS, 'removes' => Shape::ITEMS, 'adds' => Shape::ITEMS, 'isAttachIframe' => Shape::FLAG ),
		1                 => self::MOVES,
		self::INTERACTION => array( 'type' => Shape::KIND, 'id' => Shape::ID, 'x' => Shape::NUMBER, 'y' => Shape::NUMBER, 'pointerType' => Shape::KIND ),
		self::SCROLL      => array( 'id' => Shape::ID, 'x' => Shape::NUMBER, 'y' => Shape::NUMBER ),
		4                 => array( 'width' => Shape::NUMBER, 'height' => Shape::NUMBER ),
		self::INPUT       => array( 'id' => Shape::ID, 'text' => Shape::TEXT, 'isChecked' => Shape::FLAG, 'userTriggered' => Shape::FLAG ),
		6                 => self::MOVES,
		7                 => array( 'type' => Shape::KIND, 'id' => Shape::ID, 'currentTime' => Shape::SECONDS, 'volume' => Shape::NUMBER, 'muted' => Shape::FLAG, 'loop' => Shape::FLAG, 'playbackRate' => Shape::NUMBER ),
		self::SHEET       => array( 'id' => Shape::ID, 'styleId' => Shape::ID, 'adds' => Shape::ITEMS, 'removes' => Shape::ITEMS, 'replace' => Shape::TEXT, 'replaceSync' => Shape::TEXT ),
		12                => self::MOVES,
		self::DECLARATION => array( 'id' => Shape::ID, 'styleId' => Shape::ID, 'index' => Shape::INDEX, 'set' => Shape::OBJECT, 'remove' => Shape::OBJECT ),
		self::SELECTION   => array( 'ranges' => Shape::ITEMS ),
		self::ADOPTED     => array( 'id' => Shape::ID, 'styles' => Shape::ITEMS, 'styleIds' => Shape::IDS ),
		self::DEFINED     => array( 'define' => Shape::OBJECT ),
	);

	/** What a source means nothing without. */
	private const NEEDED = array( self::INTERACTION => array( 'type', 'id' ), self::SCROLL => array( 'id' ), self::INPUT => array( 'id' ), 7 => array( 'type', 'id' ), self::ADOPTED => array( 'id' ) );

	/** What the objects in lists may hold. */
	private const ADD      = array( 'parentId' => Shape::ID, 'previousId' => Shape::ID, 'nextId' => Shape::ID, 'node' => Shape::OBJECT );
	private const REMOVE   = array( 'parentId' => Shape::ID, 'id' => Shape::ID, 'isShadow' => Shape::FLAG );
	private const TEXT     = array( 'id' => Shape::ID, 'value' => Shape::TEXT );
	private const CHANGE   = array( 'id' => Shape::ID, 'attributes' => Shape::OBJECT );
	private const POSITION = array( 'x' => Shape::NUMBER, 'y' => Shape::NUMBER, 'id' => Shape::ID, 'timeOffset' => Shape::NUMBER );
	private const RANGE    = array( 'start' => Shape::ID, 'startOffset' => Shape::NUMBER, 'end' => Shape::ID, 'endOffset' => Shape::NUMBER );
	private const RULE     = array( 'rule' => Shape::TEXT, 'index' => Shape::INDEX );
	private const STYLE    = array( 'styleId' => Shape::ID, 'rules' => Shape::ITEMS );

	/** Attributes whose change can make a field a sensitive one. */
	private const TELLING = array( 'type', 'name', 'id', 'autocomplete', 'aria-label', 'aria-labelledby', 'placeholder', 'title', 'data-name', 'data-rr-is-password', 'data-candid' );

	private readonly Rules_In_Force $rules;

	private readonly Node_Memory $memory;

	private readonly Tally $tally;

	private readonly Node_Attributes $attributes;

	private readonly State_Attributes $telling;

	public function __construct( private readonly Inspection $look ) {
		$this->rules      = $look->rules;
		$this->memory     = $look->memory;
		$this->tally      = $look->tally;
		$this->attributes = new Node_Attributes( $look );
		$this->telling    = new State_Attributes( $look );
	}

	/** The event's data as it may be stored; null: it must not be. */
	public function scrub( stdClass $given ): ?stdClass {
		$source = $given->source ?? null;
		if ( ! is_int( $source ) || ! isset( self::SOURCES[ $source ] ) ) {
			$this->tally->add( 'event-source' );
			return null;
		}
		$data = Shape::of( $given, array( 'source' => Shape::KIND ) + self::SOURCES[ $source ], $this->tally );
		foreach ( self::NEEDED[ $source ] ?? array() as $name ) {
			if ( ! isset( $data->{$name} ) ) {
				$this->tally->add( 'shape' );
				return null;
			}
		}
		switch ( $source ) {
			case self::MUTATION:
				$this->mutation( $data );
				break;
			case self::INTERACTION:
				return $this->telling->is_silent( $data->id ) ? null : $data;
			case self::SCROLL:
				return $this->telling->is_still( $data->id ) ? null : $data;
			case self::INPUT:
				return $this->input( $data );
			case self::SHEET:
			case self::ADOPTED:
				$this->sheets( $data );
				break;
			case self::DECLARATION:
				$this->declaration( $data );
				break;
			case self::SELECTION:
				$this->selection( $data );
				break;
			case self::DEFINED:
				if ( isset( $data->define ) ) {
					$data->define = Shape::of( $data->define, array( 'name' => Shape::NAMED ), $this->tally );
				}
				break;
			default:
				return isset( $data->positions ) ? $this->moves( $data ) : $data;
		}
		return $data;
	}

	/** Where the pointer was; null when nothing of it may be stored. */
	private function moves( stdClass $data ): ?stdClass {
		$given           = Shape::each( $data->positions, self::POSITION, array( 'id' ), $this->look );
		$data->positions = array_values( array_filter( $given, fn( stdClass $position ): bool => ! $this->telling->is_silent( $position->id ) ) );
		return array() === $data->positions && array() !== $given ? null : $data;
	}

	private function mutation( stdClass $data ): void {
		$adds       = Shape::each( $data->adds ?? null, self::ADD, array( 'parentId', 'node' ), $this->look );
		$tree       = new Tree_Scrubber( $this->look, array_map( static fn( stdClass $add ): array => array( $add->parentId, $add->node ), $adds ) );
		$data->adds = array();
		foreach ( $adds as $add ) {
			$add->node = $tree->node( $add->node, $this->memory->place_in( $add->parentId ) );
			if ( null !== $add->node ) {
				$data->adds[] = $add;
			}
		}
		$data->texts = Shape::each( $data->texts ?? null, self::TEXT, array( 'id', 'value' ), $this->look );
		foreach ( $data->texts as $text ) {
			$text->value = $tree->text( $text->value, $this->memory->place_in( $text->id ) );
		}
		$data->attributes = Shape::each( $data->attributes ?? null, self::CHANGE, array( 'id', 'attributes' ), $this->look );
		foreach ( $data->attributes as $change ) {
			$this->changed( $change );
		}
		$data->removes = Shape::each( $data->removes ?? null, self::REMOVE, array( 'parentId', 'id' ), $this->look );
	}

	private function changed( stdClass $change ): void {
		$this->look->deadline->spend();
		$id   = $change->id;
		$lost = Node_Attributes::are_too_many( $change->attributes );
		if ( $lost ) {
			$change->attributes = new stdClass();
			$this->tally->add( 'shape' );
		}
		$texts  = Tree_Scrubber::texts( $change->attributes );
		$field  = $this->memory->field( $id );
		$closed = $lost || $this->closes( $id, $texts, $field );
		if ( null === $field && Sensitive_Field::is_marked( $texts ) ) {
			$this->memory->shut();
		}
		if ( null !== $field ) {
			if ( $closed ) {
				$this->memory->close( $id );
			}
		} elseif ( $lost || Sensitive_Field::is_control( '', $texts['role'] ?? null, $texts['contenteditable'] ?? null ) ) {
			$this->memory->blur( $closed );
			if ( ! $this->memory->note_field( $id, new Known_Field( '', '', $closed, '' ) ) ) {
				$this->memory->note( $id, new Place( true, true ) );
			}
		}
		// A node that was never seen may be any control, a password field too.
		$place = $this->memory->place_in( $id );
		$field = $this->memory->field( $id ) ?? new Known_Field( '', '', $place->secret, '' );
		if ( Choices::is_one( $field->tag, $texts ) ) {
			$this->memory->note_choice( $id );
		}
		$this->telling->hush( $change->attributes, $this->memory->says_choice( $id ), $this->memory->is_content( $id ), true, $field );
		$this->attributes->scrub( $change->attributes, $place->inside, $this->memory->is_closed( $id ), $field );
	}

	/**
	 * Whether changed attributes make what they stand on a sensitive field.
	 *
	 * @param array<string, string> $texts
	 */
	private function closes( int $id, array $texts, ?Known_Field $field ): bool {
		if ( array() === array_intersect( self::TELLING, array_keys( $texts ) ) ) {
			return false;
		}
		$reason = Sensitive_Field::reason( $texts, array(), $this->rules->preset );
		if ( 'password' === $reason || ( null !== $field && 'password' === $field->type ) ) {
			$this->memory->names->note_password( $texts );
		}
		return null !== $reason || $this->memory->is_labelled( $id, $texts['id'] ?? '' ) || $this->memory->names->has_words_of( $texts['aria-labelledby'] ?? '' ) || $this->memory->names->was_password( $texts );
	}

	private function input( stdClass $data ): ?stdClass {
		$field = $this->memory->field( $data->id );
		$text  = $data->text ?? '';
		if ( null !== $field && in_array( $field->type, array( 'hidden', 'file' ), true ) ) {
			$this->tally->add( 'sensitive-field', $field->look );
			return null;
		}
		$place = $this->memory->place_in( $data->id );
		if ( $this->rules->hides( null === $field || $field->sensitive ) ) {
			if ( 'select' === ( $field->tag ?? '' ) || $this->memory->is_choice( $data->id ) ) {
				// No mask can be shown in a choice, and that it has changed is what was chosen.
				$this->tally->add( null !== $field && $field->sensitive ? 'sensitive-field' : 'form-input', $place->look );
				return null;
			}
			if ( ( '' !== $text && Mask::MASK !== $text ) || true === ( $data->isChecked ?? false ) ) {
				$this->tally->add( null !== $field && $field->sensitive ? 'sensitive-field' : 'form-input', $place->look );
			}
			$data->text      = Mask::value( $text );
			$data->isChecked = false;
			return $data;
		}
		$data->isChecked = true === ( $data->isChecked ?? false );
		$data->text      = ( new Tree_Scrubber( $this->look ) )->text( $text, new Place( true, false, false, $place->look ) );
		return $data;
	}

	private function sheets( stdClass $data ): void {
		foreach ( array( 'replace', 'replaceSync' ) as $whole ) {
			if ( isset( $data->{$whole} ) ) {
				$data->{$whole} = $this->css( $data->{$whole} );
			}
		}
		if ( isset( $data->adds ) ) {
			$data->adds = $this->css_rules( $data->adds );
		}
		if ( isset( $data->removes ) ) {
			$data->removes = Shape::each( $data->removes, array( 'index' => Shape::INDEX ), array( 'index' ), $this->look );
		}
		if ( isset( $data->styles ) ) {
			$data->styles = Shape::each( $data->styles, self::STYLE, array( 'styleId' ), $this->look );
			foreach ( $data->styles as $sheet ) {
				$sheet->rules = $this->css_rules( $sheet->rules ?? null );
			}
		}
	}

	/** @return list<stdClass> */
	private function css_rules( mixed $given ): array {
		$rules = Shape::each( $given, self::RULE, array( 'rule' ), $this->look );
		foreach ( $rules as $rule ) {
			$rule->rule = $this->css( $rule->rule );
		}
		return $rules;
	}

	private function css( string $text ): string {
		$this->look->deadline->spend( strlen( $text ) );
		$scrubbed = $this->rules->styles->scrub( $text, $this->rules->preset );
		if ( $scrubbed !== $text ) {
			$this->tally->add( 'style' );
		}
		return $scrubbed;
	}

	private function declaration( stdClass $data ): void {
		foreach ( array( 'set' => array( 'property' => Shape::TEXT, 'value' => Shape::TEXT, 'priority' => Shape::TEXT ), 'remove' => array( 'property' => Shape::TEXT ) ) as $part => $kinds ) {
			if ( ! isset( $data->{$part} ) ) {
				continue;
			}
			$change        = Shape::of( $data->{$part}, $kinds, $this->tally );
			$data->{$part} = $change;
			if ( ! Node_Attributes::is_property( $change->property ?? '' ) ) {
				unset( $data->{$part} );
				$this->tally->add( 'shape' );
				continue;
			}
			if ( isset( $change->value ) ) {
				$change->value = $this->attributes->declaration( $change->property, $change->value, '' );
			}
			if ( isset( $change->priority ) ) {
				$change->priority = 'important' === $change->priority ? 'important' : '';
			}
		}
	}

	/** A selection inside a control would tell by its offsets how much is typed. */
	private function selection( stdClass $data ): void {
		$kept = array();
		foreach ( Shape::each( $data->ranges ?? null, self::RANGE, array( 'start', 'end' ), $this->look ) as $range ) {
			if ( $this->memory->is_ordinary( $range->start ) && $this->memory->is_ordinary( $range->end ) ) {
				$kept[] = $range;
			} elseif ( $this->memory->knows( $range->start ) && ! $this->rules->inputs ) {
				$this->tally->add( 'selection' );
			}
		}
		$data->ranges = $kept;
	}
}
