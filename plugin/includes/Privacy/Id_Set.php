<?php
/**
 * A set of numbers kept as stretches.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

/** Ids of nodes come nearly in order, so thousands of them are a few stretches. */
final class Id_Set {

	/** Most stretches kept; beyond, nothing more is added. */
	private const MAX_STRETCHES = 4000;

	/** @param list<array{int, int}> $stretches First and last id of each, in order, not touching. */
	public function __construct( private array $stretches = array() ) {
	}

	/** Adds one id. False: there is no room, and the set does not have it. Who asks must then fail closed. */
	public function add( int $id ): bool {
		$at = $this->position( $id );
		if ( $at >= 0 && $this->stretches[ $at ][1] >= $id - 1 ) {
			if ( $this->stretches[ $at ][1] >= $id ) {
				return true;
			}
			$this->stretches[ $at ] = array( $this->stretches[ $at ][0], $id );
		} elseif ( count( $this->stretches ) < self::MAX_STRETCHES ) {
			++$at;
			array_splice( $this->stretches, $at, 0, array( array( $id, $id ) ) );
		} else {
			return false;
		}
		if ( isset( $this->stretches[ $at + 1 ] ) && $this->stretches[ $at + 1 ][0] === $this->stretches[ $at ][1] + 1 ) {
			$this->stretches[ $at ] = array( $this->stretches[ $at ][0], $this->stretches[ $at + 1 ][1] );
			array_splice( $this->stretches, $at + 1, 1 );
		}
		return true;
	}

	/** Whether the id is in the set. */
	public function has( int $id ): bool {
		$at = $this->position( $id );
		return $at >= 0 && $this->stretches[ $at ][1] >= $id;
	}

	/** @return list<array{int, int}> */
	public function stretches(): array {
		return $this->stretches;
	}

	/** Index of the last stretch that starts at or before the id; -1 when there is none. */
	private function position( int $id ): int {
		$low  = 0;
		$high = count( $this->stretches );
		while ( $low < $high ) {
			$middle = intdiv( $low + $high, 2 );
			if ( $this->stretches[ $middle ][0] <= $id ) {
				$low = $middle + 1;
			} else {
				$high = $middle;
			}
		}
		return $low - 1;
	}

	/** A set from what was stored; null when that is not a list of stretches in order. */
	public static function from( mixed $value ): ?self {
		$stretches = array();
		$last      = PHP_INT_MIN;
		if ( ! is_array( $value ) ) {
			return null;
		}
		foreach ( $value as $pair ) {
			if ( ! is_array( $pair ) || ! isset( $pair[0], $pair[1] ) || ! is_int( $pair[0] ) || ! is_int( $pair[1] ) || $pair[0] <= $last || $pair[1] < $pair[0] ) {
				return null;
			}
			$stretches[] = array( $pair[0], $pair[1] );
			$last        = $pair[1];
		}
		return new self( $stretches );
	}
}
