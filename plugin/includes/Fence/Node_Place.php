<?php
/**
 * Where a node stands.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

/** What the elements around a node make of it. Inherited: a child is never more open than its parent. */
final class Node_Place {

	/**
	 * @param bool               $inside Whether it is the content of a form control, or of something that is marked as sensitive.
	 * @param bool               $secret Whether that control is a sensitive one; of what is marked, always.
	 * @param bool               $style  Whether it is the text of a style element.
	 * @param \Stringable|string $look   What the element around it looks like, for the owner.
	 * @param bool               $choice Whether it is, or stands in, a choice: what is chosen by pointing at it.
	 * @param bool               $label  Whether it is, or stands in, a label of a choice.
	 */
	private function __construct( public readonly bool $inside, public readonly bool $secret, public readonly bool $style, public readonly \Stringable|string $look, public readonly bool $choice, public readonly bool $label ) {
	}

	/** In the page itself, outside every element. */
	public static function in_page(): self {
		return new self( false, false, false, '', false, false );
	}

	/** In a control that is not sensitive. */
	public static function in_control( \Stringable|string $look ): self {
		return new self( true, false, false, $look, false, false );
	}

	/** In a node that the memory of the fence knows. */
	public static function remembered( bool $inside, bool $secret, bool $style, string $look, bool $choice, bool $label ): self {
		return new self( $inside, $secret, $style, $look, $choice, $label );
	}

	/** The same place in something sensitive. */
	public function closed(): self {
		return $this->inside && $this->secret ? $this : new self( true, true, $this->style, $this->look, $this->choice, $this->label );
	}

	/** In the shadow tree of an element: a component's own parts are neither the choice nor its label. */
	public function in_shadow(): self {
		return $this->choice || $this->label ? new self( $this->inside, $this->secret, $this->style, $this->look, false, false ) : $this;
	}

	/** In the document of a frame. */
	public function in_frame(): self {
		return new self( $this->inside, $this->secret, false, '', false, false );
	}

	/** An element at this place. */
	public function of_element( \Stringable|string $look, bool $is_style, bool $is_choice, bool $is_label ): self {
		return new self( $this->inside, $this->secret, $is_style, $look, $this->choice || $is_choice, $this->label || $is_label );
	}

	/** In that element, if it is a control or a sensitive element. */
	public function within( bool $is_control, bool $is_secret ): self {
		$inside = $this->inside || $is_control;
		$secret = $this->secret || $is_secret;
		return $inside === $this->inside && $secret === $this->secret ? $this : new self( $inside, $secret, $this->style, $this->look, $this->choice, $this->label );
	}
}
