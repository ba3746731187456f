<?php
/**
 * The tables.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

/** Three tables per site. Portable: MariaDB, MySQL, and SQLite through WordPress's integration. Nothing personal in them. */
final class Schema {

	public const VERSION = 1;
	public const OPTION  = 'candid_schema';
	private const TABLES = array( 'accounts', 'recordings', 'pages' );

	public function __construct( private readonly \wpdb $wpdb ) {
	}

	/** Full name of a table, for the current site. */
	public function table( string $name ): string {
		return $this->wpdb->prefix . 'candid_' . $name;
	}

	/** Creates or changes the tables where the site's version is another one. Cheap when nothing is to do. */
	public function migrate(): void {
		if ( self::VERSION === (int) get_option( self::OPTION ) ) {
			return;
		}
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		dbDelta( $this->statements() );
		update_option( self::OPTION, self::VERSION, true );
	}

	/** Removes the tables of the current site. */
	public function drop(): void {
		foreach ( self::TABLES as $name ) {
			$this->wpdb->query( 'DROP TABLE IF EXISTS ' . $this->table( $name ) ); // phpcs:ignore WordPress.DB -- A fixed name of ours.
		}
		delete_option( self::OPTION );
	}

	/**
	 * Names of our tables on the current site.
	 *
	 * @return list<string>
	 */
	public function tables(): array {
		return array_map( fn( string $name ): string => $this->table( $name ), self::TABLES );
	}

	/**
	 * As dbDelta() wants it: two spaces after PRIMARY KEY, one field a line.
	 *
	 * recordings.head is the lowest sequence seen: device, viewport, language and referrer are from that segment.
	 * recordings.skew is what to add to the visitor's clock to get the server's, ms. pages.started is by the visitor's clock.
	 *
	 * @return list<string>
	 */
	private function statements(): array {
		$collate = $this->wpdb->get_charset_collate();
		return array(
			"CREATE TABLE {$this->table( 'accounts' )} (
id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
account_key varchar(64) NOT NULL,
name varchar(190) NOT NULL DEFAULT '',
legal_name varchar(190) NOT NULL DEFAULT '',
vat_id varchar(40) NOT NULL DEFAULT '',
created bigint(20) unsigned NOT NULL DEFAULT 0,
PRIMARY KEY  (id),
UNIQUE KEY account_key (account_key)
) $collate;",
			"CREATE TABLE {$this->table( 'recordings' )} (
id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
rec char(32) NOT NULL,
account bigint(20) unsigned NOT NULL DEFAULT 0,
started bigint(20) NOT NULL DEFAULT 0,
ended bigint(20) NOT NULL DEFAULT 0,
received bigint(20) NOT NULL DEFAULT 0,
skew bigint(20) NOT NULL DEFAULT 0,
head int(10) unsigned NOT NULL DEFAULT 0,
pages int(10) unsigned NOT NULL DEFAULT 0,
events int(10) unsigned NOT NULL DEFAULT 0,
segments int(10) unsigned NOT NULL DEFAULT 0,
bytes bigint(20) unsigned NOT NULL DEFAULT 0,
redacted int(10) unsigned NOT NULL DEFAULT 0,
device varchar(8) NOT NULL DEFAULT '',
viewport_width int(10) unsigned NOT NULL DEFAULT 0,
viewport_height int(10) unsigned NOT NULL DEFAULT 0,
language varchar(35) NOT NULL DEFAULT '',
entry_path varchar(2048) NOT NULL DEFAULT '',
exit_path varchar(2048) NOT NULL DEFAULT '',
title varchar(512) NOT NULL DEFAULT '',
referrer varchar(2048) NOT NULL DEFAULT '',
PRIMARY KEY  (id),
UNIQUE KEY rec (rec),
KEY account_id (account,id)
) $collate;",
			"CREATE TABLE {$this->table( 'pages' )} (
id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
recording bigint(20) unsigned NOT NULL,
n int(10) unsigned NOT NULL DEFAULT 0,
sequence int(10) unsigned NOT NULL DEFAULT 0,
started bigint(20) NOT NULL DEFAULT 0,
path varchar(2048) NOT NULL DEFAULT '',
title varchar(512) NOT NULL DEFAULT '',
PRIMARY KEY  (id),
UNIQUE KEY recording_n (recording,n)
) $collate;",
		);
	}
}
