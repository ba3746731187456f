<?php
/**
 * What the indexer met.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Domain\Fault;
use Candid\Indexer\Index_Fault;
use Candid\Indexer\Index_Log as Log;

/** One line for each fault at each place, with a count, times and the last recording. One small option that is not autoloaded. */
final class Index_Log implements Log {

	public const OPTION = 'candid_index_faults';

	/** More different faults are not kept: the one longest not met goes first. */
	private const MOST = 30;

	public function keep( array $faults, int $now_ms ): void {
		$stored = self::stored();
		foreach ( $faults as $fault ) {
			$known                    = $stored[ $fault->name() ] ?? null;
			$stored[ $fault->name() ] = array(
				'fault'      => $fault->fault->value,
				'parameters' => $fault->parameters,
				'recording'  => $fault->recording,
				'count'      => $fault->count + ( $known['count'] ?? 0 ),
				'first'      => $known['first'] ?? $now_ms,
				'last'       => $now_ms,
			);
		}
		uasort( $stored, static fn( array $one, array $two ): int => $two['last'] <=> $one['last'] );
		update_option( self::OPTION, array_slice( $stored, 0, self::MOST ), false );
	}

	/**
	 * What was kept, newest first.
	 *
	 * @return list<array{fault: Fault, parameters: array<string, string>, recording: string, count: int, first: int, last: int}> Times are Unix times, ms.
	 */
	public function all(): array {
		$all = array();
		foreach ( self::stored() as $entry ) {
			$fault = Fault::tryFrom( $entry['fault'] );
			if ( null !== $fault ) {
				$all[] = array( 'fault' => $fault ) + $entry;
			}
		}
		return $all;
	}

	/** Forgets everything: the owner has dealt with it. */
	public function clear(): void {
		delete_option( self::OPTION );
	}

	/** @return array<string, array{fault: string, parameters: array<string, string>, recording: string, count: int, first: int, last: int}> */
	private static function stored(): array {
		$stored = get_option( self::OPTION, array() );
		$good   = static fn( mixed $entry ): bool => is_array( $entry ) && is_string( $entry['fault'] ?? null ) && is_array( $entry['parameters'] ?? null ) && is_string( $entry['recording'] ?? null ) && is_int( $entry['count'] ?? null ) && is_int( $entry['first'] ?? null ) && is_int( $entry['last'] ?? null );
		return is_array( $stored ) ? array_filter( $stored, $good ) : array();
	}
}
