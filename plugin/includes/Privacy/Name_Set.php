<?php
/**
 * A set of names kept as digests.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

/** Names and ids (of HTML). Only digests are kept, so that no text of the page is; their number is bounded. */
final class Name_Set {

	private const MAX = 500;

	/** @var array<string, true> */
	private array $digests = array();

	/** Whether there were more than there is room for. */
	private bool $full = false;

	/** Adds one name; an empty one names nothing. Null: one that could not be looked at. */
	public function add( ?string $name ): void {
		$this->full = $this->full || null === $name;
		if ( null === $name || '' === $name || isset( $this->digests[ self::digest( $name ) ] ) ) {
			return;
		}
		if ( count( $this->digests ) < self::MAX ) {
			$this->digests[ self::digest( $name ) ] = true;
		} else {
			$this->full = true;
		}
	}

	/** Whether the name is in the set, or may be: what had no room is not known. */
	public function may_have( string $name ): bool {
		return '' !== $name && ( $this->full || isset( $this->digests[ self::digest( $name ) ] ) );
	}

	/** Short, and not to be turned back. With a letter in front, for PHP takes a text of digits for a number. */
	private static function digest( string $name ): string {
		return 'n' . substr( hash( 'sha256', $name ), 0, 16 );
	}

	/** @return array{bool, list<string>} */
	public function to_list(): array {
		return array( $this->full, array_keys( $this->digests ) );
	}

	/** A set from what was stored; null when that is none. */
	public static function from( mixed $value ): ?self {
		if ( ! is_array( $value ) || ! is_bool( $value[0] ?? null ) || ! is_array( $value[1] ?? null ) ) {
			return null;
		}
		$set       = new self();
		$set->full = $value[0];
		foreach ( $value[1] as $digest ) {
			if ( ! is_string( $digest ) ) {
				return null;
			}
			$set->digests[ $digest ] = true;
		}
		return $set;
	}
}
