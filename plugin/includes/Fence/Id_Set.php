<?php
/**
 * A set of numbers kept as stretches.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

/** Ids of nodes come nearly in order, so thousands of them are a few stretches. */
final class Id_Set {

	/** Most stretches kept; beyond, nothing more is added. */
	private const MAX_STRETCHES = 4000;

	/** Below the lowest id there is. */
	private const BEFORE = -3;

	/** @var list<array{int, int}> First and last id of each, in order, not touching. */
	private array $stretches = array();

	/** Whether there was more than there is room for. */
	private bool $full = false;

	/** Adds one id. False: there is no room, and the set does not have it. Who asks must then fail closed. */
	public function add( int $id ): bool {
		$last = count( $this->stretches ) - 1;
		// Ids come nearly in order: most belong to the last stretch or behind it.
		$at = $last >= 0 && $this->stretches[ $last ][0] <= $id ? $last : $this->position( $id );
		if ( $at >= 0 && $this->stretches[ $at ][1] >= $id - 1 ) {
			if ( $this->stretches[ $at ][1] >= $id ) {
				return true;
			}
			$this->stretches[ $at ] = array( $this->stretches[ $at ][0], $id );
		} elseif ( count( $this->stretches ) < self::MAX_STRETCHES ) {
			if ( $at === $last ) {
				$this->stretches[] = array( $id, $id );
				return true;
			}
			++$at;
			array_splice( $this->stretches, $at, 0, array( array( $id, $id ) ) );
		} else {
			$this->full = true;
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

	/** Whether the id is in the set, or may be: what had no room is not known. */
	public function may_have( int $id ): bool {
		return $this->full || $this->has( $id );
	}

	/**
	 * To be stored, as short as it can be.
	 *
	 * @return array{bool, list<int>} Whether it is full; of each stretch how far it is from the one before, and how long.
	 */
	public function to_list(): array {
		$steps = array();
		$last  = self::BEFORE;
		foreach ( $this->stretches as list( $first, $end ) ) {
			array_push( $steps, $first - $last, $end - $first );
			$last = $end;
		}
		return array( $this->full, $steps );
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

	/** A set from what was stored; null when that is none. */
	public static function from( mixed $value ): ?self {
		if ( ! is_array( $value ) || ! is_bool( $value[0] ?? null ) || ! is_array( $value[1] ?? null ) ) {
			return null;
		}
		$set       = new self();
		$set->full = $value[0];
		$last      = self::BEFORE;
		foreach ( array_chunk( $value[1], 2 ) as $step ) {
			if ( ! isset( $step[1] ) || ! is_int( $step[0] ) || ! is_int( $step[1] ) || $step[0] < 1 || $step[1] < 0 || $step[0] + $step[1] > PHP_INT_MAX - $last ) {
				return null;
			}
			$set->stretches[] = array( $last + $step[0], $last + $step[0] + $step[1] );
			$last            += $step[0] + $step[1];
		}
		return $set;
	}
}
