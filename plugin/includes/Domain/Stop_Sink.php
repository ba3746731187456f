<?php
/**
 * Who is told that a recorder stopped by itself.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Takes the reason a recording ended for, when it is one the owner should know. */
interface Stop_Sink {

	/**
	 * Notes one recording that ended early.
	 *
	 * @param string       $reason    "selector", "error" or "limit" of the envelope's `ended`.
	 * @param string       $path      Path of the page, scrubbed; else whatever the sender chose.
	 * @param Recording_Id $recording Which one: what one sender says many times is still said once.
	 * @param int          $now_ms    Unix time, ms.
	 */
	public function note_stop( string $reason, string $path, Recording_Id $recording, int $now_ms ): void;

	/** Writes down what was noted. Called once at the end of a run of the indexer. */
	public function keep(): void;
}
