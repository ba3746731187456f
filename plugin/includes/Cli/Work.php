<?php
/**
 * What every command does around its own work.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

use Candid\Domain\Failure;
use Candid\Domain\Malformed;
use Candid\Health\Fault_Text;
use Candid\Indexer\Indexer;
use Candid\Site\Site_Storage;

/** Works as the owner of the data folder, and says what goes wrong in words. */
final class Work {

	/** A run this long is one step of a longer work; between two, other processes get the lock (s). */
	private const STEP_SECONDS = 10.0;

	/**
	 * @param \Closure(): Site_Storage $storage
	 * @param \Closure(): Indexer      $indexer
	 */
	public function __construct( private readonly \Closure $storage, private readonly \Closure $indexer ) {
	}

	/** @param \Closure( Site_Storage ): void $work */
	public function do( \Closure $work ): void {
		try {
			$storage = ( $this->storage )();
			$storage->folder->as_owner( static fn() => $work( $storage ) );
		} catch ( Malformed $fault ) {
			\WP_CLI::error( $fault->getMessage() );
		} catch ( Failure $failure ) {
			\WP_CLI::error( Fault_Text::of( $failure->fault, $failure->parameters ) );
		}
	}

	/** Takes what waits in the inbox into the vault, and warns of what went wrong. */
	public function index(): void {
		do {
			$report = ( $this->indexer )()->run( self::STEP_SECONDS, true );
			foreach ( $report->faults() as $fault ) {
				\WP_CLI::warning( Fault_Text::of( $fault->fault, $fault->parameters ) );
			}
		} while ( $report->unfinished && $report->did_something() );
	}
}
