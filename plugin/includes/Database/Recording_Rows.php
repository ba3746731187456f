<?php
/**
 * Rows of recordings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

use Candid\Domain\Envelope;
use Candid\Domain\Page_View;
use Candid\Domain\Recording;
use Candid\Domain\Recording_Id;
use Candid\Vault\Recording_Sums;

/** Reads and writes the tables of recordings and page views. Lists go by the time-ordered row id, never by OFFSET. */
final class Recording_Rows {

	/** Counting stops here: a count of a million rows takes a quarter of a second, and nobody reads the last digits. */
	public const COUNT_CAP = 1000;

	public function __construct( private readonly \wpdb $wpdb, private readonly Schema $schema ) {
	}

	/**
	 * Newest recordings.
	 *
	 * @param int      $most   How many.
	 * @param int|null $before Only those with a lower row id; null for the newest of all.
	 * @return list<Recording>
	 */
	public function newest( int $most, ?int $before = null ): array {
		$table = $this->schema->table( 'recordings' );
		$rows  = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT * FROM $table WHERE id < %d ORDER BY id DESC LIMIT %d", $before ?? PHP_INT_MAX, $most ), ARRAY_A ); // phpcs:ignore WordPress.DB -- A table of ours.
		return array_map( array( self::class, 'recording' ), array_values( (array) $rows ) );
	}

	/** How many recordings there are, at most COUNT_CAP + 1. */
	public function count(): int {
		$table = $this->schema->table( 'recordings' );
		return (int) $this->wpdb->get_var( $this->wpdb->prepare( "SELECT COUNT(*) FROM (SELECT id FROM $table LIMIT %d) AS capped", self::COUNT_CAP + 1 ) ); // phpcs:ignore WordPress.DB -- A table of ours.
	}

	/** One recording. */
	public function find( Recording_Id $id ): ?Recording {
		$row = $this->row( $id );
		return null === $row ? null : self::recording( $row );
	}

	/**
	 * Page views of a recording, in order.
	 *
	 * @return list<Page_View>
	 */
	public function page_views( Recording $recording ): array {
		$table = $this->schema->table( 'pages' );
		$rows  = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT n, path, title, started, sequence FROM $table WHERE recording = %d ORDER BY n", $recording->row ), ARRAY_A ); // phpcs:ignore WordPress.DB -- A table of ours.
		$skew  = (int) $this->wpdb->get_var( $this->wpdb->prepare( "SELECT skew FROM {$this->schema->table( 'recordings' )} WHERE id = %d", $recording->row ) ); // phpcs:ignore WordPress.DB -- A table of ours.
		$views = array();
		foreach ( (array) $rows as $row ) {
			$started = max( 0, min( $recording->duration(), (int) $row['started'] + $skew - $recording->started ) );
			$views[] = new Page_View( (int) $row['n'], (string) $row['path'], (string) $row['title'], $started, (int) $row['sequence'] );
		}
		return $views;
	}

	/**
	 * Writes what the vault holds of a recording into the rows. Doing it again changes nothing.
	 *
	 * @param int                            $bytes    Bytes in the vault.
	 * @param callable( int ): (Envelope|null) $envelope Gives the envelope of a segment in the vault, by its sequence; asked only for what the rows do not know yet.
	 */
	public function save( Recording_Id $id, Recording_Sums $sums, int $bytes, callable $envelope ): void {
		$table = $this->schema->table( 'recordings' );
		$row   = $this->row( $id );
		if ( null === $row ) {
			$this->wpdb->query( $this->wpdb->prepare( "INSERT IGNORE INTO $table (rec, account, head) VALUES (%s, %d, %d)", $id->hex, $sums->account, $sums->head + 1 ) ); // phpcs:ignore WordPress.DB -- A table of ours.
			$row = $this->row( $id );
		}
		if ( null === $row ) {
			throw new \Candid\Domain\Unavailable( 'The database does not take the recording.' );
		}
		$key = (int) $row['id'];
		$this->save_pages( $key, $sums, $envelope );
		$changes = array(
			'started'  => $sums->started,
			'ended'    => $sums->ended,
			'received' => $sums->received,
			'skew'     => $sums->skew,
			'pages'    => count( $sums->page_sequences ),
			'events'   => $sums->events,
			'segments' => $sums->segments,
			'bytes'    => $bytes,
			'redacted' => $sums->redacted,
		);
		$head    = (int) $row['head'] > $sums->head ? $envelope( $sums->head ) : null;
		if ( null !== $head ) {
			$changes += array(
				'head'            => $sums->head,
				'device'          => $head->device,
				'viewport_width'  => $head->viewport[0],
				'viewport_height' => $head->viewport[1],
				'language'        => $this->fit( $head->language, 35 ),
				'referrer'        => $this->fit( $head->referrer, 2048 ),
			);
		}
		$this->wpdb->update( $table, $changes + $this->ends( $key ), array( 'id' => $key ) ); // phpcs:ignore WordPress.DB -- A table of ours.
	}

