<?php
/**
 * `wp candid index`.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

/** Runs the indexer. */
final class Index_Command {

	public function __construct( private readonly Work $work ) {
	}

	/** Takes what waits in the inbox into the vault. */
	public function __invoke(): void {
		$this->work->do( fn() => $this->work->index() );
	}
}
