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
use Candid\Domain\Recording_Sums;
use Candid\Domain\Recording_Unavailable;
use Candid\Domain\Segment_Facts;
use Candid\Domain\Unavailable;

/** The only thing a player ever reads. Local_Vault keeps recordings in files; other places can stand behind the same words. */
interface Vault {

	/**
	 * Adds a segment. The same sequence again changes nothing.
	 *
	 * @param string $body Gzip of NDJSON, envelope line first.
	 * @return bool False when the vault has this sequence already, or the recording was erased.
	 * @throws Unavailable           When nothing can be written now; nothing was added then.
	 * @throws Recording_Unavailable When this recording cannot be written, while others can.
	 * @throws Other_Key             When the recording was begun with another data key.
	 */
	public function append( Recording_Id $recording, Segment_Facts $facts, string $body ): bool;

	/** Whether the vault has a segment. Costs the same however long the recording is. */
	public function has( Recording_Id $recording, int $sequence ): bool;

	/**
	 * What the vault holds of a recording, without opening any body. Takes time in proportion to the number of segments.
	 *
	 * @return array<int, Segment_Facts> By sequence, ascending; empty when there is nothing.
	 */
	public function segments( Recording_Id $recording ): array;

	/** The sums over all segments; null when the vault has none. Costs the same however many segments there are. */
	public function sums( Recording_Id $recording ): ?Recording_Sums;

	/** Body of one segment: gzip of NDJSON. Null when the segment is not there, damaged, or sealed with another data key. */
	public function read( Recording_Id $recording, int $sequence ): ?string;

	/** Bytes a recording takes, with all that is kept beside it. */
	public function bytes( Recording_Id $recording ): int;

	/** What the fence remembers of a recording; empty when nothing or unreadable. */
	public function fence_state( Recording_Id $recording ): string;

	/**
	 * Keeps what the fence remembers.
	 *
	 * @throws Unavailable|Recording_Unavailable|Other_Key As append().
	 */
	public function keep_fence_state( Recording_Id $recording, string $state ): void;

	/**
	 * Destroys the recording's key, then its bytes, and remembers the id so that late segments do not bring it back.
	 *
	 * @throws Recording_Unavailable When that could not be done. Doing it again is safe.
	 */
	public function erase( Recording_Id $recording ): void;

	/**
	 * Recordings that are remembered as erased since a time.
	 *
	 * @param int $time_s Unix time, s.
	 * @return list<Recording_Id>
	 */
	public function erased_since( int $time_s ): array;

	/** How many recordings are remembered as erased. */
	public function erased(): int;

	/** Whether the recording was erased not long ago. */
	public function was_erased( Recording_Id $recording ): bool;

	/**
	 * Removes what is no longer needed: the fence's memory and the index of recordings that have ended, what killed
	 * writers left, ids of erased recordings no tab can still send to. Bounded; goes on where it stopped.
	 *
	 * @param int $now_s Unix time, s.
	 * @param int $most  Longest time it may take, ms.
	 * @return bool Whether there will be more to remove later.
	 */
	public function tidy( int $now_s, int $most = 200 ): bool;
}
