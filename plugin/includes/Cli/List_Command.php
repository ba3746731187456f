<?php
/**
 * `wp candid list`.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

use Candid\Domain\Recording;
use Candid\Site\Site_Storage;

/** Lists recordings. */
final class List_Command {

	private const COLUMNS = array( 'id', 'started', 'duration', 'pages', 'events', 'segments', 'bytes', 'device', 'language', 'entry', 'exit', 'title', 'referrer', 'redacted' );

	public function __construct( private readonly Work $work ) {
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
	 * @param list<string>          $args  None.
	 * @param array<string, string> $named Options.
	 */
	public function __invoke( array $args, array $named ): void {
		$this->work->do(
			function ( Site_Storage $storage ) use ( $named ): void {
				$this->work->index();
				$format = $named['format'] ?? 'table';
				$now    = (int) ( microtime( true ) * 1000 );
				$found  = $storage->recordings->newest( max( 1, (int) ( $named['number'] ?? 100 ) ) );
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
}
