<?php
/**
 * One event in front of the fence.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Domain\Deadline;
use Candid\Domain\Findings;

/** What every part of the fence needs to look at one event. */
final class Inspection {

	/**
	 * @param Rules_In_Force $rules    What may be stored.
	 * @param Node_Memory    $memory   What is known of the page's nodes.
	 * @param Findings       $tally    What had to be redacted.
	 * @param Deadline       $deadline Until when the segment must be done.
	 */
	public function __construct( public readonly Rules_In_Force $rules, public readonly Node_Memory $memory, public readonly Findings $tally, public readonly Deadline $deadline ) {
	}
}
