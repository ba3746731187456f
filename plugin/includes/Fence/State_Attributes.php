<?php
/**
 * Attributes that reveal a hidden value without holding it.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Domain\Findings;
use Candid\Privacy\Known_Field;

use stdClass;

/**
 * Attributes that reveal the state of a hidden control: which choice is made, how much is written. The same rules as
 * src/recorder/masking/state-attributes.ts; for a node that was never seen, the stricter of two.
 */
final class State_Attributes {

	/** Attributes of a choice that say whether it is chosen; tabindex moves with the focus among choices, and libraries write data-state. */
	private const CHOSEN = '/checked|selected|pressed|^tabindex$|(?<!media)state$/';

	private const GROWS = array( 'rows', 'cols', 'size' );

	/** How pages draw what a slider is set to. */
	private const DRAWN = '--|background-size';

	/** How pages fit a field to what is written. */
	private const FITTED = self::DRAWN . '|(?:min-|block-|inline-)?(?:height|width|size)';

	/** Before a declaration's name; and a name that is written with escapes may be any. */
	private const BEFORE  = '(?:\s|\/\*(?:[^*]|\*(?!\/))*+\*\/)*+';
	private const ESCAPED = '[^:;\\\\]*+\\\\';

	private readonly Rules_In_Force $rules;

	private readonly Node_Memory $memory;

	private readonly Findings $tally;

	public function __construct( Inspection $inspection ) {
		$this->rules  = $inspection->rules;
		$this->memory = $inspection->memory;
		$this->tally  = $inspection->tally;
	}

	/**
	 * Removes, in place, the attributes that reveal the value of a hidden control.
	 *
	 * @param bool        $choice  Whether the element is a choice, stands in one, or is a custom element.
	 * @param bool        $control Whether it is a control or stands in one.
	 * @param bool        $grown   Whether its look may have followed what is written: a field that is filled, or any later change.
	 * @param Known_Field $field   What is known of it.
	 */
	public function hush( stdClass $attributes, bool $choice, bool $control, bool $grown, Known_Field $field ): void {
		if ( ( ! $choice && ! $control ) || ! $this->rules->hides( $field->sensitive ) ) {
			return;
		}
		foreach ( get_object_vars( $attributes ) as $name => $value ) {
			$key = strtolower( (string) $name );
			if ( ( $choice && 1 === preg_match( self::CHOSEN, $key ) ) || ( $control && $grown && in_array( $key, self::GROWS, true ) ) ) {
				unset( $attributes->{$name} );
				// rrweb writes false for an attribute that is not set, which reveals nothing.
				if ( false !== $value ) {
					$this->told( $field );
				}
			} elseif ( 'style' === $key && $control ) {
				$rest = $this->style( $value, $grown ? self::FITTED : self::DRAWN );
				if ( $rest !== $value ) {
					$attributes->{$name} = $rest;
					$this->told( $field );
				}
			}
		}
	}

	/** Whether a pointer position over the node would reveal a choice. */
	public function is_silent( int $id ): bool {
		$is = $this->memory->is_choice( $id ) && $this->rules->hides( $this->memory->is_closed( $id ) );
		if ( $is ) {
			$this->told( $this->memory->field( $id ) );
		}
		return $is;
	}

	/** Whether the node is a hidden control: its scroll offset would reveal how much is written in it. */
	public function is_still( int $id ): bool {
		$is = $this->memory->is_content( $id ) && $this->rules->hides( ! $this->memory->knows( $id ) || $this->memory->is_closed( $id ) );
		if ( $is ) {
			$this->told( $this->memory->field( $id ) );
		}
		return $is;
	}

	/** The rest of a style: a text, or changed declarations by their name. */
	private function style( mixed $style, string $told ): mixed {
		if ( is_string( $style ) ) {
			// A style on which the regular expression gives up is removed.
			return preg_replace( '/(^|;)' . self::BEFORE . '(?:' . $told . '|' . self::ESCAPED . ')[^;]*+/i', '', $style ) ?? '';
		}
		if ( ! $style instanceof stdClass ) {
			return $style;
		}
		$rest = clone $style;
		foreach ( array_keys( get_object_vars( $style ) ) as $property ) {
			if ( 1 === preg_match( '/^(?:' . $told . ')/i', (string) $property ) ) {
				unset( $rest->{$property} );
			}
		}
		return Event_Shape::size( $rest ) === Event_Shape::size( $style ) ? $style : $rest;
	}

	private function told( ?Known_Field $field ): void {
		$this->tally->add( null !== $field && $field->sensitive ? 'sensitive-field' : 'form-input', $field->look ?? '' );
	}
}
