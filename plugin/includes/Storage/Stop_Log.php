<?php
/**
 * Why recorders stopped by themselves.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Storage;

use Candid\Domain\Stop_Sink;

/** One line per reason with a count, the last page and the last time. One small option that is not autoloaded. */
final class Stop_Log implements Stop_Sink {

	public const OPTION = 'candid_stops';

	private const REASONS = array( 'selector', 'error', 'limit' );

	/** {@inheritDoc} */
	public function note_stop( string $reason, string $path, int $now_ms ): void {
		if ( ! in_array( $reason, self::REASONS, true ) ) {
			return;
		}
		$stops            = $this->stops();
		$stops[ $reason ] = array(
			'count' => ( $stops[ $reason ]['count'] ?? 0 ) + 1,
			// Between letters: a database refuses half of one.
			'path'  => mb_strcut( mb_scrub( $path, 'UTF-8' ), 0, 200, 'UTF-8' ),
			'last'  => $now_ms,
		);
		update_option( self::OPTION, $stops, false );
	}

	/**
	 * What was noted, by reason.
	 *
	 * @return array<string, array{count: int, path: string, last: int}> `last` is Unix time, ms.
	 */
	public function stops(): array {
		$stored = get_option( self::OPTION, array() );
		$stops  = array();
		foreach ( self::REASONS as $reason ) {
			$stop = is_array( $stored ) ? ( $stored[ $reason ] ?? null ) : null;
			if ( is_array( $stop ) && is_int( $stop['count'] ?? null ) && is_string( $stop['path'] ?? null ) && is_int( $stop['last'] ?? null ) ) {
				$stops[ $reason ] = array(
					'count' => $stop['count'],
					'path'  => $stop['path'],
					'last'  => $stop['last'],
				);
			}
		}

		return $stops;
	}
}
