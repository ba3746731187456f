<?php
/**
 * What observers remember of a recording.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Event_Observer;

/**
 * The states of all observers as one text, kept encrypted beside the recording: a line "name bytes" for each, an empty
 * line, then the states in that order. A text of another form holds no state.
 */
final class Observer_States {

	/** @param array<string, string> $states By the observer's name; a state that is too long is left out. */
	public static function pack( array $states ): string {
		$head = '';
		$body = '';
		foreach ( $states as $name => $state ) {
			if ( '' !== $state && strlen( $state ) <= Event_Observer::MAX_STATE_BYTES ) {
				$head .= $name . ' ' . strlen( $state ) . "\n";
				$body .= $state;
			}
		}
		return '' === $head ? '' : $head . "\n" . $body;
	}

	/** @return array<string, string> By the observer's name. */
	public static function unpack( string $text ): array {
		$end = strpos( $text, "\n\n" );
		if ( false === $end || $end > 1000 ) {
			return array();
		}
		$states = array();
		$at     = $end + 2;
		foreach ( explode( "\n", substr( $text, 0, $end ) ) as $line ) {
			if ( 1 !== preg_match( '/\A([a-z]+) (\d{1,6})\z/', $line, $parts ) || $at + (int) $parts[2] > strlen( $text ) ) {
				return array();
			}
			$states[ $parts[1] ] = substr( $text, $at, (int) $parts[2] );

			$at += (int) $parts[2];
		}
		return $states;
	}
}