	/**
	 * Removes rows.
	 *
	 * @param list<Recording_Id> $ids
	 * @return int How many recordings had a row.
	 */
	public function delete( array $ids ): int {
		$deleted = 0;
		foreach ( $ids as $id ) {
			$row = $this->row( $id );
			if ( null !== $row ) {
				$this->wpdb->delete( $this->schema->table( 'pages' ), array( 'recording' => (int) $row['id'] ), array( '%d' ) ); // phpcs:ignore WordPress.DB -- A table of ours.
				$this->wpdb->delete( $this->schema->table( 'recordings' ), array( 'id' => (int) $row['id'] ), array( '%d' ) ); // phpcs:ignore WordPress.DB -- A table of ours.
				++$deleted;
			}
		}
		return $deleted;
	}

	/** @param callable( int ): (Envelope|null) $envelope */
	private function save_pages( int $key, Recording_Sums $sums, callable $envelope ): void {
		$table = $this->schema->table( 'pages' );
		$rows  = $this->wpdb->get_results( $this->wpdb->prepare( "SELECT n, sequence, started FROM $table WHERE recording = %d", $key ), ARRAY_A ); // phpcs:ignore WordPress.DB -- A table of ours.
		$known = array_column( (array) $rows, null, 'n' );
		foreach ( $sums->page_sequences as $n => $sequence ) {
			$found = $known[ $n ] ?? null;
			if ( null !== $found && (int) $found['sequence'] <= $sequence ) {
				if ( (int) $found['started'] !== $sums->page_starts[ $n ] ) {
					$this->wpdb->update( $table, array( 'started' => $sums->page_starts[ $n ] ), array( 'recording' => $key, 'n' => $n ) ); // phpcs:ignore WordPress.DB,WordPress.Arrays -- A table of ours.
				}
				continue;
			}
			$head  = $envelope( $sequence );
			$page  = array(
				'sequence' => $sequence,
				'started'  => $sums->page_starts[ $n ],
				'path'     => $this->fit( null === $head ? '' : $head->path(), 2048 ),
				'title'    => $this->fit( null === $head ? '' : $head->title, 512 ),
			);
			$place = array(
				'recording' => $key,
				'n'         => $n,
			);
			if ( null === $found ) {
				$this->wpdb->insert( $table, $place + $page ); // phpcs:ignore WordPress.DB -- A table of ours.
			} else {
				$this->wpdb->update( $table, $page, $place ); // phpcs:ignore WordPress.DB -- A table of ours.
			}
		}
	}

	/**
	 * Where the recording begins and ends, from its page views.
	 *
	 * @return array<string, string>
	 */
	private function ends( int $key ): array {
		$table = $this->schema->table( 'pages' );
		$first = $this->wpdb->get_row( $this->wpdb->prepare( "SELECT path, title FROM $table WHERE recording = %d ORDER BY n ASC LIMIT 1", $key ), ARRAY_A ); // phpcs:ignore WordPress.DB -- A table of ours.
		$last  = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT path FROM $table WHERE recording = %d ORDER BY n DESC LIMIT 1", $key ) ); // phpcs:ignore WordPress.DB -- A table of ours.
		return array(
			'entry_path' => (string) ( $first['path'] ?? '' ),
			'title'      => (string) ( $first['title'] ?? '' ),
			'exit_path'  => (string) $last,
		);
	}

	/** @return array<string, mixed>|null */
	private function row( Recording_Id $id ): ?array {
		$row = $this->wpdb->get_row( $this->wpdb->prepare( "SELECT * FROM {$this->schema->table( 'recordings' )} WHERE rec = %s", $id->hex ), ARRAY_A ); // phpcs:ignore WordPress.DB -- A table of ours.
		return is_array( $row ) ? $row : null;
	}

	/** Text as a column takes it: no control characters (a terminal that lists titles would obey them), not too long, and without what an old utf8 table cannot hold. */
	private function fit( string $text, int $most ): string {
		$text = (string) preg_replace( '/\p{Cc}/u', ' ', $text );
		if ( 'utf8mb4' !== $this->wpdb->charset ) {
			$text = (string) preg_replace( '/[\x{10000}-\x{10FFFF}]/u', "\u{FFFD}", $text );
		}
		return mb_substr( $text, 0, $most );
	}

	/** @param array<string, mixed> $row */
	private static function recording( array $row ): Recording {
		return new Recording(
			(int) $row['id'],
			Recording_Id::from_hex( (string) $row['rec'] ),
			(int) $row['account'],
			(int) $row['started'],
			(int) $row['ended'],
			(int) $row['pages'],
			(int) $row['events'],
			(int) $row['segments'],
			(int) $row['bytes'],
			(string) $row['device'],
			array( (int) $row['viewport_width'], (int) $row['viewport_height'] ),
			(string) $row['language'],
			(string) $row['entry_path'],
			(string) $row['exit_path'],
			(string) $row['title'],
			(string) $row['referrer'],
			(int) $row['redacted'],
			(int) $row['received']
		);
	}
}
