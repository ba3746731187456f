<?php
/**
 * Checked segments.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Vault;

use Candid\Domain\Other_Key;
use Candid\Domain\Recording_Id;
use Candid\Domain\Unavailable;

/** The only thing a player ever reads. Local_Vault keeps it in files; other places can stand behind the same words. */
interface Vault {

	/**
	 * Adds a segment. The same sequence again changes nothing.
	 *
	 * @param string $body Gzip of NDJSON, envelope line first.
	 * @return bool False when the vault has this sequence already, or the recording was erased.
	 * @throws Unavailable When it cannot be written now; nothing was added then.
	 * @throws Other_Key   When the recording was begun with another data key.
	 */
	public function append( Recording_Id $recording, Segment_Facts $facts, string $body ): bool;

	/**
	 * What the vault holds of a recording, without opening any body.
	 *
	 * @return array<int, Segment_Facts> By sequence, ascending; empty when there is nothing.
	 */
	public function segments( Recording_Id $recording ): array;

	/** Body of one segment: gzip of NDJSON. Null when it is not there, damaged, or sealed with another data key. */
	public function read( Recording_Id $recording, int $sequence ): ?string;

	/** Bytes a recording takes. */
	public function bytes( Recording_Id $recording ): int;

	/** What the fence remembers of a recording; empty when nothing or unreadable. */
	public function fence_state( Recording_Id $recording ): string;

	/**
	 * Keeps what the fence remembers.
	 *
	 * @throws Unavailable|Other_Key As append().
	 */
	public function keep_fence_state( Recording_Id $recording, string $state ): void;

	/**
	 * Destroys the recording's key, then its bytes, and remembers the id so that late segments do not bring it back.
	 *
	 * @throws Unavailable When that could not be done; the message says what to do, and doing it again is safe.
	 */
	public function erase( Recording_Id $recording ): void;

	/** Whether the recording was erased not long ago. */
	public function was_erased( Recording_Id $recording ): bool;

	/** Forgets erased ids that no tab can still send to. Safe to call often. */
	public function forget_erased( int $now_s ): void;
}
