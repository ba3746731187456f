<?php
/**
 * Tells WP-CLI about us.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

use Candid\Inbox\Inbox;
use Candid\Indexer\Indexer;
use Candid\Service;
use Candid\Site\Site_Storage;

/** Adds `wp candid`. */
final class Cli_Registration implements Service {

	/**
	 * @param \Closure(): Site_Storage $storage
	 * @param \Closure(): Indexer      $indexer
	 * @param \Closure(): Inbox        $inbox
	 * @param \Closure(): bool         $is_recording
	 */
	public function __construct(
		private readonly \Closure $storage,
		private readonly \Closure $indexer,
		private readonly \Closure $inbox,
		private readonly \Closure $is_recording
	) {
	}

	public function register_hooks(): void {
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			\WP_CLI::add_command( 'candid', new Commands( $this->storage, $this->indexer, $this->inbox, $this->is_recording ) );
		}
	}
}
