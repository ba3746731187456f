<?php
/**
 * What lists show of recordings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** The rows the indexer writes. Database\Recording_Rows keeps them in tables. */
interface Rows {

	/** One recording; null when no row is there. */
	public function find( Recording_Id $id ): ?Recording;

	/**
	 * Writes what the vault holds of a recording into its rows. Doing this again changes nothing.
	 *
	 * @param int                              $bytes    Bytes in the vault.
	 * @param callable( int ): (Envelope|null) $envelope Gives the envelope of a segment in the vault, by its sequence; asked only for what the rows do not know yet.
	 * @throws Unavailable           When the database takes nothing.
	 * @throws Recording_Unavailable When the database takes other rows, but not these.
	 */
	public function save( Recording_Id $id, Recording_Sums $sums, int $bytes, callable $envelope ): void;

	/**
	 * Removes rows.
	 *
	 * @param list<Recording_Id> $ids
	 * @return int How many recordings had a row.
	 * @throws Unavailable When the database refuses.
	 */
	public function delete( array $ids ): int;
}
