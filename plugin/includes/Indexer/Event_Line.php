<?php
/**
 * What is looked at in an event.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Json_Line;

/** Type and time of an rrweb event. */
final class Event_Line {

	/** rrweb's EventType goes from 0 (DomContentLoaded) to 7 (Asset, since 2.1). */
	private const MAX_TYPE = 7;

	/**
	 * No element has so many attributes, and no rule so many declarations. The fence copies the properties of an object
	 * several times (600 bytes each, measured), so that one wide object takes what a page of its length never does.
	 */
	private const MAX_PROPERTIES = 1000;

	private function __construct( public readonly int $type, public readonly int $timestamp ) {
	}

	/**
	 * Reads a line of a body.
	 *
	 * @param string $line JSON, already within the decode budget.
	 * @return self|null Null when it is no event: not UTF-8, not an object, one that is too wide, no type, no time.
	 */
	public static function read( string $line ): ?self {
		if ( ! mb_check_encoding( $line, 'UTF-8' ) ) {
			return null;
		}
		$event = Json_Line::decode( $line );
		// Fewer commas than that, and no object can be too wide.
		if ( ! $event instanceof \stdClass || ( substr_count( $line, ',' ) >= self::MAX_PROPERTIES && self::is_wide( $event ) ) ) {
			return null;
		}
		$type      = $event->type ?? null;
		$timestamp = $event->timestamp ?? null;
		if ( ! is_int( $type ) || $type < 0 || $type > self::MAX_TYPE ) {
			return null;
		}
		if ( ( ! is_int( $timestamp ) && ! is_float( $timestamp ) ) || $timestamp < 0 || $timestamp > 4102444800000 ) {
			return null;
		}
		return new self( $type, (int) $timestamp );
	}

	/** Whether an object anywhere in the event has too many properties. Without recursion: a page may be deep. */
	private static function is_wide( \stdClass $event ): bool {
		$waiting = array( $event );
		for ( $part = array_pop( $waiting ); null !== $part; $part = array_pop( $waiting ) ) {
			$parts = (array) $part;
			if ( $part instanceof \stdClass && count( $parts ) > self::MAX_PROPERTIES ) {
				return true;
			}
			foreach ( $parts as $inner ) {
				if ( is_array( $inner ) || $inner instanceof \stdClass ) {
					$waiting[] = $inner;
				}
			}
		}
		return false;
	}
}
