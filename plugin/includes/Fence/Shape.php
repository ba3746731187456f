<?php
/**
 * The types an event is made of.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Privacy\Text_Scrubber;

use stdClass;

/**
 * Builds an object anew from the properties that are known, each of its own type: a name alone says nothing of what
 * stands under it. What is left out is counted as "shape". Texts come out as they went in; their rules come after.
 */
final class Shape {

	/** A node or style sheet. rrweb writes -1 and -2 for one it has no number for. */
	public const ID = 'id';
	/** A list of such. */
	public const IDS = 'ids';
	/** True or false. */
	public const FLAG = 'flag';
	/** Px, a share or an offset. */
	public const NUMBER = 'number';
	/** Of a recording's medium: live ones count from 1970, which is no leak to tell of. */
	public const SECONDS = 'seconds';
	/** One of a few kinds. */
	public const KIND = 'kind';
	/** Place of a rule, or the way down to it. */
	public const INDEX  = 'index';
	public const TEXT   = 'text';
	public const NAMED  = 'name';
	public const OBJECT = 'object';
	public const ITEMS  = 'items';

	/** Highest id; far beyond what a page can have. */
	private const HIGHEST_ID = 2147483648;

	/** Largest number, either way, in px: no page is longer. A card number is. */
	private const MOST = 1000000;

	/** Rules inside rules inside rules. */
	private const DEEPEST_INDEX = 10;

	/** Names of which the answer is remembered: a page repeats the same few. */
	private const MOST_NAMES = 1000;

	/** @var array<string, bool> */
	private static array $names = array();

	/**
	 * The object anew. A property that is null stays null.
	 *
	 * @param array<string, string> $kinds Kind by property.
	 */
	public static function of( stdClass $given, array $kinds, Tally $tally, string $look = '' ): stdClass {
		$made  = new stdClass();
		$found = 0;
		$lost  = false;
		foreach ( $kinds as $name => $kind ) {
			if ( ! property_exists( $given, $name ) ) {
				continue;
			}
			++$found;
			$value = $given->{$name};
			$clean = self::value( $kind, $value );
			if ( null !== $clean || null === $value ) {
				$made->{$name} = $clean;
			}
			$lost = $lost || ( null === $clean && null !== $value ) || ( self::NUMBER === $kind && self::is_beyond( $value ) );
		}
		if ( $lost || self::size( $given ) > $found ) {
			$tally->add( 'shape', $look );
		}
		return $made;
	}

	/**
	 * The objects of a list, each built anew; what is none, or lacks what it cannot be without, is left out.
	 *
	 * @param mixed                 $items  What should be a list.
	 * @param array<string, string> $kinds  Kind by property.
	 * @param list<string>          $needed Properties that must be there.
	 * @return list<stdClass>
	 */
	public static function each( mixed $items, array $kinds, array $needed, Inspection $look ): array {
		$made = array();
		foreach ( is_array( $items ) ? $items : array() as $item ) {
			$look->deadline->spend();
			$clean = $item instanceof stdClass ? self::of( $item, $kinds, $look->tally ) : null;
			foreach ( $needed as $name ) {
				if ( null !== $clean && ! isset( $clean->{$name} ) ) {
					$clean = null;
				}
			}
			if ( null === $clean ) {
				$look->tally->add( 'shape' );
			} else {
				$made[] = $clean;
			}
		}
		return $made;
	}

	/** A finite number within bounds, its fraction short, or null: digits behind the point are digits too. */
	public static function number( mixed $value ): int|float|null {
		if ( ! is_int( $value ) && ! ( is_float( $value ) && is_finite( $value ) ) ) {
			return null;
		}
		$value = max( -self::MOST, min( self::MOST, $value ) );
		return is_float( $value ) ? round( $value, 3 ) : $value;
	}

	/** Whether a number is one that no page has. */
	public static function is_beyond( mixed $value ): bool {
		return ( is_int( $value ) || is_float( $value ) ) && abs( $value ) > self::MOST;
	}

	/** Whether it can name an element or attribute and holds no secret. */
	public static function is_name( string $name ): bool {
		if ( ! isset( self::$names[ $name ] ) ) {
			if ( count( self::$names ) >= self::MOST_NAMES ) {
				self::$names = array();
			}
			self::$names[ $name ] = 1 === preg_match( '/^[A-Za-z_][\w:.-]{0,100}$/D', $name ) && ! self::is_telling( $name );
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

	private static function value( string $kind, mixed $value ): mixed {
		return match ( $kind ) {
			self::ID => is_int( $value ) && $value >= -2 && $value <= self::HIGHEST_ID ? $value : null,
			self::IDS => self::ids( $value ),
			self::FLAG => is_bool( $value ) ? $value : null,
			self::NUMBER, self::SECONDS => self::number( $value ),
			self::KIND => is_int( $value ) && $value >= 0 && $value < 20 ? $value : null,
			self::INDEX => self::index( $value ),
			self::TEXT => is_string( $value ) ? $value : null,
			self::NAMED => is_string( $value ) && self::is_name( $value ) ? $value : null,
			self::OBJECT => $value instanceof stdClass ? $value : null,
			self::ITEMS => is_array( $value ) ? $value : null,
			default => null,
		};
	}

	/** @return list<int>|null */
	private static function ids( mixed $value ): ?array {
		if ( ! is_array( $value ) ) {
			return null;
		}
		$ids = array_values( array_filter( $value, static fn( mixed $id ): bool => null !== self::value( self::ID, $id ) ) );
		return count( $ids ) === count( $value ) ? $ids : null;
	}

	/** @return int|list<int>|null */
	private static function index( mixed $value ): int|array|null {
		$is_place = static fn( mixed $place ): bool => is_int( $place ) && $place >= 0 && $place <= self::MOST;
		if ( is_array( $value ) ) {
			return count( $value ) <= self::DEEPEST_INDEX && count( array_filter( $value, $is_place ) ) === count( $value ) ? array_values( $value ) : null;
		}
		return $is_place( $value ) ? $value : null;
	}
}
