<?php
/**
 * Changes of a recorded page.
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
use stdClass;

/**
 * Incremental events: what a visitor did and what the page did, with what they may hold. Sources without a shape in the
 * event contract (fonts, canvas commands, console lines) are never stored.
 */
final class Change_Scrubber {

	/** Attributes whose change can make a field a sensitive one. */
	private const TELLING = array( 'type', 'name', 'id', 'autocomplete', 'aria-label', 'aria-labelledby', 'placeholder', 'title', 'data-name', 'data-rr-is-password', 'data-candid' );

	private readonly Rules_In_Force $rules;

	private readonly Node_Memory $memory;

	private readonly Findings $tally;

	private readonly Node_Attributes $attributes;

	private readonly State_Attributes $states;

	public function __construct( private readonly Inspection $inspection ) {
		$this->rules      = $inspection->rules;
		$this->memory     = $inspection->memory;
		$this->tally      = $inspection->tally;
		$this->attributes = new Node_Attributes( $inspection );
		$this->states     = new State_Attributes( $inspection );
	}

	/** Leaves of the event's data what may be stored, in place. False: nothing of it may. */
	public function scrub( stdClass $data ): bool {
		$source = $data->source ?? null;
		if ( ! is_int( $source ) || ! isset( Event_Contract::SHAPE_OF_SOURCE[ $source ] ) ) {
			$this->tally->add( 'event-source' );
			return false;
		}
		if ( ! Event_Shape::clean( $data, Event_Contract::SHAPE_OF_SOURCE[ $source ], $this->inspection ) ) {
			$this->tally->add( 'shape' );
			return false;
		}
		switch ( $source ) {
			case Event_Contract::SOURCE_MUTATION:
				$this->mutation( $data );
				return true;
			case Event_Contract::SOURCE_MOUSE_INTERACTION:
				return ! $this->states->is_silent( $data->id );
			case Event_Contract::SOURCE_SCROLL:
				return ! $this->states->is_still( $data->id );
			case Event_Contract::SOURCE_INPUT:
				return $this->input( $data );
			case Event_Contract::SOURCE_STYLE_SHEET_RULE:
			case Event_Contract::SOURCE_ADOPTED_STYLE_SHEET:
				$this->sheets( $data );
				return true;
			case Event_Contract::SOURCE_STYLE_DECLARATION:
				$this->declaration( $data );
				return true;
			case Event_Contract::SOURCE_SELECTION:
				$this->selection( $data );
				return true;
			default:
				return ! isset( $data->positions ) || $this->moves( $data );
		}
	}

	/** Where the pointer was. False: none of its positions may be stored. */
	private function moves( stdClass $data ): bool {
		$given           = $data->positions;
		$data->positions = array_values( array_filter( $given, fn( stdClass $position ): bool => ! $this->states->is_silent( $position->id ) ) );
		return array() !== $data->positions || array() === $given;
	}

	private function mutation( stdClass $data ): void {
		foreach ( array( 'adds', 'texts', 'attributes', 'removes' ) as $list ) {
			$data->{$list} ??= array();
		}
		$tree       = new Tree_Scrubber( $this->inspection, array_values( array_map( static fn( stdClass $add ): array => array( $add->parentId, $add->node ), $data->adds ) ) );
		$data->adds = array_values( array_filter( $data->adds, fn( stdClass $add ): bool => $tree->node( $add->node, $this->memory->place_in( $add->parentId ) ) ) );
		foreach ( $data->texts as $text ) {
			$text->value = $tree->text( $text->value, $this->memory->place_in( $text->id ) );
		}
		foreach ( $data->attributes as $change ) {
			$this->changed( $change );
		}
	}

