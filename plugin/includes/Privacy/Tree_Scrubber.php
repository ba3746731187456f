<?php
/**
 * Nodes of a recorded page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use stdClass;

/** Walks serialised nodes and redacts in place, and tells the memory what each id is. */
final class Tree_Scrubber {

	/** Properties of a serialised node that replay needs; everything else is removed. */
	private const PROPERTIES = array( 'id', 'type', 'rootId', 'tagName', 'attributes', 'childNodes', 'isSVG', 'isCustom', 'needBlock', 'isShadow', 'isShadowHost', 'textContent', 'isStyle', 'compatMode', 'name', 'publicId', 'systemId' );

	private const DOCUMENT = 0;
	private const DOCTYPE  = 1;
	private const ELEMENT  = 2;
	private const TEXT     = 3;

	/** Elements whose content nobody sees. */
	private const UNSEEN = array( 'script', 'noscript', 'template' );

	/** @var array<string, string> Texts of labels by the id of their field. */
	private array $labels = array();

	public function __construct( private readonly Rules_In_Force $rules, private readonly Node_Memory $memory, private readonly Tally $tally ) {
	}

	/**
	 * A tree that stands for itself (a full snapshot) or was added under a node.
	 *
	 * @param stdClass $node   The serialised node.
	 * @param bool     $inside Whether it is put into a form control.
	 * @param bool     $hidden Whether that control's content is hidden.
	 * @param bool     $style  Whether it is put into a style element.
	 */
	public function tree( stdClass $node, bool $inside = false, bool $hidden = false, bool $style = false ): void {
		$this->labels = array();
		$this->collect_labels( $node );
		$this->node( $node, $inside, $hidden, $style, '' );
	}

	/**
	 * A text as it may be stored.
	 *
	 * @param bool $inside Whether it is the content of a control.
	 * @param bool $hidden Whether that content is hidden.
	 */
	public function text( string $text, bool $inside, bool $hidden, bool $style, string $look = '' ): string {
		if ( $style ) {
			return $this->counted( $text, $this->rules->styles->scrub( $text, $this->rules->preset ), 'style', $look );
		}
		if ( $inside && $hidden ) {
			return $this->counted( $text, Mask::is_blank( $text ) ? '' : Mask::MASK, 'form-input', $look, $text );
		}
		return $this->counted( $text, Text_Scrubber::scrub( $text, $inside ? $this->rules->preset : 'open' ), 'secret-text', $look );
	}

	/**
	 * Attributes of a known or unknown element, in place.
	 *
	 * @param stdClass $attributes By name; null, bool, number, text, or for "style" an object of declarations.
	 * @param string   $tag        Empty when unknown.
	 * @param bool     $control    Whether it is, or may be, a form control.
	 */
	public function attributes( stdClass $attributes, string $tag, bool $control, string $type, bool $sensitive, string $look ): void {
		$hides = $this->rules->hides( $sensitive );
		foreach ( get_object_vars( $attributes ) as $name => $value ) {
			$name = (string) $name;
			$key  = strtolower( $name );
			if ( is_string( $value ) ) {
				$scrubbed = $this->attribute( $tag, $name, $value, $control, $type, $sensitive, $hides, $look );
				if ( null === $scrubbed ) {
					unset( $attributes->{$name} );
				} else {
					$attributes->{$name} = $scrubbed;
				}
			} elseif ( 'style' === $key && $value instanceof stdClass ) {
				$this->declarations( $value, $look );
			} elseif ( is_array( $value ) || $value instanceof stdClass ) {
				unset( $attributes->{$name} );
				$this->tally->add( 'shape', $look );
			} elseif ( $control && $hides && null !== $value && in_array( $key, array( 'value', 'checked', 'selected', 'label' ), true ) ) {
				unset( $attributes->{$name} );
				if ( false !== $value ) {
					$this->tally->add( $sensitive ? 'sensitive-field' : 'form-input', $look );
				}
			}
		}
	}

