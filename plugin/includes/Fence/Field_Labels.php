<?php
/**
 * Labels of form fields.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Domain\Deadline;
use Candid\Privacy\Known_Field;
use stdClass;

/**
 * Finds the labels of the fields in one event as the browser does: the label around a field, the labels that are for its
 * id, and what aria-labelledby names; and the words of the groups a field stands in. rrweb adds each node alone, so that a label and its words are two of the event's
 * trees. Of labels in earlier events the memory knows those that make a field a sensitive one.
 */
final class Field_Labels {

	private readonly Label_Texts $texts;

	/** @var array<string, list<int>> Labels by the id (of HTML) of their field. */
	private array $for = array();

	/** @var array<string, list<int>> What aria-labelledby names, or may name later, by id (of HTML). */
	private array $named = array();

	/** @var array<string, string> After the walk: the sensitive words of the labels for an id (of HTML). */
	private array $sensitive_for = array();

	/** @var array<string, string> And those of the elements with an id. */
	private array $sensitive_named = array();

	/** @var array<int, list<string>> What aria-labelledby names, by the group it stands on. */
	private array $spoken = array();

	/** @var array<int, Label_Scope> The labels and groups a node stands in. */
	private array $around = array();

	/** @var array<int, true> Buttons: what is written on one is no input, so the words of its group say nothing of it. */
	private array $buttons = array();

	/** @var array<string, true> Ids (of HTML) that aria-labelledby names. */
	private array $wanted = array();

	/** @var array<int, list<stdClass>> Trees of the event by the id of their parent. */
	private array $under = array();

