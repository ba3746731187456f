<?php
/**
 * Labels of form fields.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Privacy\Known_Field;
use Candid\Privacy\Sensitive_Field;

use stdClass;

/**
 * Finds the labels of the fields in one event as the browser does: the label around a field, the labels that are for its
 * id, and what aria-labelledby names; and the words of the groups a field stands in. rrweb adds each node alone, so that a label and its words are two of the event's
 * trees. Of labels in earlier events the memory knows those that make a field a sensitive one.
 */
final class Field_Labels {

	/** Bytes of a label that are looked at. */
	private const LONGEST = 200;

	/** Most labels looked at in one event. */
	private const MOST = 5000;

	/** Most elements with an id whose words are gathered in one event, for fields of later events. */
	private const MOST_NAMED = 5000;

	/** @var array<int, string> What the labels say. */
	private array $texts = array();

	/** @var array<string, list<int>> Labels by the id (of HTML) of their field. */
	private array $for = array();

	/** @var array<string, list<int>> What aria-labelledby names, or may name later, by id (of HTML). */
	private array $named = array();

	/** @var array<int, list<string>> What aria-labelledby names, by the group it stands on. */
	private array $spoken = array();

	/** @var array<int, non-empty-list<int>> The labels and groups a node stands in. */
	private array $around = array();

	/** @var array<string, true> Ids (of HTML) that aria-labelledby names. */
	private array $wanted = array();

	/** @var array<int, list<stdClass>> Trees of the event by the id of their parent. */
	private array $under = array();

	/** Whether there were more labels than are looked at. */
	private bool $full = false;

	private int $gathered = 0;

	/** @param list<array{int, stdClass}> $trees Of each the id of its parent, and its root. */
	public function __construct( array $trees, private readonly Node_Memory $memory ) {
		$ids = array();
		foreach ( $trees as list( $parent, $root ) ) {
			$this->under[ $parent ][] = $root;
			$this->survey( $root, $ids );
		}
		foreach ( array_keys( $this->under ) as $parent ) {
			if ( ! isset( $ids[ $parent ] ) ) {
				$this->below( $parent, new Label_Scope( closed: $memory->is_labelled( $parent, '' ) ) );
			}
		}
		$this->remember();
	}

	/**
	 * The texts of those labels of a field, in this event, that make it a sensitive one.
	 *
	 * @param array<string, string> $attributes The field's, by lower-case name.
	 * @return list<string>
	 */
	public function of( int $id, array $attributes ): array {
		$labels = array_merge( $this->around[ $id ] ?? array(), $this->for[ $attributes['id'] ?? '' ] ?? array() );
		foreach ( self::words( $attributes['aria-labelledby'] ?? '' ) as $name ) {
			$labels = array_merge( $labels, $this->named[ $name ] ?? array() );
		}
		return $this->telling( $labels );
	}

	/**
	 * @param list<int> $labels
	 * @return list<string>
	 */
	private function telling( array $labels ): array {
		return array() === $labels ? array() : array_values( array_intersect_key( $this->texts, array_flip( $labels ) ) );
	}

	/**
	 * Whether a label that was seen before, or could not be looked at, makes the field a sensitive one.
	 *
	 * @param array<string, string> $attributes The field's, by lower-case name.
	 */
	public function is_closed( int $id, array $attributes ): bool {
		return $this->full || $this->memory->is_labelled( $id, $attributes['id'] ?? '' ) || $this->memory->names->has_words_of( $attributes['aria-labelledby'] ?? '' );
	}

	/** @param array<int, true> $ids Ids of all nodes, filled here. */
	private function survey( stdClass $node, array &$ids ): void {
		if ( is_int( $node->id ?? null ) ) {
			$ids[ $node->id ] = true;
		}
		foreach ( self::words( self::attribute( $node, 'aria-labelledby' ) ) as $name ) {
			$this->wanted[ $name ] = true;
		}
		foreach ( is_array( $node->childNodes ?? null ) ? $node->childNodes : array() as $child ) {
			if ( $child instanceof stdClass ) {
				$this->survey( $child, $ids );
			}
		}
	}

	private function node( stdClass $node, Label_Scope $around ): void {
		$id    = is_int( $node->id ?? null ) ? $node->id : null;
		$tag   = strtolower( is_string( $node->tagName ?? null ) ? $node->tagName : '' );
		$scope = '' === $tag ? $around : $this->scope( $node, $tag, $around );
		if ( is_string( $node->textContent ?? null ) && '' !== $node->textContent ) {
			foreach ( array( $scope->holders, $scope->named ) as $listeners ) {
				foreach ( $listeners as $label ) {
					$this->say( $label, $node->textContent );
				}
			}
		}
		// What is written on a button is no input, so the words of its group say nothing of it.
		$labels = Known_Field::is_button( $tag, strtolower( self::attribute( $node, 'type' ) ) ) ? $scope->labels : $scope->fields;
		if ( null !== $id && array() !== $labels ) {
			$this->around[ $id ] = $labels;
		}
		if ( null !== $id && $scope->closed ) {
			$this->memory->note_labelled( $id );
		}
		foreach ( is_array( $node->childNodes ?? null ) ? $node->childNodes : array() as $child ) {
			if ( $child instanceof stdClass ) {
				$this->node( $child, $scope );
			}
		}
		if ( null !== $id ) {
			$this->below( $id, $scope );
		}
	}

