<?php
/**
 * Why recorders stopped by themselves.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Domain\Recording_Id;
use Candid\Domain\Stop_Sink;

/**
 * One line per reason with a count, the last page, the last time, and which recordings said so. One small option that is
 * not autoloaded. Anybody can send a segment that says anything: what is kept is a path and nothing that reads like a
 * sentence, and how many different recordings there were can be asked.
 */
final class Stop_Log implements Stop_Sink {

	public const OPTION = 'candid_stops';

	/** From so many different recordings on, a reason is no single voice. No more are remembered. */
	public const MANY = 3;

	private const REASONS = array( 'selector', 'error', 'limit' );

	/** {@inheritDoc} */
	public function note_stop( string $reason, string $path, Recording_Id $recording, int $now_ms ): void {
		if ( ! in_array( $reason, self::REASONS, true ) ) {
			return;
		}
		$stored = get_option( self::OPTION, array() );
		$stored = is_array( $stored ) ? $stored : array();
		// Not the id itself: the recording may be erased long before this line is.
		$voices            = array( substr( hash( 'sha256', $recording->hex ), 0, 8 ) => $now_ms ) + self::voices( $stored[ $reason ] ?? null );
		$stops             = $this->stops();
		$stop              = array(
			'count' => ( $stops[ $reason ]['count'] ?? 0 ) + 1,
			'path'  => self::plain( $path ),
			'last'  => $now_ms,
		);
		$stored[ $reason ] = $stop + array( 'voices' => array_slice( $voices, 0, self::MANY, true ) );
		update_option( self::OPTION, $stored, false );
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

	/**
	 * How many different recordings gave a reason, MANY at most.
	 *
	 * @param int $since_ms Unix time, ms.
	 */
	public function recordings( string $reason, int $since_ms ): int {
		$stored = get_option( self::OPTION, array() );
		$voices = self::voices( is_array( $stored ) ? ( $stored[ $reason ] ?? null ) : null );

		return count( array_filter( $voices, static fn ( int $last ): bool => $last >= $since_ms ) );
	}

	/** The path, cut between letters (a database refuses half of one); "/" when it is none, a sentence for one. */
	private static function plain( string $path ): string {
		$path = mb_strcut( mb_scrub( $path, 'UTF-8' ), 0, 200, 'UTF-8' );

		return 1 === preg_match( '~\A/[\p{L}\p{M}\p{N}_./%-]*\z~u', $path ) ? $path : '/';
	}

	/** @return array<array-key, int> Time of the last stop by the hash of the recording's id, newest first. */
	private static function voices( mixed $stop ): array {
		$voices = is_array( $stop ) ? ( $stop['voices'] ?? null ) : null;

		return is_array( $voices ) ? array_filter( $voices, 'is_int' ) : array();
	}
}
