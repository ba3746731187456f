<?php
/**
 * Who is told about leaks.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Takes what the fence found, for the owner's health screen. */
interface Leak_Sink {

	/**
	 * Notes what was found in one stored segment.
	 *
	 * @param string              $path      Path of the page, scrubbed; else whatever the sender chose.
	 * @param list<Fence_Finding> $findings  What was redacted there.
	 * @param Recording_Id        $recording Which one: what one sender says many times is still said once.
	 * @param int                 $now_ms    Unix time, ms.
	 */
	public function note_leaks( string $path, array $findings, Recording_Id $recording, int $now_ms ): void;

	/** Writes down what was noted. Called once at the end of a run of the indexer. */
	public function keep(): void;
}
