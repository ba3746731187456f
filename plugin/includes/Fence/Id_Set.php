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

	/** Most ids that wait: putting them in order takes as long as the set is, so it is done for many at once. */
	private const MAX_WAITING = 256;

	/** Below the lowest id there is. */
	private const BEFORE = -3;

	/** @var list<int> First id of each stretch, in order. */
	private array $firsts = array();

	/** @var list<int> Last id of each; stretches do not overlap. */
	private array $ends = array();

	/** @var array<int, true> Ids that are in the set and in no stretch yet. */
	private array $waiting = array();

	/** Whether there was more than there is room for. */
	private bool $full = false;

	/** Adds one id. False: there is no room, and the set does not have it. Who asks must then fail closed. */
	public function add( int $id ): bool {
		$last = count( $this->firsts ) - 1;
		// Most ids belong to the last stretch or behind it.
		$at = $last >= 0 && $this->firsts[ $last ] <= $id ? $last : $this->position( $id );
		if ( ( $at >= 0 && $this->ends[ $at ] >= $id ) || isset( $this->waiting[ $id ] ) ) {
			return true;
		}
		if ( $at >= 0 && $this->ends[ $at ] === $id - 1 ) {
			$this->ends[ $at ] = $id;
			return true;
		}
		if ( $at < $last && $this->firsts[ $at + 1 ] === $id + 1 ) {
			$this->firsts[ $at + 1 ] = $id;
			return true;
		}
		if ( count( $this->waiting ) >= self::MAX_WAITING || $last + 1 + count( $this->waiting ) >= self::MAX_STRETCHES ) {
			$this->put_in_order();
			if ( count( $this->firsts ) >= self::MAX_STRETCHES ) {
				$this->full = true;
				return false;
			}
		}
		if ( array() === $this->waiting && ( array() === $this->ends || end( $this->ends ) < $id ) ) {
			$this->firsts[] = $id;
			$this->ends[]   = $id;
		} else {
			$this->waiting[ $id ] = true;
		}
		return true;
	}

	/** Whether the id is in the set. */
	public function has( int $id ): bool {
		$at = $this->position( $id );
		return ( $at >= 0 && $this->ends[ $at ] >= $id ) || isset( $this->waiting[ $id ] );
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
		$this->put_in_order();
		$steps = array();
		$last  = self::BEFORE;
		foreach ( $this->firsts as $at => $first ) {
			$steps[] = $first - $last;
			$last    = $this->ends[ $at ];
			$steps[] = $last - $first;
		}
		return array( $this->full, $steps );
	}

	/** Makes stretches of the ids that wait. */
	private function put_in_order(): void {
		if ( array() === $this->waiting ) {
			return;
		}
		$waiting = array_keys( $this->waiting );
		sort( $waiting );
		$firsts = array_merge( $this->firsts, $waiting );
		$ends   = array_merge( $this->ends, $waiting );
		// By the first ids, each with its last one.
		array_multisort( $firsts, SORT_ASC, SORT_NUMERIC, $ends );
		$this->waiting = array();
		$this->firsts  = array();
		$this->ends    = array();
		$last          = -1;
		foreach ( $firsts as $at => $first ) {
			if ( $last >= 0 && $first <= $this->ends[ $last ] + 1 ) {
				// Nothing overlaps, so the later stretch ends later.
				array_pop( $this->ends );
			} else {
				$this->firsts[] = $first;
				++$last;
			}
			$this->ends[] = $ends[ $at ];
		}
	}

	/** Index of the last stretch that starts at or before the id; -1 when there is none. */
	private function position( int $id ): int {
		$low  = 0;
		$high = count( $this->firsts );
		while ( $low < $high ) {
			$middle = intdiv( $low + $high, 2 );
			if ( $this->firsts[ $middle ] <= $id ) {
				$low = $middle + 1;
			} else {
				$high = $middle;
			}
		}
		return $low - 1;
	}

	/** A set from what was stored; null when that is none. */
	public static function from( mixed $value ): ?self {
		if ( ! is_array( $value ) || ! is_bool( $value[0] ?? null ) || ! is_array( $value[1] ?? null ) || 0 !== count( $value[1] ) % 2 ) {
			return null;
		}
		$set       = new self();
		$set->full = $value[0];
		$last      = self::BEFORE;
		$is_first  = true;
		foreach ( $value[1] as $step ) {
			if ( ! is_int( $step ) || $step < ( $is_first ? 1 : 0 ) || $step > PHP_INT_MAX - 2 - max( 0, $last ) ) {
				return null;
			}
			$last += $step;
			if ( $is_first ) {
				$set->firsts[] = $last;
			} else {
				$set->ends[] = $last;
			}
			$is_first = ! $is_first;
		}
		return $set;
	}
}
