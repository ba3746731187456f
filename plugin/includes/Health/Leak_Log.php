<?php
/**
 * What the fence found, for the owner.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Domain\Fence_Finding;
use Candid\Domain\Leak_Sink;
use Candid\Privacy\Url_Scrubber;

/**
 * Keeps each leak once with a count, so that a broken recorder makes one line on the health screen and not a flood.
 * Holds rule, page and element; never a value. One option that is not autoloaded.
 */
final class Leak_Log implements Leak_Sink {

	public const OPTION = 'candid_leaks';

	/** Most leaks kept; the one longest not seen goes first. */
	public const MAX = 100;

	/** @inheritDoc */
	public function note( string $path, array $findings, int $now_ms ): void {
		if ( array() === $findings ) {
			return;
		}
		$leaks = $this->stored();
		// Scrubbed whatever was in force for its segment, and cut between letters: a database refuses half of one.
		$path = mb_strcut( ( new Url_Scrubber( array(), false ) )->scrub( mb_scrub( $path, 'UTF-8' ) ), 0, 200, 'UTF-8' );
		foreach ( $findings as $finding ) {
			$this->add( $leaks, $path, $finding, $now_ms );
		}
		uasort( $leaks, static fn( array $a, array $b ): int => $b['last'] <=> $a['last'] );
		update_option( self::OPTION, array_slice( $leaks, 0, self::MAX, true ), false );
	}

	/**
	 * Leaks, the latest first.
	 *
	 * @return list<array{rule: string, path: string, selector: string, count: int, first: int, last: int}> Times are Unix ms.
	 */
	public function all(): array {
		return array_values( $this->stored() );
	}

	/** Forgets all, when the owner has seen them. */
	public function clear(): void {
		delete_option( self::OPTION );
	}

	/** @param array<string, array{rule: string, path: string, selector: string, count: int, first: int, last: int}> $leaks */
	private function add( array &$leaks, string $path, Fence_Finding $finding, int $now_ms ): void {
		$key           = md5( $finding->rule . "\n" . $path . "\n" . $finding->selector );
		$leaks[ $key ] = array(
			'rule'     => $finding->rule,
			'path'     => $path,
			'selector' => $finding->selector,
			'count'    => ( $leaks[ $key ]['count'] ?? 0 ) + $finding->count,
			'first'    => $leaks[ $key ]['first'] ?? $now_ms,
			'last'     => max( $now_ms, $leaks[ $key ]['last'] ?? 0 ),
		);
	}

	/** @return array<string, array{rule: string, path: string, selector: string, count: int, first: int, last: int}> */
	private function stored(): array {
		$leaks = array();
		foreach ( (array) get_option( self::OPTION, array() ) as $key => $leak ) {
			if ( is_array( $leak ) && is_string( $leak['rule'] ?? null ) && is_string( $leak['path'] ?? null ) && is_string( $leak['selector'] ?? null ) && is_int( $leak['count'] ?? null ) && is_int( $leak['first'] ?? null ) && is_int( $leak['last'] ?? null ) ) {
				$leaks[ (string) $key ] = array(
					'rule'     => $leak['rule'],
					'path'     => $leak['path'],
					'selector' => $leak['selector'],
					'count'    => $leak['count'],
					'first'    => $leak['first'],
					'last'     => $leak['last'],
				);
			}
		}
		return $leaks;
	}
}
