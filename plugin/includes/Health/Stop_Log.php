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
 * not autoloaded.
 */
final class Stop_Log implements Stop_Sink {

	public const OPTION = 'candid_stops';

	private const REASONS = array( 'selector', 'error', 'limit' );

	/** @var array<string, array{count: int, path: string, last: int, voices: array<array-key, int>}> Noted and not yet written. */
	private array $noted = array();

	/** @inheritDoc */
	public function note_stop( string $reason, string $path, Recording_Id $recording, int $now_ms ): void {
		if ( ! in_array( $reason, self::REASONS, true ) ) {
			return;
		}
		$this->noted[ $reason ] = array(
			'count'  => ( $this->noted[ $reason ]['count'] ?? 0 ) + 1,
			'path'   => Page_Path::of( $path ),
			'last'   => $now_ms,
			'voices' => Voices::together( Voices::of( $recording, $now_ms ), $this->noted[ $reason ]['voices'] ?? array() ),
		);
	}

	/** @inheritDoc */
	public function keep(): void {
		if ( array() === $this->noted ) {
			return;
		}
		$stops = $this->stored();
		foreach ( $this->noted as $reason => $stop ) {
			$stop['count']   += $stops[ $reason ]['count'] ?? 0;
			$stop['voices']   = Voices::together( $stop['voices'], $stops[ $reason ]['voices'] ?? array() );
			$stops[ $reason ] = $stop;
		}
		$this->noted = array();
		update_option( self::OPTION, $stops, false );
	}

	/**
	 * What was written down, by reason.
	 *
	 * @return array<string, array{count: int, path: string, last: int}> `last` is Unix time, ms.
	 */
	public function stops(): array {
		return array_map(
			static fn( array $stop ): array => array(
				'count' => $stop['count'],
				'path'  => $stop['path'],
				'last'  => $stop['last'],
			),
			$this->stored()
		);
	}

	/**
	 * How many different recordings gave a reason, Voices::MANY at most.
	 *
	 * @param int $since_ms Unix time, ms.
	 */
	public function recordings( string $reason, int $since_ms ): int {
		$voices = $this->stored()[ $reason ]['voices'] ?? array();
		return count( array_filter( $voices, static fn( int $last ): bool => $last >= $since_ms ) );
	}

	/**
	 * Forgets all, when the owner has dealt with them.
	 *
	 * @return int How many reasons there were.
	 */
	public function clear(): int {
		$count       = count( $this->stored() );
		$this->noted = array();
		delete_option( self::OPTION );
		return $count;
	}

	/** @return array<string, array{count: int, path: string, last: int, voices: array<array-key, int>}> */
	private function stored(): array {
		$stored = get_option( self::OPTION, array() );
		$stops  = array();
		foreach ( self::REASONS as $reason ) {
			$stop = is_array( $stored ) ? ( $stored[ $reason ] ?? null ) : null;
			if ( is_array( $stop ) && is_int( $stop['count'] ?? null ) && is_string( $stop['path'] ?? null ) && is_int( $stop['last'] ?? null ) ) {
				$stops[ $reason ] = array(
					'count'  => $stop['count'],
					// Written by an earlier version, perhaps.
					'path'   => Page_Path::of( $stop['path'] ),
					'last'   => $stop['last'],
					'voices' => Voices::stored( $stop['voices'] ?? null ),
				);
			}
		}
		return $stops;
	}
}
