<?php
/**
 * One at a time.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** A lock with an owner and an expiry, held by one process of all machines of the site. */
interface Lock {

	/**
	 * Takes the lock if nobody holds it, or the process that does is dead.
	 *
	 * @throws Unavailable When the place of the lock cannot be used.
	 */
	public function take(): bool;

	/** Whether take() gave the lock and release() has not been called since. Another process may have taken it over by time: renew() finds out. */
	public function is_held(): bool;

	/**
	 * Holds the lock longer. False when another process has it: stop working then.
	 *
	 * @throws Unavailable When the place of the lock cannot be used.
	 */
	public function renew(): bool;

	/** Gives the lock back. */
	public function release(): void;
}
