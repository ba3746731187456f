<?php
/**
 * Attributes of one recorded element.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Contracts\Privacy_Rules_Contract;
use Candid\Domain\Findings;
use Candid\Privacy\Known_Field;
use Candid\Privacy\Mask;
use Candid\Privacy\Text_Scrubber;
use stdClass;

/** Attributes as rrweb writes them: text, null for a removed one, true for an empty one, its own numbers, changed declarations of a style. */
final class Node_Attributes {

	/** What rrweb itself notes as a number. */
	private const NUMBERS = array( 'rr_scrollleft', 'rr_scrolltop', 'rr_mediacurrenttime', 'rr_mediaplaybackrate', 'rr_mediavolume' );

	/** Inputs in which the mask itself can be shown. */
	private const TYPED = array( '', 'text', 'search', 'email', 'tel', 'url', 'password', 'number' );

	private readonly Rules_In_Force $rules;

	private readonly Findings $tally;

	/** @var array<string, true> */
	private array $content;

	public function __construct( private readonly Inspection $inspection ) {
		$this->rules   = $inspection->rules;
		$this->tally   = $inspection->tally;
		$this->content = array_fill_keys( explode( ' ', Privacy_Rules_Contract::RULES['attributes']['content'] ), true );
	}

	/**
	 * Redacts in place.
	 *
	 * @param stdClass    $attributes By name.
	 * @param bool        $control    Whether the element is a form control or the content of one.
	 * @param bool        $masked     Whether it is a sensitive one, or what stands in something sensitive: of that, no address of a picture stays either.
	 * @param Known_Field $field      What is known of it.
	 */
	public function scrub( stdClass $attributes, bool $control, bool $masked, Known_Field $field ): void {
		$hides = $this->rules->hides( $field->sensitive );
		foreach ( (array) $attributes as $name => $value ) {
			$name = (string) $name;
			$key  = strtolower( $name );
			$this->inspection->deadline->spend( is_string( $value ) ? strlen( $value ) : 0 );
			if ( ! Event_Shape::is_name( $name ) ) {
				// Frameworks and broken mark-up make such names ("@click"), and no replay can set them; only a name that holds a secret is a leak.
				unset( $attributes->{$name} );
				if ( Event_Shape::is_telling( $name ) ) {
					$this->tally->add( 'shape', $field->look );
				}
			} elseif ( is_string( $value ) ) {
				$scrubbed = $this->text( $name, $value, $control, $masked, $hides, $field );
				if ( null === $scrubbed ) {
					unset( $attributes->{$name} );
				} else {
					$attributes->{$name} = $scrubbed;
				}
			} elseif ( 'style' === $key && $value instanceof stdClass ) {
				$attributes->{$name} = $this->declarations( $value, $masked, $field->look );
			} elseif ( is_bool( $value ) ) {
				$this->flag( $attributes, $name, $value, $control && $hides, $field );
			} elseif ( in_array( $key, self::NUMBERS, true ) && null !== Event_Shape::number( $value ) ) {
				$this->figure( $attributes, $name, $value, $control && $hides, $field );
			} elseif ( null !== $value ) {
				unset( $attributes->{$name} );
				$this->tally->add( 'shape', $field->look );
			}
		}
	}

	/** One declaration's value. */
	public function declaration( string $property, string $value, \Stringable|string $look, bool $masked = false ): string {
		$scrubbed = substr( $this->rules->styles->scrub_style( $property . ':' . $value, $masked ? 'strict' : $this->rules->preset ), strlen( $property ) + 1 );
		if ( $scrubbed !== $value ) {
			$this->tally->add( 'style', $look );
		}
		return $scrubbed;
	}

	/** Whether it can name a property of a style and holds no secret. */
	public static function is_property( string $name ): bool {
		return 1 === preg_match( '/^-{0,2}[A-Za-z_][\w-]{0,100}$/D', $name ) && ! Event_Shape::is_telling( $name );
	}

	private function text( string $name, string $value, bool $control, bool $masked, bool $hides, Known_Field $field ): ?string {
		$key = strtolower( $name );
		// The recorder writes the mask to show that a field is filled, and in the caption of a button.
		if ( Mask::MASK === $value || ( 'value' === $key && Known_Field::is_button( $field->tag, $field->type ) && Mask::text( $value ) === $value ) ) {
			return $value;
		}
		if ( 'type' === $key || ( '' === $value && 'value' === $key ) ) {
			return Text_Scrubber::scrub( $value, 'open' );
		}
		$scrubbed = $this->rules->attributes->scrub( $field->tag, $name, $value, $this->rules->preset, $masked, $control, ! $hides, $field->type, $field->sensitive );
		if ( $scrubbed === $value ) {
			return $value;
		}
		// A value that only the preset masks may come from a part of the page the owner allowed: that is no leak.
		if ( $this->rules->attributes->scrub( $field->tag, $name, $value, 'open', $masked, $control, ! $hides, $field->type, $field->sensitive ) !== $value ) {
			$content = $control && in_array( $key, array( 'value', 'placeholder', 'label' ), true );
			$this->tally->add( $content ? $this->rule( $field ) : Leak_Name::attribute( $key ), $field->look );
		}
		return null === $scrubbed && 'value' === $key && $control && in_array( $field->type, self::TYPED, true ) ? Mask::MASK : $scrubbed;
	}

	/** True is an empty text: of a control it may say what is chosen. */
	private function flag( stdClass $attributes, string $name, bool $value, bool $closed, Known_Field $field ): void {
		$key = strtolower( $name );
		if ( ( $closed && isset( $this->content[ $key ] ) ) || ( 'aria-checked' === $key && ! $this->rules->inputs ) ) {
			unset( $attributes->{$name} );
			if ( $value ) {
				$this->tally->add( $this->rule( $field ), $field->look );
			}
		}
	}

	/** How far a control is scrolled tells how much is in it. */
	private function figure( stdClass $attributes, string $name, mixed $value, bool $closed, Known_Field $field ): void {
		$attributes->{$name} = Event_Shape::number( $value );
		$is_scroll           = str_starts_with( strtolower( $name ), 'rr_scroll' );
		if ( $closed && $is_scroll ) {
			unset( $attributes->{$name} );
			$this->tally->add( $this->rule( $field ), $field->look );
		} elseif ( $is_scroll && Event_Shape::is_beyond( $value ) ) {
			$this->tally->add( 'shape', $field->look );
		}
	}

	private function rule( Known_Field $field ): string {
		return $field->sensitive ? 'sensitive-field' : 'form-input';
	}

	/** Changed declarations of a style attribute: text, or a list of text and priority, or false for a removed one. */
	private function declarations( stdClass $style, bool $masked, \Stringable|string $look ): stdClass {
		$made = new stdClass();
		$lost = false;
		foreach ( (array) $style as $property => $value ) {
			$property = (string) $property;
			$this->inspection->deadline->spend();
			if ( ! self::is_property( $property ) ) {
				$lost = true;
			} elseif ( is_string( $value ) ) {
				$made->{$property} = $this->declaration( $property, $value, $look, $masked );
			} elseif ( is_array( $value ) && is_string( $value[0] ?? null ) ) {
				$made->{$property} = array( $this->declaration( $property, $value[0], $look, $masked ), 'important' === ( $value[1] ?? '' ) ? 'important' : '' );
			} elseif ( false === $value ) {
				$made->{$property} = false;
			} else {
				$lost = true;
			}
		}
		if ( $lost ) {
			$this->tally->add( 'shape', $look );
		}
		return $made;
	}
}