	/** What is said of what stands in an element. */
	private function scope( stdClass $node, string $tag, Label_Scope $scope ): Label_Scope {
		if ( 'label' === $tag ) {
			$label = $this->open();
			if ( null !== $label ) {
				$scope = $scope->in_label( $label );
				$for   = self::attribute( $node, 'for' );
				if ( '' !== $for ) {
					$this->for[ $for ][] = $label;
				}
			}
		} elseif ( 'legend' === $tag ) {
			$scope = $scope->in_legend();
		} elseif ( 'fieldset' === $tag || 1 === preg_match( '/(?:^|\s)(?:radio)?group(?:\s|$)/i', self::attribute( $node, 'role' ) ) ) {
			$group = $this->open();
			if ( null !== $group ) {
				$names                  = self::attribute( $node, 'aria-labelledby' );
				$scope                  = $scope->in_group( $group, $this->memory->names->has_words_of( $names ) );
				$this->spoken[ $group ] = self::words( $names );
				$this->say( $group, self::attribute( $node, 'aria-label' ) );
			}
		}
		$name = self::attribute( $node, 'id' );
		if ( '' === $name ) {
			return $scope;
		}
		$label = isset( $this->wanted[ $name ] ) ? $this->open() : $this->gather();
		if ( null === $label ) {
			return $scope;
		}
		$this->named[ $name ][] = $label;
		return isset( $this->wanted[ $name ] ) ? $scope->in_words_of( $label ) : $scope->in_named( $label );
	}

	/** The trees that the event puts under a node, each once. */
	private function below( int $parent, Label_Scope $scope ): void {
		$roots = $this->under[ $parent ] ?? array();
		unset( $this->under[ $parent ] );
		foreach ( $roots as $root ) {
			$this->node( $root, $scope );
		}
	}

	/** Number of a new label; null when there are too many. */
	private function open(): ?int {
		if ( count( $this->texts ) - $this->gathered >= self::MOST ) {
			$this->full = true;
			return null;
		}
		$this->texts[] = '';
		return count( $this->texts ) - 1;
	}

	/** Number of new words that a later event may name; null when there are too many. */
	private function gather(): ?int {
		if ( $this->gathered >= self::MOST_NAMED ) {
			$this->memory->names->note_words_of( null );
			return null;
		}
		++$this->gathered;
		$this->texts[] = '';
		return count( $this->texts ) - 1;
	}

	private function say( int $label, string $text ): void {
		$room = self::LONGEST - strlen( $this->texts[ $label ] );
		if ( $room > 0 ) {
			$this->texts[ $label ] .= ' ' . mb_strcut( $text, 0, $room, 'UTF-8' );
		}
	}

	/** Keeps the labels that make a field a sensitive one, and what later events must know of them. */
	private function remember(): void {
		foreach ( $this->spoken as $group => $names ) {
			foreach ( $names as $name ) {
				$label = $this->named[ $name ][0] ?? null;
				if ( null !== $label ) {
					$this->say( $group, $this->texts[ $label ] );
				}
			}
		}
		$this->texts = array_filter( $this->texts, static fn( string $text ): bool => null !== Sensitive_Field::word( $text ) );
		if ( array() === $this->texts ) {
			return;
		}
		foreach ( $this->around as $id => $labels ) {
			if ( array() !== $this->telling( $labels ) ) {
				$this->memory->note_labelled( $id );
			}
		}
		foreach ( $this->for as $name => $labels ) {
			if ( array() !== $this->telling( $labels ) ) {
				$this->memory->names->note_label_for( (string) $name );
			}
		}
		foreach ( $this->named as $name => $labels ) {
			if ( array() !== $this->telling( $labels ) ) {
				$this->memory->names->note_words_of( (string) $name );
			}
		}
	}

	/**
	 * The ids (of HTML) in a list of them.
	 *
	 * @return list<string>
	 */
	public static function words( string $text ): array {
		return '' === $text ? array() : array_slice( array_values( array_filter( (array) preg_split( '/[ \t\n\f\r]+/', substr( $text, 0, 1000 ) ), 'is_string' ) ), 0, 20 );
	}

	private static function attribute( stdClass $node, string $name ): string {
		$value = ( $node->attributes ?? null ) instanceof stdClass ? ( $node->attributes->{$name} ?? null ) : null;
		return is_string( $value ) ? $value : '';
	}
}
