<?php
/**
 * What a run of the indexer did.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Failure;
use Candid\Domain\Fault;
use Candid\Domain\Recording_Id;

/** Counts and faults of one run. */
final class Run_Report {

	/** Different faults that are kept of one run: a vault of which every sub-folder belongs to another user has 256. */
	private const MOST_FAULTS = 50;

	public int $stored     = 0;
	public int $duplicates = 0;
	public int $refused    = 0;

	/** Segments set aside, to be tried again later. */
	public int $held = 0;

	/** Frames of recordings that were erased meanwhile. */
	public int $erased = 0;

	/** Whether something was left for the next run, or another process is at work. */
	public bool $unfinished = false;

	/** Why the run stopped early; null when nothing stopped it. */
	public ?Failure $stopped_by = null;

	/** @var array<string, Index_Fault> By name. */
	private array $faults = array();

	/**
	 * Notes a fault.
	 *
	 * @param array<string, string> $parameters As Fault documents them.
	 */
	public function note( Fault $fault, array $parameters = array(), ?Recording_Id $recording = null ): void {
		$id    = null === $recording ? '' : $recording->hex;
		$new   = new Index_Fault( $fault, $parameters, $id );
		$known = $this->faults[ $new->name() ] ?? null;
		if ( null !== $known || count( $this->faults ) < self::MOST_FAULTS ) {
			$this->faults[ $new->name() ] = null === $known ? $new : $known->again( $id );
		}
	}

	/** @return list<Index_Fault> What went wrong, each once. */
	public function faults(): array {
		return array_values( $this->faults );
	}

	/** Whether the run moved anything. */
	public function did_something(): bool {
		return $this->stored + $this->duplicates + $this->refused + $this->held + $this->erased > 0;
	}
}
