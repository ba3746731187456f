<?php
/**
 * A form control the fence has seen.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

/** Facts about a control for later events that name only its id. Never its value. */
final class Known_Field {

	/** Inputs whose value is their label. */
	private const BUTTONS = array( 'submit', 'button', 'reset' );

	/**
	 * @param string $tag       Name of the element; empty when it is not known.
	 * @param string $type      The type of an input, as it was first seen; empty for anything else.
	 * @param bool   $sensitive Whether it is, or has ever been, sensitive.
	 * @param \Stringable|string $look What it looks like, for the owner.
	 */
	public function __construct( public readonly string $tag, public readonly string $type, public readonly bool $sensitive, public readonly \Stringable|string $look ) {
	}

	/** Whether an element of this name and type shows its value as a label. */
	public static function is_button( string $tag, string $type ): bool {
		return 'input' === $tag && in_array( $type, self::BUTTONS, true );
	}

	/** The same, sensitive if it was or now is. What it was first stays: a password does not become a button. */
	public function with( bool $sensitive ): self {
		return new self( $this->tag, $this->type, $this->sensitive || $sensitive, $this->look );
	}

	/** @return array{string, string, bool, string} */
	public function to_list(): array {
		return array( $this->tag, $this->type, $this->sensitive, (string) $this->look );
	}

	/** From what was stored; null when that is no field. */
	public static function from( mixed $value ): ?self {
		return is_array( $value ) && is_string( $value[0] ?? null ) && is_string( $value[1] ?? null ) && is_bool( $value[2] ?? null ) && is_string( $value[3] ?? null )
			? new self( $value[0], $value[1], $value[2], $value[3] )
			: null;
	}
}
