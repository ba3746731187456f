<?php
/**
 * A recorded event.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

use Candid\Contracts\Event_Contract;
use stdClass;

/** A line of a segment as rrweb wrote it, decoded once for all who look at it. */
final class Event {

	private function __construct( public readonly int $type, public readonly int $timestamp, public readonly stdClass $json ) {
	}

	/**
	 * Reads a line of a body.
	 *
	 * @param string $line JSON; that there is memory to decode it, the caller has made sure.
	 * @return self|null Null when it is no event: not UTF-8, not an object, an object too wide, no known type, no data, no time.
	 */
	public static function read( string $line ): ?self {
		if ( ! mb_check_encoding( $line, 'UTF-8' ) ) {
			return null;
		}
		$json = Json_Line::decode( $line );
		if ( ! $json instanceof stdClass || ! ( $json->data ?? null ) instanceof stdClass ) {
			return null;
		}
		$type = $json->type ?? null;
		$time = $json->timestamp ?? null;
		if ( ! is_int( $type ) || $type < 0 || $type >= Event_Contract::SHAPES['event']['type'] ) {
			return null;
		}
		if ( ( ! is_int( $time ) && ! is_float( $time ) ) || $time < 0 || $time > Event_Contract::LATEST_MS ) {
			return null;
		}
		// With fewer commas no object can be too wide.
		if ( substr_count( $line, ',' ) >= Event_Contract::MAX_PROPERTIES && self::is_wide( $json ) ) {
			return null;
		}
		return new self( $type, (int) $time, $json );
	}

	/** The data; an object, also after somebody changed what is in it. */
	public function data(): stdClass {
		return $this->json->data;
	}

	/** The event as a line again; null when it cannot be one. */
	public function line(): ?string {
		return Json_Line::encode( $this->json );
	}

	/**
	 * Whether an object anywhere in the event has more properties than any of a page: whoever works on such an object
	 * copies its properties several times (600 bytes each, measured), so that it takes what a page of its length never
	 * does. Without recursion: a page may be deep.
	 */
	private static function is_wide( stdClass $event ): bool {
		$waiting = array( $event );
		for ( $part = array_pop( $waiting ); null !== $part; $part = array_pop( $waiting ) ) {
			$parts = (array) $part;
			if ( $part instanceof stdClass && count( $parts ) > Event_Contract::MAX_PROPERTIES ) {
				return true;
			}
			foreach ( $parts as $inner ) {
				if ( is_array( $inner ) || $inner instanceof stdClass ) {
					$waiting[] = $inner;
				}
			}
		}
		return false;
	}
}
