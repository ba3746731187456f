<?php
/**
 * Vault and rows together.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Envelope;
use Candid\Domain\Erasure;
use Candid\Domain\Failure;
use Candid\Domain\Malformed;
use Candid\Domain\Recording_Id;
use Candid\Domain\Rows;
use Candid\Vault\Vault;

/** What touches both the vault and the rows, in the order in which a process may be killed. */
final class Recording_Keeper implements Erasure {

	/**
	 * Ids of recordings that are not here are noted as erased, for their segments may be on their way, up to so many: else
	 * anybody could make the note of erased ids grow with random keys.
	 */
	private const MOST_UNKNOWN = 5000;

	public function __construct( private readonly Vault $vault, private readonly Rows $rows ) {
	}

	/**
	 * Computes the rows of a recording from the vault.
	 *
	 * @throws Failure As Rows::save().
	 */
	public function refresh_rows( Recording_Id $id ): void {
		$sums = $this->vault->sums( $id );
		if ( null !== $sums && ! $this->vault->was_erased( $id ) ) {
			$this->rows->save( $id, $sums, $this->vault->bytes( $id ), fn( int $sequence ): ?Envelope => $this->envelope( $id, $sequence ) );
		}
		// Erased meanwhile: the row must not outlive the recording.
		if ( $this->vault->was_erased( $id ) ) {
			$this->rows->delete( array( $id ) );
		}
	}

	/**
	 * Erases recordings: first the key, so that nothing can be read from then on, then the row. A row stays where the
	 * bytes do, so that the owner sees what is left.
	 *
	 * @param list<Recording_Id> $ids
	 * @return int How many there were.
	 * @throws Failure When one cannot be erased; those before it are gone.
	 */
	public function erase( array $ids ): int {
		$deleted = 0;
		foreach ( $ids as $id ) {
			if ( null !== $this->rows->find( $id ) || null !== $this->vault->sums( $id ) ) {
				$this->vault->erase( $id );
				$this->rows->delete( array( $id ) );
				++$deleted;
			}
		}
		return $deleted;
	}

	/**
	 * Finishes erasures that were killed: files and rows of recordings that were noted as erased.
	 *
	 * @param int $since_s Unix time, s: earlier ones were finished before.
	 * @throws Failure When one cannot be erased.
	 */
	public function finish_erasures( int $since_s ): void {
		foreach ( $this->vault->erased_since( $since_s ) as $id ) {
			if ( $this->vault->bytes( $id ) > 0 ) {
				$this->vault->erase( $id );
			}
			$this->rows->delete( array( $id ) );
		}
	}

	/** @inheritDoc */
	public function withdraw( array $ids ): void {
		foreach ( $ids as $id ) {
			if ( null !== $this->rows->find( $id ) || $this->vault->bytes( $id ) > 0 || $this->vault->erased() < self::MOST_UNKNOWN ) {
				$this->vault->erase( $id );
				$this->rows->delete( array( $id ) );
			}
		}
	}

	private function envelope( Recording_Id $id, int $sequence ): ?Envelope {
		$body    = $this->vault->read( $id, $sequence );
		$inflate = inflate_init( ZLIB_ENCODING_GZIP );
		if ( null === $body || false === $inflate ) {
			return null;
		}
		$line   = '';
		$length = strlen( $body );
		// The vault holds what the indexer wrote, so steps may be larger than at the door; still no more than the first line is inflated.
		for ( $at = 0; $at < $length && ! str_contains( $line, "\n" ); $at += 4096 ) {
			$line .= (string) inflate_add( $inflate, substr( $body, $at, 4096 ) );
		}
		try {
			return Envelope::parse( explode( "\n", $line, 2 )[0] );
		} catch ( Malformed $fault ) {
			return null;
		}
	}
}
