<?php
/**
 * Rows of page views.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

use Candid\Domain\Envelope;
use Candid\Domain\Recording_Sums;

/** The page views of one recording: what the table has, what is to change, and the change. */
final class Page_Rows {

	/** @var array<int, array<string, mixed>> What the table has, by ordinal. */
	private readonly array $known;

	/** @param int|null $key Row id of the recording; null when it has none yet. */
	public function __construct( private readonly \wpdb $wpdb, private readonly Schema $schema, ?int $key ) {
		$rows        = null === $key ? array() : $wpdb->get_results( $wpdb->prepare( "SELECT n, sequence, started, path, title FROM {$schema->table( 'pages' )} WHERE recording = %d", $key ), ARRAY_A ); // phpcs:ignore WordPress.DB -- A table of ours.
		$this->known = array_column( (array) $rows, null, 'n' );
	}

	/**
	 * What the table does not have, or has otherwise.
	 *
	 * @param callable( int ): (Envelope|null) $envelope As Rows::save().
	 * @return array<int, array<string, int|string>> Columns by ordinal.
	 */
	public function changes( Recording_Sums $sums, callable $envelope ): array {
		$changes = array();
		foreach ( $sums->page_sequences as $n => $sequence ) {
			$found = $this->known[ $n ] ?? null;
			$start = $sums->page_starts[ $n ];
			if ( null !== $found && (int) $found['sequence'] <= $sequence ) {
				if ( (int) $found['started'] !== $start ) {
					$changes[ $n ] = array( 'started' => $start );
				}
				continue;
			}
			$head          = $envelope( $sequence );
			$changes[ $n ] = array(
				'sequence' => $sequence,
				'started'  => $start,
				'path'     => $this->fit( 'path', null === $head ? '' : $head->path(), 2048 ),
				'title'    => $this->fit( 'title', null === $head ? '' : $head->title, 512 ),
			);
		}
		return $changes;
	}

	/**
	 * @param array<int, array<string, int|string>> $changes What changes() gave.
	 * @return array{string, string, string} Path and title of the first page view, path of the last.
	 */
	public function ends( array $changes ): array {
		$numbers = array_keys( $changes + $this->known );
		$first   = array() === $numbers ? 0 : min( $numbers );
		$last    = array() === $numbers ? 0 : max( $numbers );
		return array( $this->text( $changes, $first, 'path' ), $this->text( $changes, $first, 'title' ), $this->text( $changes, $last, 'path' ) );
	}

	/**
	 * Writes the changes.
	 *
	 * @param int                                   $key     Row id of the recording.
	 * @param array<int, array<string, int|string>> $changes What changes() gave.
	 * @return bool False when the database refused one.
	 */
	public function write( int $key, array $changes ): bool {
		$table = $this->schema->table( 'pages' );
		foreach ( $changes as $n => $columns ) {
			$place = array(
				'recording' => $key,
				'n'         => $n,
			);
			$done  = isset( $this->known[ $n ] ) ? $this->wpdb->update( $table, $columns, $place ) : $this->wpdb->insert( $table, $place + $columns ); // phpcs:ignore WordPress.DB -- A table of ours.
			if ( false === $done ) {
				return false;
			}
		}
		return true;
	}

	/** @param array<int, array<string, int|string>> $changes */
	private function text( array $changes, int $n, string $column ): string {
		$text = $changes[ $n ][ $column ] ?? $this->known[ $n ][ $column ] ?? '';
		return is_string( $text ) ? $text : '';
	}

	private function fit( string $column, string $text, int $most ): string {
		return Column_Text::fit( $this->wpdb, $this->schema->table( 'pages' ), $column, $text, $most );
	}
}
