<?php
/**
 * `wp candid status`.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

use Candid\Accounts\Own_Account;
use Candid\Database\Recording_Rows;
use Candid\Site\Indexer_Schedule;
use Candid\Site\Site_Storage;

/** Shows the state of the site. */
final class Status_Command {

	/** @param \Closure(): bool $is_recording */
	public function __construct( private readonly Work $work, private readonly \Closure $is_recording ) {
	}

	/**
	 * Shows whether visits are recorded and where they are kept.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How to print it.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 *   - csv
	 * ---
	 *
	 * @param list<string>          $args  None.
	 * @param array<string, string> $named Options.
	 */
	public function __invoke( array $args, array $named ): void {
		$this->work->do(
			function ( Site_Storage $storage ) use ( $named ): void {
				$facts = $this->facts( $storage );
				if ( 'json' === ( $named['format'] ?? '' ) ) {
					\WP_CLI::line( (string) wp_json_encode( $facts ) );
					return;
				}
				$rows = array();
				foreach ( $facts as $name => $value ) {
					$rows[] = array(
						'name'  => $name,
						'value' => $value,
					);
				}
				\WP_CLI\Utils\format_items( $named['format'] ?? 'table', $rows, array( 'name', 'value' ) );
			}
		);
	}

	/** @return array<string, string> */
	private function facts( Site_Storage $storage ): array {
		$count = $storage->recordings->count();
		$inbox = $storage->inbox();
		$next  = wp_next_scheduled( Indexer_Schedule::HOOK );
		return array(
			'recording'     => ( $this->is_recording )() ? 'on' : 'off',
			'account key'   => Own_Account::key(),
			'recordings'    => $count > Recording_Rows::COUNT_CAP ? Recording_Rows::COUNT_CAP . '+' : (string) $count,
			'data key'      => $storage->key->custody(),
			'data folder'   => $storage->folder->path() . ( $storage->folder->is_writable() ? '' : ' (not writable)' ),
			'inbox bytes'   => (string) $inbox->bytes(),
			'held'          => (string) $inbox->held->count(),
			'set aside'     => (string) $inbox->unreadable(),
			'next cron run' => false === $next ? 'when something waits' : gmdate( 'Y-m-d\TH:i:s\Z', $next ),
		);
	}
}
