<?php
/**
 * The commands.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

use Candid\Accounts\Own_Account;
use Candid\Database\Recording_Rows;
use Candid\Domain\Malformed;
use Candid\Domain\Recording;
use Candid\Domain\Recording_Id;
use Candid\Domain\Unavailable;
use Candid\Inbox\Inbox;
use Candid\Indexer\Indexer;
use Candid\Site\Site_Storage;

/** Recordings from the command line. */
final class Commands {

	private const COLUMNS = array( 'id', 'started', 'duration', 'pages', 'events', 'segments', 'bytes', 'device', 'language', 'entry', 'exit', 'title', 'referrer', 'redacted' );

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
	public function status( array $args, array $named ): void {
		$this->guarded(
			function () use ( $named ): void {
				$storage = ( $this->storage )();
				$count   = $storage->recordings->count();
				$next    = wp_next_scheduled( 'candid_index' );
				$facts   = array(
					'recording'     => ( $this->is_recording )() ? 'on' : 'off',
					'account key'   => Own_Account::key(),
					'recordings'    => $count > Recording_Rows::COUNT_CAP ? Recording_Rows::COUNT_CAP . '+' : (string) $count,
					'data key'      => $storage->key->custody(),
					'data folder'   => $storage->folder->path() . ( $storage->folder->is_writable() ? '' : ' (not writable)' ),
					'inbox bytes'   => (string) ( $this->inbox )()->bytes(),
					'set aside'     => (string) ( $this->inbox )()->unreadable(),
					'next cron run' => false === $next ? 'never' : gmdate( 'Y-m-d\TH:i:s\Z', $next ),
				);
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

	/**
	 * Lists recordings, newest first.
	 *
	 * ## OPTIONS
	 *
	 * [--number=<number>]
	 * : How many at most.
	 * ---
	 * default: 100
	 * ---
	 *
	 * [--format=<format>]
	 * : How to print it. Cells of csv that a spreadsheet would run get an apostrophe in front.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 *   - csv
	 *   - ids
	 * ---
	 *
	 * @subcommand list
	 *
	 * @param list<string>          $args  None.
	 * @param array<string, string> $named Options.
	 */
	public function list_( array $args, array $named ): void {
		$this->guarded(
			function () use ( $named ): void {
				$this->index();
				$format = $named['format'] ?? 'table';
				$now    = (int) ( microtime( true ) * 1000 );
				$found  = ( $this->storage )()->recordings->newest( max( 1, (int) ( $named['number'] ?? 100 ) ) );
				if ( 'ids' === $format ) {
					\WP_CLI::line( implode( ' ', array_map( static fn( Recording $recording ): string => $recording->id->hex, $found ) ) );
					return;
				}
				if ( 'json' === $format ) {
					\WP_CLI::line( (string) wp_json_encode( array_map( static fn( Recording $recording ): array => $recording->to_array( $now ), $found ) ) );
					return;
				}
				$rows = array_map( static fn( Recording $recording ): array => self::row( $recording, $now, 'csv' === $format ), $found );
				\WP_CLI\Utils\format_items( $format, $rows, self::COLUMNS );
			}
		);
	}

	/**
	 * Prints the decrypted events of a recording, one JSON object a line.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : Recording id.
	 *
	 * [--envelopes]
	 * : Print the envelope of each segment too.
	 *
	 * @param list<string>               $args  The id.
	 * @param array<string, string|bool> $named Options.
	 */
	public function export( array $args, array $named ): void {
		$this->guarded(
			function () use ( $args, $named ): void {
				$this->index();
				$id    = Recording_Id::from_hex( $args[0] ?? '' );
				$vault = ( $this->storage )()->vault();
				$facts = $vault->segments( $id );
				if ( array() === $facts ) {
					\WP_CLI::error( 'There is no recording with this id.' );
				}
				foreach ( array_keys( $facts ) as $sequence ) {
					$body = $vault->read( $id, $sequence );
					if ( null === $body ) {
						\WP_CLI::warning( "Segment $sequence cannot be opened." );
						continue;
					}
					$lines = (string) gzdecode( $body );
					$start = isset( $named['envelopes'] ) ? 0 : (int) strpos( $lines, "\n" ) + 1;
					fwrite( STDOUT, substr( $lines, $start ) );
				}
			}
		);
	}

	/**
	 * Deletes a recording for ever.
	 *
	 * ## OPTIONS
	 *
	 * <id>...
	 * : Recording ids.
	 *
	 * [--yes]
	 * : Do not ask.
	 *
	 * @param list<string>          $args  The ids.
	 * @param array<string, string> $named Options.
	 */
	public function delete( array $args, array $named ): void {
		$this->guarded(
			function () use ( $args, $named ): void {
				$ids = array_map( static fn( string $id ): Recording_Id => Recording_Id::from_hex( $id ), $args );
				\WP_CLI::confirm( sprintf( 'Delete %d recording(s)? They cannot be brought back.', count( $ids ) ), $named );
				$this->index();
				$deleted = ( $this->storage )()->store()->erase( $ids );
				if ( 0 === $deleted ) {
					\WP_CLI::error( 'There is no recording with this id.' );
				}
				\WP_CLI::success( "Deleted $deleted." );
			}
		);
	}

	/** Takes what waits in the inbox into the vault. */
	public function index(): void {
		do {
			$report = ( $this->indexer )()->run( 10.0, true );
			if ( '' !== $report->fault ) {
				\WP_CLI::warning( $report->fault );
			}
		} while ( $report->unfinished && $report->stored + $report->duplicates + $report->refused > 0 );
	}

	/** @return array<string, string> */
	private static function row( Recording $recording, int $now, bool $csv ): array {
		$row              = array();
		$facts            = $recording->to_array( $now );
		$facts['started'] = gmdate( 'Y-m-d\TH:i:s\Z', intdiv( $recording->started, 1000 ) );
		foreach ( self::COLUMNS as $column ) {
			$value          = is_scalar( $facts[ $column ] ) ? (string) $facts[ $column ] : '';
			$row[ $column ] = $csv ? Csv_Cell::safe( $value ) : $value;
		}
		return $row;
	}

	/** @param \Closure(): void $work */
	private function guarded( \Closure $work ): void {
		try {
			$work();
		} catch ( Malformed | Unavailable $fault ) {
			\WP_CLI::error( $fault->getMessage() );
		}
	}
}
