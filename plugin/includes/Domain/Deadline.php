<?php
/**
 * How long a piece of work may take.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * Stops work that takes too long from within: whoever works through something that a stranger sent says so after each
 * piece, and every few hundred pieces the clock is asked. Asking each time would cost as much as the work.
 */
final class Deadline {

	/** Pieces between two looks at the clock: at ten to a hundred microseconds each, some milliseconds. */
	private const PIECES = 200;

	/** Bytes that cost about as much as a piece. */
	private const PIECE_BYTES = 256;

	private int $left = self::PIECES;

	/**
	 * @param Clock|null $clock Null: there is no end.
	 * @param int        $until By that clock, ms.
	 */
	private function __construct( private readonly ?Clock $clock, private readonly int $until ) {
	}

	/** An end after so many ms of the clock. */
	public static function after( Clock $clock, int $ms ): self {
		return new self( $clock, $clock->now_ms() + $ms );
	}

	/** No end. */
	public static function never(): self {
		return new self( null, 0 );
	}

	/**
	 * Notes a piece of work.
	 *
	 * @param int $bytes How long it was, if that decides what it cost.
	 * @throws Too_Slow When the time is over.
	 */
	public function spend( int $bytes = 0 ): void {
		$this->left -= 1 + intdiv( $bytes, self::PIECE_BYTES );
		if ( $this->left <= 0 ) {
			$this->check();
		}
	}

	/**
	 * Asks the clock.
	 *
	 * @throws Too_Slow When the time is over.
	 */
	public function check(): void {
		$this->left = self::PIECES;
		if ( null !== $this->clock && $this->clock->now_ms() > $this->until ) {
			throw new Too_Slow();
		}
	}
}
