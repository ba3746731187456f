<?php
/**
 * The shapes an event is made of.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Contracts\Event_Contract;
use Candid\Privacy\Text_Scrubber;
use stdClass;

/**
 * Leaves of an object only the properties that the event contract knows, each of its own kind: a name alone says nothing
 * of the value under it. A property that goes is counted as "shape". Texts stay as they are; their rules come after.
 */
final class Event_Shape {

	/** Names of which the answer is remembered: a page repeats the same few. */
	private const MOST_NAMES = 1000;

	/** @var array<string, bool> */
	private static array $names = array();

	/**
	 * Cleans the object, and the objects in it that have a shape of their own, in place. A property that is null stays null.
	 *
	 * @param key-of<Event_Contract::SHAPES> $shape Of the contract.
	 * @param \Stringable|string             $look  What the element looks like, for the owner.
	 * @return bool False: a property that the object means nothing without is missing.
	 */
	public static function clean( stdClass $given, string $shape, Inspection $inspection, \Stringable|string $look = '' ): bool {
		$kinds = Event_Contract::SHAPES[ $shape ];
		$lost  = false;
		foreach ( (array) $given as $name => $value ) {
			$kind = $kinds[ $name ] ?? null;
			if ( null !== $kind ) {
				if ( null === $value || ( 'text' === $kind && is_string( $value ) ) || ( 'flag' === $kind && is_bool( $value ) ) || ( 'object' === $kind && $value instanceof stdClass ) || ( 'list' === $kind && is_array( $value ) ) ) {
					continue;
				}
				$clean = self::value( $kind, $value, $inspection );
				if ( $clean === $value ) {
					continue;
				}
				if ( null !== $clean ) {
					$lost           = $lost || ( 'number' === $kind && self::is_beyond( $value ) );
					$given->{$name} = $clean;
					continue;
				}
			}
			unset( $given->{$name} );
			$lost = true;
		}
		if ( $lost ) {
			$inspection->tally->add( 'shape', $look );
		}
		foreach ( Event_Contract::NEEDED[ $shape ] ?? array() as $name ) {
			if ( ! isset( $given->{$name} ) ) {
				return false;
			}
		}
		return true;
	}

	/** A finite number within bounds, its fraction short, or null: digits behind the point are digits too. */
	public static function number( mixed $value ): int|float|null {
		if ( ! is_int( $value ) && ! ( is_float( $value ) && is_finite( $value ) ) ) {
			return null;
		}
		$value = max( -Event_Contract::FARTHEST, min( Event_Contract::FARTHEST, $value ) );
		return is_float( $value ) ? round( $value, Event_Contract::DECIMALS ) : $value;
	}

	/** Whether a number is one that no page has. */
	public static function is_beyond( mixed $value ): bool {
		return ( is_int( $value ) || is_float( $value ) ) && abs( $value ) > Event_Contract::FARTHEST;
	}

	/** Whether it can name an element or attribute and holds no secret. */
	public static function is_name( string $name ): bool {
		if ( ! isset( self::$names[ $name ] ) ) {
			if ( count( self::$names ) >= self::MOST_NAMES ) {
				self::$names = array();
			}
			self::$names[ $name ] = strlen( $name ) <= Event_Contract::MAX_NAME_LENGTH && 1 === preg_match( '/^[A-Za-z_][\w:.-]*$/D', $name ) && ! self::is_telling( $name );
		}
		return self::$names[ $name ];
	}

	/** Whether a name holds what no text may. */
	public static function is_telling( string $name ): bool {
		return Text_Scrubber::scrub( $name, 'balanced' ) !== $name;
	}

	/** How many properties it has, without a second table of them. */
	public static function size( stdClass $value ): int {
		return count( (array) $value );
	}

	/** The value of that kind, or null. */
	private static function value( string|int $kind, mixed $value, Inspection $inspection ): mixed {
		if ( is_int( $kind ) ) {
			return is_int( $value ) && $value >= 0 && $value < $kind ? $value : null;
		}
		return match ( $kind ) {
			'id' => self::is_id( $value ) ? $value : null,
			'number', 'seconds' => self::number( $value ),
			'name' => is_string( $value ) && self::is_name( $value ) ? $value : null,
			'index' => self::index( $value ),
			'time' => ( is_int( $value ) || is_float( $value ) ) && $value >= 0 && $value <= Event_Contract::LATEST_MS ? $value : null,
			'[id]' => is_array( $value ) && array() === array_filter( $value, static fn( mixed $id ): bool => ! self::is_id( $id ) ) ? array_values( $value ) : null,
			'text', 'flag', 'object', 'list' => null,
			default => self::nested( $kind, $value, $inspection ),
		};
	}

	/** An object with a shape of its own, or a list of such; of a list only the items that are one stay. */
	private static function nested( string $kind, mixed $value, Inspection $inspection ): mixed {
		/** @var key-of<Event_Contract::SHAPES> $shape */
		$shape = substr( $kind, 1, -1 );
		if ( '{' === $kind[0] ) {
			return $value instanceof stdClass && self::clean( $value, $shape, $inspection ) ? $value : null;
		}
		if ( ! is_array( $value ) ) {
			return null;
		}
		$made = array();
		foreach ( $value as $item ) {
			$inspection->deadline->spend();
			if ( $item instanceof stdClass && self::clean( $item, $shape, $inspection ) ) {
				$made[] = $item;
			} else {
				$inspection->tally->add( 'shape' );
			}
		}
		return $made;
	}

	private static function is_id( mixed $value ): bool {
		return is_int( $value ) && $value >= Event_Contract::LOWEST_ID && $value <= Event_Contract::HIGHEST_ID;
	}

	/** @return int|list<int>|null */
	private static function index( mixed $value ): int|array|null {
		$is_place = static fn( mixed $place ): bool => is_int( $place ) && $place >= 0 && $place <= Event_Contract::FARTHEST;
		if ( is_array( $value ) ) {
			return count( $value ) <= Event_Contract::MAX_INDEX_DEPTH && count( array_filter( $value, $is_place ) ) === count( $value ) ? array_values( $value ) : null;
		}
		return $is_place( $value ) ? $value : null;
	}
}