	private function attribute( string $tag, string $name, string $value, bool $control, string $type, bool $sensitive, bool $hides, string $look ): ?string {
		$key = strtolower( $name );
		// The mask itself tells nothing; the recorder shows with it that a field is filled.
		if ( Mask::MASK === $value ) {
			return $value;
		}
		if ( 'type' === $key || ( '' === $value && 'value' === $key ) ) {
			return Text_Scrubber::scrub( $value, 'open' );
		}
		$scrubbed = $this->rules->attributes->scrub( $tag, $name, $value, $this->rules->preset, false, $control, ! $hides, $type, $sensitive );
		if ( $scrubbed === $value ) {
			return $value;
		}
		// What only the preset takes away may stand in a part of the page the owner allowed: no leak to tell of.
		if ( $this->rules->attributes->scrub( $tag, $name, $value, 'open', false, $control, ! $hides, $type, $sensitive ) !== $value ) {
			$content = $control && in_array( $key, array( 'value', 'placeholder', 'label' ), true );
			$this->tally->add( $content ? ( $sensitive ? 'sensitive-field' : 'form-input' ) : ( str_contains( $key, 'style' ) || '_csstext' === $key ? 'style' : 'attribute-' . substr( $key, 0, 30 ) ), $look );
		}
		return null === $scrubbed && 'value' === $key && $control && in_array( $type, array( '', 'text', 'search', 'email', 'tel', 'url', 'password', 'number' ), true ) ? Mask::MASK : $scrubbed;
	}

	/** Changed declarations of a style attribute: text, or a list of text and priority. */
	private function declarations( stdClass $style, string $look ): void {
		foreach ( get_object_vars( $style ) as $property => $value ) {
			$property = (string) $property;
			if ( is_string( $value ) ) {
				$style->{$property} = $this->declaration( $property, $value, $look );
			} elseif ( is_array( $value ) && is_string( $value[0] ?? null ) ) {
				$style->{$property} = array( $this->declaration( $property, $value[0], $look ), 'important' === ( $value[1] ?? '' ) ? 'important' : '' );
			} elseif ( false !== $value ) {
				unset( $style->{$property} );
			}
		}
	}

	/** One declaration's value. */
	public function declaration( string $property, string $value, string $look ): string {
		$scrubbed = substr( $this->rules->styles->scrub_style( $property . ':' . $value, $this->rules->preset ), strlen( $property ) + 1 );
		return $this->counted( $value, $scrubbed, 'style', $look );
	}

	private function node( stdClass $node, bool $inside, bool $hidden, bool $style, string $label, string $around = '' ): void {
		foreach ( array_keys( get_object_vars( $node ) ) as $property ) {
			if ( ! in_array( $property, self::PROPERTIES, true ) ) {
				unset( $node->{$property} );
			}
		}
		$id = is_int( $node->id ?? null ) ? $node->id : 0;
		switch ( $node->type ?? null ) {
			case self::ELEMENT:
				$this->element( $node, $id, $inside, $hidden, $label );
				return;
			case self::TEXT:
				$this->memory->note( $id, $inside, $style );
				$node->textContent = $this->text( is_string( $node->textContent ?? null ) ? $node->textContent : '', $inside, $hidden, $style, $around );
				unset( $node->childNodes, $node->attributes );
				return;
			case self::DOCUMENT:
			case self::DOCTYPE:
				$this->memory->note( $id, false, false );
				unset( $node->attributes, $node->textContent );
				foreach ( array( 'name', 'publicId', 'systemId', 'compatMode' ) as $word ) {
					if ( isset( $node->{$word} ) && ( ! is_string( $node->{$word} ) || 1 !== preg_match( '~^[\w .:/+-]{0,120}$~D', $node->{$word} ) || Text_Scrubber::scrub( $node->{$word}, 'balanced' ) !== $node->{$word} ) ) {
						$node->{$word} = '';
					}
				}
				if ( self::DOCTYPE === $node->type ) {
					unset( $node->childNodes );
					return;
				}
				$this->children( $node, false, false, false, '' );
				return;
			default:
				// Comments, CDATA sections and what is not known: the node stays in its place, empty.
				$this->memory->note( $id, $inside, $style );
				if ( '' !== ( $node->textContent ?? '' ) ) {
					$this->tally->add( 'comment' );
				}
				unset( $node->childNodes, $node->attributes, $node->tagName );
				$node->textContent = '';
		}
	}

