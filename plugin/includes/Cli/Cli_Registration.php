<?php
/**
 * Tells WP-CLI about the commands.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

use Candid\Indexer\Indexer;
use Candid\Service;
use Candid\Site\Site_Storage;

/** Adds `wp candid`. */
final class Cli_Registration implements Service {

	/**
	 * @param \Closure(): Site_Storage $storage
	 * @param \Closure(): Indexer      $indexer
	 * @param \Closure(): bool         $is_recording
	 */
	public function __construct(
		private readonly \Closure $storage,
		private readonly \Closure $indexer,
		private readonly \Closure $is_recording
	) {
	}

	public function register_hooks(): void {
		if ( ! defined( 'WP_CLI' ) || ! WP_CLI ) {
			return;
		}
		$work = new Work( $this->storage, $this->indexer );
		\WP_CLI::add_command( 'candid', \WP_CLI\Dispatcher\CommandNamespace::class, array( 'shortdesc' => 'Recordings from the command line.' ) );
		\WP_CLI::add_command( 'candid status', new Status_Command( $work, $this->is_recording ) );
		\WP_CLI::add_command( 'candid list', new List_Command( $work ) );
		\WP_CLI::add_command( 'candid export', new Export_Command( $work ) );
		\WP_CLI::add_command( 'candid delete', new Delete_Command( $work ) );
		\WP_CLI::add_command( 'candid index', new Index_Command( $work ) );
	}
}
