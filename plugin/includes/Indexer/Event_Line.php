<?php
/**
 * What is looked at in an event.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

/** Type and time of an rrweb event. */
final class Event_Line {

	/** rrweb's EventType goes from 0 (DomContentLoaded) to 7 (Asset, since 2.1). */
	private const MAX_TYPE = 7;

	private function __construct( public readonly int $type, public readonly int $timestamp ) {
	}

	/**
	 * Reads a line of a body.
	 *
	 * @param string $line JSON, already within the decode budget.
	 * @return self|null Null when it is no event: not UTF-8, not an object, no type, no time.
	 */
	public static function read( string $line ): ?self {
		if ( ! mb_check_encoding( $line, 'UTF-8' ) ) {
			return null;
		}
		// Depth 512 is PHP's own default; deeper lines are refused by it, as the player would.
		$event = json_decode( $line, false, 512 );
		if ( ! $event instanceof \stdClass ) {
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
}
