<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Database;

use Candid\Database\Column_Text;
use Candid\Database\Recording_Rows;
use Candid\Database\Schema;
use Candid\Domain\Recording;
use Candid\Domain\Recording_Id;
use Candid\Site\Site_Storage;
use Candid\Tests\Integration\Recording_Case;
use Candid\Domain\Recording_Sums;
use Candid\Domain\Segment_Facts;

final class Recording_Rows_Test extends Recording_Case {

	private function add( int $number ): Recording_Id {
		$id = Recording_Id::from_hex( sprintf( '%032x', $number ) );
		$this->storage->recordings->save( $id, Recording_Sums::of( array( 0 => new Segment_Facts( 0, 0, 1, 1, 5, 0, 0, 1000, 2000, 3000, 3000 + $number ) ) ), 10, static fn( int $sequence ) => null );
		return $id;
	}

	/**
	 * @param list<Recording> $found
	 * @return list<string>
	 */
	private function ids( array $found ): array {
		return array_map( static fn( Recording $recording ): string => ltrim( $recording->id->hex, '0' ), $found );
	}

	public function test_pages_follow_each_other_without_holes_while_new_recordings_come(): void {
		array_map( fn( int $number ) => $this->add( $number ), range( 1, 7 ) );
		$first = $this->storage->recordings->newest( 3 );
		self::assertSame( array( '7', '6', '5' ), $this->ids( $first ) );
		$this->add( 8 );
		$second = $this->storage->recordings->newest( 3, $first[2]->row );
		self::assertSame( array( '4', '3', '2' ), $this->ids( $second ) );
		self::assertSame( array( '1' ), $this->ids( $this->storage->recordings->newest( 3, $second[2]->row ) ) );
		self::assertSame( 8, $this->storage->recordings->count() );
	}

	public function test_saving_again_changes_nothing_and_adds_no_row(): void {
		$id     = $this->add( 5 );
		$before = $this->snapshot( $id->hex );
		$this->add( 5 );
		self::assertSame( $before, $this->snapshot( $id->hex ) );
		self::assertSame( 1, $this->storage->recordings->count() );
	}

	public function test_counting_stops_at_the_cap(): void {
		global $wpdb;
		$table = $this->storage->schema->table( 'recordings' );
		$rows  = array_map( static fn( int $number ): string => sprintf( "('%032x')", $number ), range( 1, Recording_Rows::COUNT_CAP + 40 ) );
		$wpdb->query( "INSERT INTO $table (rec) VALUES " . implode( ',', $rows ) );
		self::assertSame( Recording_Rows::COUNT_CAP + 1, $this->storage->recordings->count() );
	}

	public function test_deleting_takes_the_page_views_along(): void {
		global $wpdb;
		$one = $this->add( 1 );
		$two = $this->add( 2 );
		self::assertSame( 1, $this->storage->recordings->delete( array( $one, Recording_Id::from_hex( str_repeat( 'f', 32 ) ) ) ) );
		self::assertNull( $this->storage->recordings->find( $one ) );
		self::assertNotNull( $this->storage->recordings->find( $two ) );
		self::assertSame( '1', (string) $wpdb->get_var( "SELECT COUNT(*) FROM {$this->storage->schema->table( 'pages' )}" ) );
	}

	public function test_the_tables_stand_the_migration_again(): void {
		$this->add( 1 );
		delete_option( \Candid\Database\Schema::OPTION );
		$this->storage->schema->migrate();
		self::assertSame( 1, $this->storage->recordings->count() );
	}

	public function test_no_list_ever_sees_half_a_row(): void {
		$half  = array();
		$watch = function ( string $query ) use ( &$half ): string {
			if ( 1 === preg_match( '/candid_(pages|recordings)/', $query ) && 1 === preg_match( '/^(INSERT|UPDATE)/i', $query ) ) {
				$half[] = $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$this->storage->schema->table( 'recordings' )} WHERE device = '' OR started = 0" );
			}
			return $query;
		};
		add_filter( 'query', $watch );
		$this->add( 1 );
		remove_filter( 'query', $watch );
		self::assertSame( array( '0' ), array_values( array_unique( array_map( 'strval', $half ) ) ) );
		self::assertGreaterThanOrEqual( 2, count( $half ) );
	}

	public function test_a_title_that_turns_or_breaks_the_line_is_plain_text(): void {
		$text = Column_Text::fit( $GLOBALS['wpdb'], $this->storage->schema->table( 'recordings' ), 'title', "a\u{202E}b\u{2066}c\u{2028}d\u{200B}e\u{FEFF}f می\u{200C}خواهم \u{1F469}\u{200D}\u{1F4BB} \xFF", 512 );
		self::assertSame( "abc def می\u{200C}خواهم \u{1F469}\u{200D}\u{1F4BB} ?", $text );
		self::assertSame( 512, mb_strlen( Column_Text::fit( $GLOBALS['wpdb'], $this->storage->schema->table( 'recordings' ), 'title', str_repeat( "\u{1F337}", 600 ), 512 ) ) );
	}

	public function test_a_column_of_another_charset_takes_any_title(): void {
		global $wpdb;
		$table = $wpdb->prefix . 'candid_latin';
		$wpdb->query( "CREATE TABLE $table ( id int(10) NOT NULL AUTO_INCREMENT, title varchar(16) NOT NULL DEFAULT '', PRIMARY KEY (id) ) DEFAULT CHARSET=latin1" );
		foreach ( array( str_repeat( 'Größe ', 5 ), 'Tulipány ěšč ' . "\u{1F337}\u{1F337}\u{1F337}", str_repeat( "\u{1F337}", 40 ), 'Tulips' ) as $title ) {
			self::assertSame( 1, $wpdb->insert( $table, array( 'title' => Column_Text::fit( $wpdb, $table, 'title', $title, 16 ) ) ), $title );
		}
		self::assertSame( 'Tulips', $wpdb->get_var( "SELECT title FROM $table ORDER BY id DESC LIMIT 1" ) );
		$wpdb->query( "DROP TABLE $table" );
	}

	public function test_a_table_of_an_older_version_is_brought_up_to_date_before_it_is_used(): void {
		$this->storage->schema->drop();
		( new Site_Storage() )->recordings->count();
		self::assertSame( Schema::VERSION, (int) get_option( Schema::OPTION ) );
	}
}
