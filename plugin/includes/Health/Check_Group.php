<?php
/**
 * A few checks that belong together.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

/** Gives results when asked; asks nobody outside this server. */
interface Check_Group {

	/**
	 * The results now.
	 *
	 * @return list<Check>
	 */
	public function checks(): array;
}
