<?php
/**
 * What is said of a place in a page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

/** The labels a node stands in, by their numbers in Field_Labels, and which of them its words are a part of. */
final class Label_Scope {

	/** Most elements with an id, one in another, whose words are gathered: pages that are deeper name the inner ones. */
	private const DEEPEST = 8;

	/** Most labels and groups that stand one in another. */
	private const MOST = 50;

	/** Whether every label that gets the words standing here has as many as are looked at. */
	private bool $is_full = false;

	/** @var array<int, string|null> The words of the first sensitive one of the labels, and of labels and groups; each found once. */
	private array $sensitive = array();

	/**
	 * @param list<int> $labels  Labels around.
	 * @param list<int> $fields  What is said of a field here: the labels, and the groups it stands in.
	 * @param int|null  $group   The innermost of these groups.
	 * @param list<int> $holders Who gets the words that stand here: labels, legends, what aria-labelledby names.
	 * @param list<int> $named   Who gets them too, for a field of a later event may name it.
	 * @param bool      $closed  Whether a label seen before is around and makes its field a sensitive one.
	 */
	public function __construct( public readonly array $labels = array(), public readonly array $fields = array(), private readonly ?int $group = null, public readonly array $holders = array(), public readonly array $named = array(), public readonly bool $closed = false ) {
	}

	/** Gives the words that stand here to those that get them. */
	public function say( Label_Texts $texts, string $words ): void {
		if ( $this->is_full ) {
			return;
		}
		$has_room = false;
		foreach ( $this->holders as $label ) {
			$has_room = $texts->add( $label, $words ) || $has_room;
		}
		foreach ( $this->named as $label ) {
			$has_room = $texts->add( $label, $words ) || $has_room;
		}
		$this->is_full = ! $has_room;
	}

	/** The words of the first label around that makes its field a sensitive one, or null; of a button, only labels count. */
	public function sensitive( Label_Texts $texts, bool $is_button ): ?string {
		if ( ! array_key_exists( (int) $is_button, $this->sensitive ) ) {
			$this->sensitive[ (int) $is_button ] = $texts->sensitive( $is_button ? $this->labels : $this->fields );
		}
		return $this->sensitive[ (int) $is_button ];
	}

	/** Inside a label. */
	public function in_label( int $label ): self {
		return new self( self::and( $this->labels, $label ), self::and( $this->fields, $label ), $this->group, array( ...$this->holders, $label ), $this->named, $this->closed );
	}

	/** Inside a group of fields, and whether it was closed before. */
	public function in_group( int $group, bool $closed ): self {
		return new self( $this->labels, self::and( $this->fields, $group ), $group, $this->holders, $this->named, $this->closed || $closed );
	}

	/** Inside the legend of the group around. */
	public function in_legend(): self {
		return null === $this->group ? $this : $this->in_words_of( $this->group );
	}

	/** Inside something whose words are a label. */
	public function in_words_of( int $label ): self {
		return new self( $this->labels, $this->fields, $this->group, array( ...$this->holders, $label ), $this->named, $this->closed );
	}

	/** Inside an element with an id. */
	public function in_named( int $label ): self {
		return new self( $this->labels, $this->fields, $this->group, $this->holders, array_slice( array( ...$this->named, $label ), -self::DEEPEST ), $this->closed );
	}

	/**
	 * @param list<int> $around
	 * @return list<int>
	 */
	private static function and( array $around, int $label ): array {
		return array_slice( array( ...$around, $label ), -self::MOST );
	}
}
