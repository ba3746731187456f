<?php
/**
 * The tables.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

use Candid\Domain\Fault;
use Candid\Domain\Unavailable;

/** Three tables per site, which every other class here asks for by table(). Portable: MariaDB, MySQL, and SQLite through WordPress's integration. Nothing personal in them. */
final class Schema {

	public const VERSION = 1;
	public const OPTION  = 'candid_schema';
	private const TABLES = array( 'accounts', 'recordings', 'pages' );

	/** Whether the version was looked at. */
	private bool $is_ready = false;

	public function __construct( private readonly \wpdb $wpdb ) {
	}

	/**
	 * Full name of a table, for the current site. Brings the tables up to date first: between an update of the plugin and
	 * the next request of wp-admin, segments come, and new code must not write into old tables.
	 *
	 * @throws Unavailable When the tables cannot be brought up to date.
	 */
	public function table( string $name ): string {
		if ( ! $this->is_ready ) {
			$this->migrate();
			$this->is_ready = true;
		}
		return $this->name( $name );
	}

	/**
	 * Creates or changes the tables where the site's version is another one. One cached option when nothing is to do.
	 *
	 * @throws Unavailable When the database refuses; the version stays, so that the next request tries again.
	 */
	public function migrate(): void {
		if ( self::VERSION === (int) get_option( self::OPTION ) ) {
			return;
		}
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		dbDelta( $this->statements() );
		foreach ( self::TABLES as $name ) {
			// dbDelta() does not say whether it worked.
			$errors = $this->wpdb->suppress_errors();
			$found  = $this->wpdb->query( 'SELECT id FROM ' . $this->name( $name ) . ' LIMIT 1' ); // phpcs:ignore WordPress.DB -- A fixed name of ours.
			$this->wpdb->suppress_errors( $errors );
			if ( false === $found ) {
				throw new Unavailable( Fault::Database_Refused );
			}
		}
		update_option( self::OPTION, self::VERSION, true );
	}

	/** Removes the tables of the current site. */
	public function drop(): void {
		foreach ( self::TABLES as $name ) {
			$this->wpdb->query( 'DROP TABLE IF EXISTS ' . $this->name( $name ) ); // phpcs:ignore WordPress.DB -- A fixed name of ours.
		}
		delete_option( self::OPTION );
		$this->is_ready = false;
	}

	/**
	 * Names of our tables on the current site.
	 *
	 * @return list<string>
	 */
	public function tables(): array {
		return array_map( fn( string $name ): string => $this->name( $name ), self::TABLES );
	}

	private function name( string $name ): string {
		return $this->wpdb->prefix . 'candid_' . $name;
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
			"CREATE TABLE {$this->name( 'accounts' )} (
id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
account_key varchar(64) NOT NULL,
name varchar(190) NOT NULL DEFAULT '',
legal_name varchar(190) NOT NULL DEFAULT '',
vat_id varchar(40) NOT NULL DEFAULT '',
created bigint(20) unsigned NOT NULL DEFAULT 0,
PRIMARY KEY  (id),
UNIQUE KEY account_key (account_key)
) $collate;",
			"CREATE TABLE {$this->name( 'recordings' )} (
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
			"CREATE TABLE {$this->name( 'pages' )} (
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
