<?php
/**
 * The database of one site.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

use Candid\Domain\Lock;

/** Builds what keeps rows of the site WordPress is on now, and removes everything. After switch_to_blog() make another one. */
final class Database {

	public readonly Schema $schema;
	public readonly Account_Rows $accounts;
	public readonly Recording_Rows $recordings;

	private function __construct( private readonly \wpdb $wpdb ) {
		$this->schema     = new Schema( $wpdb );
		$this->accounts   = new Account_Rows( $wpdb, $this->schema );
		$this->recordings = new Recording_Rows( $wpdb, $this->schema );
	}

	/** The database of the current site. */
	public static function here(): self {
		global $wpdb;
		return new self( $wpdb );
	}

	/**
	 * A lock of this site.
	 *
	 * @param string $name    A word.
	 * @param int    $seconds How long the lock holds without being renewed.
	 * @param string $path    A file that an owner on this machine locks as long as it lives.
	 */
	public function lock( string $name, int $seconds, string $path ): Lock {
		return new Option_Lock( $this->wpdb, 'candid_lock_' . $name, $seconds, new Owner_Liveness( $path ) );
	}

	/** Removes tables, options and transients of this site. */
	public function destroy(): void {
		$this->schema->drop();
		foreach ( array( 'candid_', '_transient_candid_', '_transient_timeout_candid_', '_site_transient_candid_', '_site_transient_timeout_candid_' ) as $prefix ) {
			$names = $this->wpdb->get_col( $this->wpdb->prepare( "SELECT option_name FROM {$this->wpdb->options} WHERE option_name LIKE %s", $this->wpdb->esc_like( $prefix ) . '%' ) ); // phpcs:ignore WordPress.DB -- Names only; deleted through the API, for the caches.
			foreach ( array_filter( $names, 'is_string' ) as $name ) {
				delete_option( $name );
			}
		}
	}

	/** Removes what people of the whole network dismissed. Not with one site: they may work on others, too. */
	public function forget_people(): void {
		$keys = $this->wpdb->get_col( $this->wpdb->prepare( "SELECT DISTINCT meta_key FROM {$this->wpdb->usermeta} WHERE meta_key LIKE %s", $this->wpdb->esc_like( 'candid_' ) . '%' ) ); // phpcs:ignore WordPress.DB -- As above.
		foreach ( array_filter( $keys, 'is_string' ) as $key ) {
			delete_metadata( 'user', 0, $key, '', true );
		}
	}
}
