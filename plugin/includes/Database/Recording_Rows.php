<?php
/**
 * Rows of recordings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

use Candid\Domain\Envelope;
use Candid\Domain\Failure;
use Candid\Domain\Fault;
use Candid\Domain\Page_View;
use Candid\Domain\Recording;
use Candid\Domain\Recording_Id;
use Candid\Domain\Recording_Sums;
use Candid\Domain\Recording_Unavailable;
use Candid\Domain\Rows;
use Candid\Domain\Unavailable;

/** Reads and writes the tables of recordings and page views. Lists go by the time-ordered row id, never by OFFSET. */
final class Recording_Rows implements Rows {

	/** Counting stops here: a count of a million rows takes a quarter of a second, and nobody reads the last digits. */
	public const COUNT_CAP = 1000;

	/** An option that is written to see whether the database takes anything. */
	private const PROBE = 'candid_written';

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

	public function save( Recording_Id $id, Recording_Sums $sums, int $bytes, callable $envelope ): void {
		$row   = $this->row( $id );
		$pages = new Page_Rows( $this->wpdb, $this->schema, null === $row ? null : (int) $row['id'] );
		$new   = $pages->changes( $sums, $envelope );
		$facts = array(
			'started'  => $sums->started(),
			'ended'    => $sums->ended(),
			'received' => $sums->received,
			'skew'     => $sums->skew,
			'pages'    => $sums->pages,
			'events'   => $sums->events,
			'segments' => $sums->segments,
			'bytes'    => $bytes,
			'redacted' => $sums->redacted,
		) + $this->ends( $pages->ends( $new ) );
		if ( null === $row ) {
			$facts += array(
				'rec'     => $id->hex,
				'account' => $sums->account,
			);
		}
		if ( null === $row || (int) $row['head'] > $sums->head ) {
			$facts += $this->head( $sums->head, $envelope( $sums->head ) );
		}
		$key = null === $row ? $this->insert( $facts ) : (int) $row['id'];
		// No key: another indexer may have been faster, and the row is there by now.
		$key ??= (int) ( $this->row( $id )['id'] ?? 0 );
		if ( 0 === $key || ( null !== $row && false === $this->wpdb->update( $this->schema->table( 'recordings' ), $facts, array( 'id' => $key ) ) ) ) { // phpcs:ignore WordPress.DB -- A table of ours.
			throw $this->refusal();
		}
		if ( ! $pages->write( $key, $new ) ) {
			throw $this->refusal();
		}
	}

	public function delete( array $ids ): int {
		$deleted = 0;
		foreach ( $ids as $id ) {
			$row = $this->row( $id );
			if ( null !== $row ) {
				$pages = $this->wpdb->delete( $this->schema->table( 'pages' ), array( 'recording' => (int) $row['id'] ), array( '%d' ) ); // phpcs:ignore WordPress.DB -- A table of ours.
				if ( false === $pages || false === $this->wpdb->delete( $this->schema->table( 'recordings' ), array( 'id' => (int) $row['id'] ), array( '%d' ) ) ) { // phpcs:ignore WordPress.DB -- A table of ours.
					throw new Unavailable( Fault::Database_Refused );
				}
				++$deleted;
			}
		}
		return $deleted;
	}

	/**
	 * Adds the row of a recording whole, in one statement: a list never shows half a row.
	 *
	 * @param array<string, int|string> $facts
	 * @return int|null Row id; null when the database refused.
	 */
	private function insert( array $facts ): ?int {
		return false === $this->wpdb->insert( $this->schema->table( 'recordings' ), $facts ) ? null : (int) $this->wpdb->insert_id; // phpcs:ignore WordPress.DB -- A table of ours.
	}

	/**
	 * What stands in the first segment. Of a segment that cannot be opened nothing is known; a list still takes the row.
	 *
	 * @return array<string, int|string>
	 */
	private function head( int $sequence, ?Envelope $head ): array {
		return array(
			// One more where the segment was not readable: the next run looks again.
			'head'            => null === $head ? $sequence + 1 : $sequence,
			'device'          => $head->device ?? 'desktop',
			'viewport_width'  => $head->viewport[0] ?? 0,
			'viewport_height' => $head->viewport[1] ?? 0,
			'language'        => $this->fit( 'language', $head->language ?? '', 35 ),
			'referrer'        => $this->fit( 'referrer', $head->referrer ?? '', 2048 ),
		);
	}

	/**
	 * Where the recording begins and ends.
	 *
	 * @param array{string, string, string} $ends Path and title of the first page view, path of the last.
	 * @return array<string, string>
	 */
	private function ends( array $ends ): array {
		return array(
			'entry_path' => $this->fit( 'entry_path', $ends[0], 2048 ),
			'title'      => $this->fit( 'title', $ends[1], 512 ),
			'exit_path'  => $this->fit( 'exit_path', $ends[2], 2048 ),
		);
	}

	/** Whose fault a refused row is: the row's own, when the database takes another one now; else the database's. */
	private function refusal(): Failure {
		return update_option( self::PROBE, bin2hex( random_bytes( 8 ) ), false ) ? new Recording_Unavailable( Fault::Row_Refused ) : new Unavailable( Fault::Database_Refused );
	}

	/** @return array<string, mixed>|null */
	private function row( Recording_Id $id ): ?array {
		$row = $this->wpdb->get_row( $this->wpdb->prepare( "SELECT * FROM {$this->schema->table( 'recordings' )} WHERE rec = %s", $id->hex ), ARRAY_A ); // phpcs:ignore WordPress.DB -- A table of ours.
		return is_array( $row ) ? $row : null;
	}

	private function fit( string $column, string $text, int $most ): string {
		return Column_Text::fit( $this->wpdb, $this->schema->table( 'recordings' ), $column, $text, $most );
	}

	/** @param array<string, mixed> $row */
	private static function recording( array $row ): Recording {
		return new Recording(
			row: (int) $row['id'],
			id: Recording_Id::from_hex( (string) $row['rec'] ),
			account: (int) $row['account'],
			started: (int) $row['started'],
			ended: (int) $row['ended'],
			pages: (int) $row['pages'],
			events: (int) $row['events'],
			segments: (int) $row['segments'],
			bytes: (int) $row['bytes'],
			device: (string) $row['device'],
			viewport: array( (int) $row['viewport_width'], (int) $row['viewport_height'] ),
			language: (string) $row['language'],
			entry: (string) $row['entry_path'],
			exit: (string) $row['exit_path'],
			title: (string) $row['title'],
			referrer: (string) $row['referrer'],
			redacted: (int) $row['redacted'],
			received: (int) $row['received']
		);
	}
}
