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
use Candid\Domain\Recording_Id;
use Candid\Privacy\Url_Scrubber;

/**
 * Keeps each leak once with a count, so that a broken recorder makes one line on the health screen and not a flood.
 * Holds rule, page and element; never a value. One option that is not autoloaded.
 *
 * @phpstan-type Leak array{rule: string, path: string, selector: string, count: int, first: int, last: int}
 * @phpstan-type Kept array{rule: string, path: string, selector: string, count: int, first: int, last: int, voices: array<array-key, int>}
 */
final class Leak_Log implements Leak_Sink {

	public const OPTION = 'candid_leaks';

	/** Most leaks kept. What only one recording showed goes first, then what was not seen for longest. */
	public const MAX = 100;

	/** Noted leaks that are written before the end of a run, so that a flood does not fill the memory. */
	private const MOST_NOTED = 500;

	/** @var array<string, Kept> Noted and not yet written. */
	private array $noted = array();

	/** @inheritDoc */
	public function note_leaks( string $path, array $findings, Recording_Id $recording, int $now_ms ): void {
		if ( array() === $findings ) {
			return;
		}
		// Scrubbed once more by the strictest rules, whatever was in force for its segment.
		$path = Page_Path::of( ( new Url_Scrubber( array(), false ) )->scrub( mb_scrub( $path, 'UTF-8' ) ) );
		foreach ( $findings as $finding ) {
			$key                 = md5( $finding->rule . "\n" . $path . "\n" . $finding->selector );
			$this->noted[ $key ] = self::together( self::leak( $finding, $path, $recording, $now_ms ), $this->noted[ $key ] ?? null );
		}
		if ( count( $this->noted ) > self::MOST_NOTED ) {
			$this->keep();
		}
	}

	/** @inheritDoc */
	public function keep(): void {
		if ( array() === $this->noted ) {
			return;
		}
		$leaks = $this->stored();
		foreach ( $this->noted as $key => $leak ) {
			$leaks[ $key ] = self::together( $leak, $leaks[ $key ] ?? null );
		}
		$this->noted = array();
		$is_many     = static fn( array $leak ): bool => count( $leak['voices'] ) > 1;
		uasort( $leaks, static fn( array $a, array $b ): int => array( $is_many( $b ), $b['last'] ) <=> array( $is_many( $a ), $a['last'] ) );
		$leaks       = array_slice( $leaks, 0, self::MAX, true );
		uasort( $leaks, static fn( array $a, array $b ): int => $b['last'] <=> $a['last'] );
		update_option( self::OPTION, $leaks, false );
	}

	/**
	 * Leaks, the latest first.
	 *
	 * @return list<Leak> Times are Unix ms.
	 */
	public function leaks(): array {
		$leaks = array();
		foreach ( $this->stored() as $leak ) {
			unset( $leak['voices'] );
			$leaks[] = $leak;
		}
		return $leaks;
	}

	/**
	 * Forgets all, when the owner has dealt with them.
	 *
	 * @return int How many there were.
	 */
	public function clear(): int {
		$count       = count( $this->stored() );
		$this->noted = array();
		delete_option( self::OPTION );
		return $count;
	}

	/** @return Kept */
	private static function leak( Fence_Finding $finding, string $path, Recording_Id $recording, int $now_ms ): array {
		return array(
			'rule'     => $finding->rule,
			'path'     => $path,
			'selector' => $finding->selector,
			'count'    => $finding->count,
			'first'    => $now_ms,
			'last'     => $now_ms,
			'voices'   => Voices::of( $recording, $now_ms ),
		);
	}

	/**
	 * @param Kept      $leak
	 * @param Kept|null $before
	 * @return Kept
	 */
	private static function together( array $leak, ?array $before ): array {
		if ( null === $before ) {
			return $leak;
		}
		return array(
			'count'  => $leak['count'] + $before['count'],
			'first'  => $before['first'],
			'last'   => max( $leak['last'], $before['last'] ),
			'voices' => Voices::together( $leak['voices'], $before['voices'] ),
		) + $leak;
	}

	/** @return array<string, Kept> */
	private function stored(): array {
		$leaks = array();
		foreach ( (array) get_option( self::OPTION, array() ) as $key => $leak ) {
			if ( is_array( $leak ) && self::is_leak( $leak ) ) {
				$leaks[ (string) $key ] = array(
					'rule'     => $leak['rule'],
					// Written by an earlier version, perhaps.
					'path'     => Page_Path::of( $leak['path'] ),
					'selector' => $leak['selector'],
					'count'    => $leak['count'],
					'first'    => $leak['first'],
					'last'     => $leak['last'],
					'voices'   => Voices::stored( $leak['voices'] ?? null ),
				);
			}
		}
		return $leaks;
	}

	/**
	 * @param array<mixed> $leak
	 * @phpstan-assert-if-true array{rule: string, path: string, selector: string, count: int, first: int, last: int, voices?: mixed} $leak
	 */
	private static function is_leak( array $leak ): bool {
		foreach ( array( 'rule', 'path', 'selector' ) as $text ) {
			if ( ! is_string( $leak[ $text ] ?? null ) ) {
				return false;
			}
		}
		foreach ( array( 'count', 'first', 'last' ) as $number ) {
			if ( ! is_int( $leak[ $number ] ?? null ) ) {
				return false;
			}
		}
		return true;
	}
}