	/** @param list<array{int, stdClass}> $trees Of each the id of its parent, and its root. */
	public function __construct( array $trees, private readonly Node_Memory $memory, private readonly Deadline $deadline ) {
		$this->texts = new Label_Texts();
		$ids         = array();
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
	 * The words of the first label of a field, in this event, that makes it a sensitive one; null when none does.
	 *
	 * @param array<string, string> $attributes The field's, by lower-case name.
	 */
	public function sensitive( int $id, array $attributes ): ?string {
		$words = $this->sensitive_around( $id ) ?? $this->sensitive_for[ $attributes['id'] ?? '' ] ?? null;
		if ( null !== $words || array() === $this->sensitive_named ) {
			return $words;
		}
		foreach ( Id_List::of( $attributes['aria-labelledby'] ?? '' ) as $name ) {
			if ( isset( $this->sensitive_named[ $name ] ) ) {
				return $this->sensitive_named[ $name ];
			}
		}
		return null;
	}

	/** The same of the labels and groups that a node stands in. */
	private function sensitive_around( int $id ): ?string {
		return isset( $this->around[ $id ] ) ? $this->around[ $id ]->sensitive( $this->texts, isset( $this->buttons[ $id ] ) ) : null;
	}

	/**
	 * Whether a label that was seen before, or could not be looked at, makes the field a sensitive one.
	 *
	 * @param array<string, string> $attributes The field's, by lower-case name.
	 */
	public function is_closed( int $id, array $attributes ): bool {
		return $this->texts->is_full() || $this->memory->is_labelled( $id, $attributes['id'] ?? '' ) || $this->memory->names->has_words_of( $attributes['aria-labelledby'] ?? '' );
	}

	/** @param array<int, true> $ids Ids of all nodes, filled here. */
	private function survey( stdClass $node, array &$ids ): void {
		$this->deadline->spend();
		if ( is_int( $node->id ?? null ) ) {
			$ids[ $node->id ] = true;
		}
		$names = self::attribute( $node->attributes ?? null, 'aria-labelledby' );
		foreach ( '' === $names ? array() : Id_List::of( $names ) as $name ) {
			$this->wanted[ $name ] = true;
		}
		foreach ( is_array( $node->childNodes ?? null ) ? $node->childNodes : array() as $child ) {
			if ( $child instanceof stdClass ) {
				$this->survey( $child, $ids );
			}
		}
	}

	private function node( stdClass $node, Label_Scope $around ): void {
		$this->deadline->spend();
		$id    = is_int( $node->id ?? null ) ? $node->id : null;
		$tag   = strtolower( is_string( $node->tagName ?? null ) ? $node->tagName : '' );
		$scope = '' === $tag ? $around : $this->scope( $node, $tag, $around );
		if ( is_string( $node->textContent ?? null ) && '' !== $node->textContent ) {
			$scope->say( $this->texts, $node->textContent );
		}
		if ( null !== $id && array() !== $scope->fields ) {
			$this->around[ $id ] = $scope;
			if ( 'input' === $tag && Known_Field::is_button( $tag, strtolower( self::attribute( $node->attributes ?? null, 'type' ) ) ) ) {
				$this->buttons[ $id ] = true;
			}
		}
		if ( null !== $id && $scope->closed ) {
			$this->memory->note_labelled( $id );
		}
		foreach ( is_array( $node->childNodes ?? null ) ? $node->childNodes : array() as $child ) {
			if ( $child instanceof stdClass ) {
				$this->node( $child, $scope );
			}
		}
		if ( null !== $id && isset( $this->under[ $id ] ) ) {
			$this->below( $id, $scope );
		}
	}

	/** What is said of what stands in an element. */
	private function scope( stdClass $node, string $tag, Label_Scope $scope ): Label_Scope {
		$attributes = $node->attributes ?? null;
		$role       = self::attribute( $attributes, 'role' );
		if ( 'label' === $tag ) {
			$label = $this->texts->open();
			if ( null !== $label ) {
				$scope = $scope->in_label( $label );
				$for   = self::attribute( $attributes, 'for' );
				if ( '' !== $for ) {
					$this->for[ $for ][] = $label;
				}
			}
		} elseif ( 'legend' === $tag ) {
			$scope = $scope->in_legend();
		} elseif ( 'fieldset' === $tag || ( '' !== $role && 1 === preg_match( '/(?:^|\s)(?:radio)?group(?:\s|$)/i', $role ) ) ) {
			$group = $this->texts->open();
			if ( null !== $group ) {
				$names                  = self::attribute( $attributes, 'aria-labelledby' );
				$scope                  = $scope->in_group( $group, $this->memory->names->has_words_of( $names ) );
				$this->spoken[ $group ] = Id_List::of( $names );
				$this->texts->add( $group, self::attribute( $attributes, 'aria-label' ) );
			}
		}
		$name = self::attribute( $attributes, 'id' );
		if ( '' === $name ) {
			return $scope;
		}
		$label = isset( $this->wanted[ $name ] ) ? $this->texts->open() : $this->gather();
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

	/** Number of new words that a later event may name; null when there are too many. */
	private function gather(): ?int {
		$label = $this->texts->gather();
		if ( null === $label ) {
			$this->memory->names->note_words_of( null );
		}
		return $label;
	}

	/** Keeps the labels that make a field a sensitive one, and what later events must know of them. Each label is looked at once. */
	private function remember(): void {
		foreach ( $this->spoken as $group => $names ) {
			foreach ( $names as $name ) {
				$label = $this->named[ $name ][0] ?? null;
				if ( null !== $label ) {
					$this->texts->join( $group, $label );
				}
			}
		}
		if ( ! $this->texts->judge( $this->deadline ) ) {
			$this->around = array();
			return;
		}
		foreach ( array_keys( $this->around ) as $id ) {
			if ( null !== $this->sensitive_around( $id ) ) {
				$this->memory->note_labelled( $id );
			}
		}
		foreach ( $this->for as $name => $labels ) {
			$words = $this->texts->sensitive( $labels );
			if ( null !== $words ) {
				$this->sensitive_for[ $name ] = $words;
				$this->memory->names->note_label_for( (string) $name );
			}
		}
		foreach ( $this->named as $name => $labels ) {
			$words = $this->texts->sensitive( $labels );
			if ( null !== $words ) {
				$this->sensitive_named[ $name ] = $words;
				$this->memory->names->note_words_of( (string) $name );
			}
		}
	}

	private static function attribute( mixed $attributes, string $name ): string {
		$value = $attributes instanceof stdClass ? $attributes->{$name} ?? null : null;
		return is_string( $value ) ? $value : '';
	}
}