	private function changed( stdClass $change ): void {
		$this->inspection->deadline->spend();
		$id     = $change->id;
		$texts  = Tree_Scrubber::texts( $change->attributes );
		$field  = $this->memory->field( $id );
		$closed = $this->closes( $id, $texts, $field );
		if ( null === $field && Sensitive_Field::is_marked( $texts ) ) {
			$this->memory->shut();
		}
		if ( null !== $field ) {
			if ( $closed ) {
				$this->memory->close( $id );
			}
		} elseif ( Sensitive_Field::is_control( '', $texts['role'] ?? null, $texts['contenteditable'] ?? null ) ) {
			$this->memory->blur( $closed );
			if ( ! $this->memory->note_field( $id, new Known_Field( '', '', $closed, '' ) ) ) {
				$this->memory->note( $id, Node_Place::in_page()->closed() );
			}
		}
		// A node that was never seen may be any control, a password field too.
		$place = $this->memory->place_in( $id );
		$field = $this->memory->field( $id ) ?? new Known_Field( '', '', $place->secret, '' );
		if ( Choice_Labels::is_choice( $field->tag, $texts ) ) {
			$this->memory->note_choice( $id );
		}
		$this->states->hush( $change->attributes, $this->memory->says_choice( $id ), $this->memory->is_content( $id ), true, $field );
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

	/** What was written or chosen in a control. False: nothing of it may be stored. */
	private function input( stdClass $data ): bool {
		$field = $this->memory->field( $data->id );
		$text  = $data->text ?? '';
		$rule  = null !== $field && $field->sensitive ? 'sensitive-field' : 'form-input';
		$place = $this->memory->place_in( $data->id );
		if ( null !== $field && in_array( $field->type, array( 'hidden', 'file' ), true ) ) {
			$this->tally->add( 'sensitive-field', $field->look );
			return false;
		}
		$is_checked = true === ( $data->isChecked ?? false );
		if ( ! $this->rules->hides( null === $field || $field->sensitive ) ) {
			$data->isChecked = $is_checked;
			$data->text      = ( new Tree_Scrubber( $this->inspection ) )->text( $text, Node_Place::in_control( $place->look ) );
			return true;
		}
		if ( 'select' === ( $field->tag ?? '' ) || $this->memory->is_choice( $data->id ) ) {
			// A choice cannot show a mask, and the change itself tells what was chosen.
			$this->tally->add( $rule, $place->look );
			return false;
		}
		if ( ( '' !== $text && Mask::MASK !== $text ) || $is_checked ) {
			$this->tally->add( $rule, $place->look );
		}
		$data->text      = Mask::value( $text );
		$data->isChecked = false;
		return true;
	}

	private function sheets( stdClass $data ): void {
		foreach ( array( 'replace', 'replaceSync' ) as $whole ) {
			if ( isset( $data->{$whole} ) ) {
				$data->{$whole} = $this->css( $data->{$whole} );
			}
		}
		$this->css_rules( $data->adds ?? array() );
		foreach ( $data->styles ?? array() as $sheet ) {
			$sheet->rules ??= array();
			$this->css_rules( $sheet->rules );
		}
	}

	/** @param list<stdClass> $rules */
	private function css_rules( array $rules ): void {
		foreach ( $rules as $rule ) {
			$rule->rule = $this->css( $rule->rule );
		}
	}

	private function css( string $text ): string {
		$this->inspection->deadline->spend( strlen( $text ) );
		$scrubbed = $this->rules->styles->scrub( $text, $this->rules->preset );
		if ( $scrubbed !== $text ) {
			$this->tally->add( 'style' );
		}
		return $scrubbed;
	}

	private function declaration( stdClass $data ): void {
		foreach ( array( 'set', 'remove' ) as $part ) {
			if ( ! isset( $data->{$part} ) ) {
				continue;
			}
			$change   = $data->{$part};
			$property = $change->property ?? '';
			if ( ! Node_Attributes::is_property( $property ) ) {
				unset( $data->{$part} );
				$this->tally->add( 'shape' );
				continue;
			}
			if ( isset( $change->value ) ) {
				$change->value = $this->attributes->declaration( $property, $change->value, '' );
			}
			if ( isset( $change->priority ) ) {
				$change->priority = 'important' === $change->priority ? 'important' : '';
			}
		}
	}

	/** A selection inside a control would tell by its offsets how much is typed. */
	private function selection( stdClass $data ): void {
		$kept = array();
		foreach ( $data->ranges ?? array() as $range ) {
			if ( $this->memory->is_ordinary( $range->start ) && $this->memory->is_ordinary( $range->end ) ) {
				$kept[] = $range;
			} elseif ( $this->memory->knows( $range->start ) && ! $this->rules->inputs ) {
				$this->tally->add( 'selection' );
			}
		}
		$data->ranges = $kept;
	}
}