	private function element( stdClass $node, int $id, bool $inside, bool $hidden, string $label ): void {
		$tag   = strtolower( is_string( $node->tagName ?? null ) ? $node->tagName : '' );
		$given = ( $node->attributes ?? null ) instanceof stdClass ? $node->attributes : new stdClass();
		$texts = self::texts( $given );

		$node->attributes = $given;
		unset( $node->textContent );
		$control = Sensitive_Field::is_control( $tag, $texts['role'] ?? null, $texts['contenteditable'] ?? null );
		$look    = self::look( $tag, $texts );
		$reason  = $control ? Sensitive_Field::reason( $texts, array( $label, $this->labels[ $texts['id'] ?? '' ] ?? '' ), $this->rules->preset ) : null;
		$secret  = null !== $reason || ( $inside && $hidden && $this->rules->inputs );
		$this->memory->note( $id, $inside, 'style' === $tag );
		if ( $control ) {
			$this->memory->note_field( $id, strtolower( $texts['type'] ?? $tag ), $secret, $look );
			$inside = true;
			$hidden = $hidden || $this->rules->hides( $secret );
		}
		$this->attributes( $given, $tag, $control || $inside, strtolower( $texts['type'] ?? '' ), $secret, $look );
		if ( in_array( $tag, self::UNSEEN, true ) ) {
			if ( $this->has_text( $node ) ) {
				$this->tally->add( 'unseen', $look );
			}
			$node->childNodes = array();
			return;
		}
		$this->children( $node, $inside, $hidden, 'style' === $tag, 'label' === $tag ? self::text_of( $node, 200 ) : $label, $look );
	}

	private function children( stdClass $node, bool $inside, bool $hidden, bool $style, string $label, string $look = '' ): void {
		$children         = is_array( $node->childNodes ?? null ) ? $node->childNodes : array();
		$node->childNodes = array_values( array_filter( $children, static fn( mixed $child ): bool => $child instanceof stdClass ) );
		foreach ( $node->childNodes as $child ) {
			$this->node( $child, $inside, $hidden, $style, $label, $look );
		}
	}

	private function collect_labels( stdClass $node ): void {
		$for = 'label' === ( $node->tagName ?? '' ) && ( $node->attributes ?? null ) instanceof stdClass ? ( $node->attributes->for ?? null ) : null;
		if ( is_string( $for ) && count( $this->labels ) < 1000 ) {
			$this->labels[ $for ] = self::text_of( $node, 200 );
		}
		foreach ( is_array( $node->childNodes ?? null ) ? $node->childNodes : array() as $child ) {
			if ( $child instanceof stdClass ) {
				$this->collect_labels( $child );
			}
		}
	}

	private function has_text( stdClass $node ): bool {
		return ! in_array( trim( self::text_of( $node, 100 ) ), array( '', 'SCRIPT_PLACEHOLDER' ), true );
	}

	/** The text under a node, at most so many bytes. */
	private static function text_of( stdClass $node, int $bytes ): string {
		$text = is_string( $node->textContent ?? null ) ? $node->textContent : '';
		foreach ( is_array( $node->childNodes ?? null ) ? $node->childNodes : array() as $child ) {
			if ( strlen( $text ) >= $bytes ) {
				break;
			}
			if ( $child instanceof stdClass ) {
				$text .= ' ' . self::text_of( $child, $bytes - strlen( $text ) );
			}
		}
		$cut = substr( $text, 0, $bytes );
		// Never half a character.
		return preg_replace( '/[\xC0-\xFF][\x80-\xBF]*$/D', '', $cut ) ?? '';
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

	/**
	 * What an element looks like, for the owner: tag and name, id or first class; letters that cannot be a value.
	 *
	 * @param array<string, string> $texts
	 */
	public static function look( string $tag, array $texts ): string {
		$tag = (string) preg_replace( '/[^a-z0-9-]/', '', substr( $tag, 0, 30 ) );
		foreach ( array( 'name' => '[name=%s]', 'id' => '#%s', 'class' => '.%s' ) as $attribute => $form ) {
			$word = strtok( $texts[ $attribute ] ?? '', " \t\n" );
			if ( false !== $word && strlen( $word ) <= 60 && 1 === preg_match( '/^[\w\[\]-]+$/D', $word ) && Text_Scrubber::scrub( $word, 'balanced' ) === $word ) {
				return $tag . sprintf( $form, $word );
			}
		}
		return $tag;
	}

	/** The scrubbed text, counted when it differs. */
	private function counted( string $text, string $scrubbed, string $rule, string $look, string $shown = '' ): string {
		if ( $scrubbed !== $text && ! ( '' !== $shown && Mask::is_blank( $shown ) ) ) {
			$this->tally->add( $rule, $look );
		}
		return $scrubbed;
	}
}
