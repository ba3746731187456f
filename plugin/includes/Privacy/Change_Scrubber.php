<?php
/**
 * Changes of a recorded page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use stdClass;

/** Incremental events: what a visitor did and what the page did, redacted in place. */
final class Change_Scrubber {

	/** rrweb's sources, and the properties of each that replay needs. Fonts, canvas commands and console lines are never stored. */
	private const SOURCES = array(
		0  => array( 'texts', 'attributes', 'removes', 'adds', 'isAttachIframe' ),
		1  => array( 'positions' ),
		2  => array( 'type', 'id', 'x', 'y', 'pointerType' ),
		3  => array( 'id', 'x', 'y' ),
		4  => array( 'width', 'height' ),
		5  => array( 'id', 'text', 'isChecked', 'userTriggered' ),
		6  => array( 'positions' ),
		7  => array( 'type', 'id', 'currentTime', 'volume', 'muted', 'loop', 'playbackRate' ),
		8  => array( 'id', 'styleId', 'adds', 'removes', 'replace', 'replaceSync' ),
		12 => array( 'positions' ),
		13 => array( 'id', 'styleId', 'index', 'set', 'remove' ),
		14 => array( 'ranges' ),
		15 => array( 'id', 'styles', 'styleIds' ),
		16 => array( 'define' ),
	);

	/** Attributes whose change can make a field a sensitive one. */
	private const TELLING = array( 'type', 'name', 'id', 'autocomplete', 'aria-label', 'placeholder', 'title', 'data-rr-is-password', 'data-candid' );

	private Tree_Scrubber $tree;

	public function __construct( private readonly Rules_In_Force $rules, private readonly Node_Memory $memory, private readonly Tally $tally ) {
		$this->tree = new Tree_Scrubber( $rules, $memory, $tally );
	}

	/** Redacts in place. False: the event must not be stored. */
	public function scrub( stdClass $data ): bool {
		$source = $data->source ?? null;
		if ( ! is_int( $source ) || ! isset( self::SOURCES[ $source ] ) ) {
			$this->tally->add( 'event-source' );
			return false;
		}
		self::only( $data, array_merge( array( 'source' ), self::SOURCES[ $source ] ) );
		switch ( $source ) {
			case 0:
				$this->mutation( $data );
				break;
			case 5:
				return $this->input( $data );
			case 8:
			case 15:
				$this->sheets( $data );
				break;
			case 13:
				$this->declaration( $data );
				break;
			case 14:
				$this->selection( $data );
				break;
			default:
				$this->plain( $data, 0 );
		}
		return true;
	}

	private function mutation( stdClass $data ): void {
		foreach ( self::objects( $data, 'adds' ) as $add ) {
			self::only( $add, array( 'parentId', 'previousId', 'nextId', 'node' ) );
			$parent = self::id( $add->parentId ?? null );
			if ( ( $add->node ?? null ) instanceof stdClass ) {
				$inside = ! $this->memory->is_ordinary( $parent );
				$field  = $this->memory->field( $parent );
				$this->tree->tree( $add->node, $inside, $inside && $this->rules->hides( null === $field || $field[1] ), $this->memory->is_style( $parent ) );
			}
		}
		foreach ( self::objects( $data, 'texts' ) as $text ) {
			self::only( $text, array( 'id', 'value' ) );
			$id = self::id( $text->id ?? null );
			if ( is_string( $text->value ?? null ) ) {
				$inside      = ! $this->memory->is_ordinary( $id );
				$text->value = $this->tree->text( $text->value, $inside, $inside && $this->rules->hides( false ), $this->memory->is_style( $id ) );
			}
		}
		foreach ( self::objects( $data, 'attributes' ) as $change ) {
			self::only( $change, array( 'id', 'attributes' ) );
			if ( ( $change->attributes ?? null ) instanceof stdClass ) {
				$this->changed( self::id( $change->id ?? null ), $change->attributes );
			}
		}
		foreach ( self::objects( $data, 'removes' ) as $remove ) {
			self::only( $remove, array( 'parentId', 'id', 'isShadow' ) );
		}
	}

	private function changed( int $id, stdClass $attributes ): void {
		$texts = Tree_Scrubber::texts( $attributes );
		$field = $this->memory->field( $id );
		$now   = Sensitive_Field::is_control( '', $texts['role'] ?? null, $texts['contenteditable'] ?? null );
		if ( null === $field && $now ) {
			$this->memory->blur();
			$this->memory->note_field( $id, '', false, '' );
			$field = $this->memory->field( $id );
		}
		if ( null !== $field && array() !== array_intersect( self::TELLING, array_keys( $texts ) ) && null !== Sensitive_Field::reason( $texts, array(), $this->rules->preset ) ) {
			$this->memory->note_field( $id, $field[0], true, $field[2] );
			$field = $this->memory->field( $id );
		}
		// A node that was never seen may be any control, a password field too.
		$control = null !== $field || ! $this->memory->is_ordinary( $id );
		$this->tree->attributes( $attributes, '', $control, $texts['type'] ?? $field[0] ?? '', null !== $field ? $field[1] : $control, $field[2] ?? '' );
	}

