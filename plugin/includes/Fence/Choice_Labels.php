<?php
/**
 * Labels of choices.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Domain\Deadline;
use stdClass;

/**
 * Finds in the trees of one event the labels of choices, such as radio buttons: where the pointer is on the label tells
 * the choice as well. A label is for the field it names, else for the first field in it, as in the browser.
 */
final class Choice_Labels {

	/** Roles and types of inputs that are chosen by pointing at them; the same as CHOICES of the recorder. */
	private const KINDS = array( 'option', 'radio', 'checkbox', 'switch', 'slider', 'menuitemradio', 'menuitemcheckbox', 'range', 'color' );

	/** Elements a label can be for; of inputs, all but hidden ones. */
	private const LABELABLE = array( 'input', 'select', 'textarea', 'button', 'meter', 'output', 'progress' );

	/** @var array<string, bool> Whether a field is a choice, by its id (of HTML). */
	private array $fields = array();

	/** @var array<int, string> Id (of HTML) of the field a label names, by the label's node. */
	private array $for = array();

	/** @var array<int, bool> Whether the first field in a label is a choice, by the label's node. */
	private array $first = array();

	/** @var array<int, list<stdClass>> Trees of the event by the id of their parent. */
	private array $under = array();

	/** @param list<array{int, stdClass}> $trees Of each the id of its parent, and its root. */
	public function __construct( array $trees, private readonly Deadline $deadline ) {
		foreach ( $trees as list( $parent, $root ) ) {
			$this->under[ $parent ][] = $root;
		}
		foreach ( $trees as list( $parent ) ) {
			$this->below( $parent, null );
		}
	}

	/**
	 * Whether the element is chosen by pointing at it.
	 *
	 * @param string                $tag        Its name; empty when it is not known.
	 * @param array<string, string> $attributes By lower-case name.
	 */
	public static function is_choice( string $tag, array $attributes ): bool {
		return 'option' === $tag || ( 'input' === $tag && in_array( strtolower( $attributes['type'] ?? '' ), self::KINDS, true ) ) || ( isset( $attributes['role'] ) && in_array( strtolower( $attributes['role'] ), self::KINDS, true ) );
	}

	/** Whether the node is a label, in this event, of a choice. */
	public function has( int $id ): bool {
		return isset( $this->for[ $id ] ) ? $this->fields[ $this->for[ $id ] ] ?? false : $this->first[ $id ] ?? false;
	}

	/** @param int|null $label The label around, when it names no field. */
	private function node( stdClass $node, ?int $label ): void {
		$this->deadline->spend();
		$id  = is_int( $node->id ?? null ) ? $node->id : null;
		$tag = strtolower( is_string( $node->tagName ?? null ) ? $node->tagName : '' );
		if ( true === ( $node->isShadow ?? null ) ) {
			$label = null;
		}
		if ( 'label' === $tag && null !== $id ) {
			$for = self::attribute( $node, 'for' );
			if ( '' !== $for ) {
				$this->for[ $id ] = $for;
			}
			$label = '' === $for ? $id : null;
		} elseif ( in_array( $tag, self::LABELABLE, true ) ) {
			$texts = array( 'type' => self::attribute( $node, 'type' ), 'role' => self::attribute( $node, 'role' ) );
			$is    = self::is_choice( $tag, $texts );
			$this->fields[ self::attribute( $node, 'id' ) ] ??= $is;
			if ( null !== $label && 'hidden' !== strtolower( $texts['type'] ) ) {
				$this->first[ $label ] ??= $is;
			}
		}
		foreach ( is_array( $node->childNodes ?? null ) ? $node->childNodes : array() as $child ) {
			if ( $child instanceof stdClass ) {
				$this->node( $child, $label );
			}
		}
		if ( null !== $id && isset( $this->under[ $id ] ) ) {
			$this->below( $id, $label );
		}
	}

	/** The trees that the event puts under a node, each once. */
	private function below( int $parent, ?int $label ): void {
		$roots = $this->under[ $parent ] ?? array();
		unset( $this->under[ $parent ] );
		foreach ( $roots as $root ) {
			$this->node( $root, $label );
		}
	}

	private static function attribute( stdClass $node, string $name ): string {
		$value = ( $node->attributes ?? null ) instanceof stdClass ? ( $node->attributes->{$name} ?? null ) : null;
		return is_string( $value ) ? $value : '';
	}
}
