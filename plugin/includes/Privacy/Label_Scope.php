<?php
/**
 * What is said of a place in a page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

/** The labels a node stands in, by their numbers in Field_Labels, and which of them its words are a part of. */
final class Label_Scope {

	/** Most elements with an id, one in another, whose words are gathered: pages that are deeper name the inner ones. */
	private const DEEPEST = 8;

	/**
	 * @param list<int> $labels  Labels around.
	 * @param list<int> $groups  Groups of fields around, whose legend is said of each field.
	 * @param list<int> $holders Who gets the words that stand here: labels, legends, what aria-labelledby names.
	 * @param list<int> $named   Who gets them too, for a field of a later event may name it.
	 * @param bool      $closed  Whether a label seen before is around and makes its field a sensitive one.
	 */
	public function __construct( public readonly array $labels = array(), public readonly array $groups = array(), public readonly array $holders = array(), public readonly array $named = array(), public readonly bool $closed = false ) {
	}

	/** Inside a label. */
	public function in_label( int $label ): self {
		return new self( array( ...$this->labels, $label ), $this->groups, array( ...$this->holders, $label ), $this->named, $this->closed );
	}

	/** Inside a group of fields, and whether it was closed before. */
	public function in_group( int $group, bool $closed ): self {
		return new self( $this->labels, array( ...$this->groups, $group ), $this->holders, $this->named, $this->closed || $closed );
	}

	/** Inside the legend of the group around. */
	public function in_legend(): self {
		return array() === $this->groups ? $this : $this->in_words_of( $this->groups[ count( $this->groups ) - 1 ] );
	}

	/** Inside something whose words are a label. */
	public function in_words_of( int $label ): self {
		return new self( $this->labels, $this->groups, array( ...$this->holders, $label ), $this->named, $this->closed );
	}

	/** Inside an element with an id. */
	public function in_named( int $label ): self {
		return new self( $this->labels, $this->groups, $this->holders, array_slice( array( ...$this->named, $label ), -self::DEEPEST ), $this->closed );
	}
}