	private function input( stdClass $data ): bool {
		$field = $this->memory->field( self::id( $data->id ?? null ) );
		$text  = is_string( $data->text ?? null ) ? $data->text : '';
		if ( null !== $field && in_array( $field[0], array( 'hidden', 'file' ), true ) ) {
			$this->tally->add( 'sensitive-field', $field[2] );
			return false;
		}
		$look   = $field[2] ?? '';
		$secret = null === $field || $field[1];
		if ( $this->rules->hides( $secret ) ) {
			if ( ( '' !== $text && Mask::MASK !== $text ) || true === ( $data->isChecked ?? false ) ) {
				$this->tally->add( null !== $field && $field[1] ? 'sensitive-field' : 'form-input', $look );
			}
			$data->text      = Mask::value( $text );
			$data->isChecked = false;
			return true;
		}
		$data->isChecked = true === ( $data->isChecked ?? false );
		$data->text      = $this->tree->text( $text, true, false, false, $look );
		return true;
	}

	private function sheets( stdClass $data ): void {
		foreach ( array_merge( array( $data ), self::objects( $data, 'styles' ) ) as $sheet ) {
			foreach ( array( 'adds', 'rules' ) as $list ) {
				foreach ( self::objects( $sheet, $list ) as $rule ) {
					self::only( $rule, array( 'rule', 'index' ) );
					$rule->rule = $this->tree->text( is_string( $rule->rule ?? null ) ? $rule->rule : '', false, false, true );
				}
			}
			foreach ( array( 'replace', 'replaceSync' ) as $whole ) {
				if ( isset( $sheet->{$whole} ) ) {
					$sheet->{$whole} = $this->tree->text( is_string( $sheet->{$whole} ) ? $sheet->{$whole} : '', false, false, true );
				}
			}
		}
		self::objects( $data, 'removes' );
	}

	private function declaration( stdClass $data ): void {
		foreach ( array( 'set', 'remove' ) as $part ) {
			if ( ! isset( $data->{$part} ) ) {
				continue;
			}
			$change   = $data->{$part};
			$property = $change instanceof stdClass && is_string( $change->property ?? null ) ? $change->property : '';
			if ( ! $change instanceof stdClass || 1 !== preg_match( '/^[\w-]{1,100}$/D', $property ) ) {
				unset( $data->{$part} );
				continue;
			}
			self::only( $change, array( 'property', 'value', 'priority' ) );
			if ( is_string( $change->value ?? null ) ) {
				$change->value = $this->tree->declaration( $property, $change->value, '' );
			}
			if ( isset( $change->priority ) ) {
				$change->priority = 'important' === $change->priority ? 'important' : '';
			}
		}
	}

	/** A selection inside a control would tell by its offsets how much is typed. */
	private function selection( stdClass $data ): void {
		$kept = array();
		foreach ( self::objects( $data, 'ranges' ) as $range ) {
			self::only( $range, array( 'start', 'startOffset', 'end', 'endOffset' ) );
			if ( $this->memory->is_ordinary( self::id( $range->start ?? null ) ) && $this->memory->is_ordinary( self::id( $range->end ?? null ) ) ) {
				$this->plain( $range, 0 );
				$kept[] = $range;
			} elseif ( $this->memory->knows( self::id( $range->start ?? null ) ) && ! $this->rules->inputs ) {
				$this->tally->add( 'selection' );
			}
		}
		$data->ranges = $kept;
	}

	/** Events that hold numbers: a text in one is short and a known kind of word, or it goes. */
	private function plain( stdClass $data, int $depth ): void {
		foreach ( get_object_vars( $data ) as $name => $value ) {
			$name = (string) $name;
			if ( 'positions' === $name && is_array( $value ) ) {
				foreach ( self::objects( $data, 'positions' ) as $position ) {
					self::only( $position, array( 'x', 'y', 'id', 'timeOffset' ) );
					$this->plain( $position, 1 );
				}
			} elseif ( 'define' === $name && is_object( $value ) && $depth < 2 && $value instanceof stdClass ) {
				self::only( $value, array( 'name' ) );
			} elseif ( is_array( $value ) || is_object( $value ) || is_string( $value ) ) {
				unset( $data->{$name} );
				$this->tally->add( 'shape' );
			}
		}
	}

	/**
	 * The objects of a list; what is none of them is removed from it.
	 *
	 * @return list<stdClass>
	 */
	private static function objects( stdClass $data, string $name ): array {
		if ( ! isset( $data->{$name} ) ) {
			return array();
		}
		$objects       = array_values( array_filter( is_array( $data->{$name} ) ? $data->{$name} : array(), static fn( mixed $item ): bool => $item instanceof stdClass ) );
		$data->{$name} = $objects;
		return $objects;
	}

	/**
	 * Removes every property but these.
	 *
	 * @param list<string> $properties
	 */
	private static function only( stdClass $data, array $properties ): void {
		foreach ( array_keys( get_object_vars( $data ) ) as $name ) {
			if ( ! in_array( (string) $name, $properties, true ) ) {
				unset( $data->{$name} );
			}
		}
	}

	private static function id( mixed $value ): int {
		return is_int( $value ) ? $value : PHP_INT_MIN;
	}
}
