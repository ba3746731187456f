<?php
/**
 * What a run of the indexer did.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

/** Counts of one run. */
final class Run_Report {

	public int $stored     = 0;
	public int $duplicates = 0;
	public int $refused    = 0;

	/** Frames of recordings that were erased meanwhile. */
	public int $erased = 0;

	/** Whether something was left for the next run, or somebody else is at work. */
	public bool $unfinished = false;

	/** Why the run stopped early; empty when nothing was wrong. */
	public string $fault = '';
}
