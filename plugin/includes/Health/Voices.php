<?php
/**
 * How many recordings said the same.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Domain\Recording_Id;

/** A few recordings with the time each was heard last. One sender with one recording stays one voice. */
final class Voices {

	/** From so many different recordings on, a finding is no single voice. No more are remembered. */
	public const MANY = 3;

	/**
	 * A recording as it is remembered. Not its id: the recording may be erased long before the list is.
	 *
	 * @return array<array-key, int>
	 */
	public static function of( Recording_Id $recording, int $now_ms ): array {
		return array( substr( hash( 'sha256', $recording->hex ), 0, 8 ) => $now_ms );
	}

	/**
	 * @param array<array-key, int> $new
	 * @param array<array-key, int> $old
	 * @return array<array-key, int> The newest first.
	 */
	public static function together( array $new, array $old ): array {
		$all = $new + $old;
		arsort( $all );
		return array_slice( $all, 0, self::MANY, true );
	}

	/** @return array<array-key, int> What a database gave; empty when it is none. */
	public static function stored( mixed $voices ): array {
		return is_array( $voices ) ? array_filter( $voices, 'is_int' ) : array();
	}
}
