<?php
/**
 * All storage of one site.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Site;

use Candid\Database\Account_Rows;
use Candid\Database\Option_Lock;
use Candid\Database\Owner_Liveness;
use Candid\Database\Recording_Rows;
use Candid\Database\Recording_Store;
use Candid\Database\Schema;
use Candid\Vault\Local_Vault;
use Candid\Vault\Vault;

/** Builds what keeps the data of the site WordPress is on now. After switch_to_blog() make another one. */
final class Site_Storage {

	public readonly Data_Key $key;
	public readonly Data_Folder $folder;
	public readonly Schema $schema;
	public readonly Account_Rows $accounts;
	public readonly Recording_Rows $recordings;
	private ?Vault $vault = null;

	public function __construct() {
		global $wpdb;
		$this->key        = new Data_Key();
		$this->folder     = new Data_Folder();
		$this->schema     = new Schema( $wpdb );
		$this->accounts   = new Account_Rows( $wpdb, $this->schema );
		$this->recordings = new Recording_Rows( $wpdb, $this->schema );
	}

	/** @throws \Candid\Domain\Unavailable When there is no data folder. */
	public function vault(): Vault {
		$this->vault ??= new Local_Vault( $this->folder->path( 'vault' ), $this->key );
		return $this->vault;
	}

	/** @throws \Candid\Domain\Unavailable When there is no data folder. */
	public function store(): Recording_Store {
		return new Recording_Store( $this->vault(), $this->recordings );
	}

	/**
	 * A lock of this site.
	 *
	 * @param string $name    A word.
	 * @param int    $seconds How long it holds without being renewed.
	 * @throws \Candid\Domain\Unavailable When there is no data folder.
	 */
	public function lock( string $name, int $seconds ): Option_Lock {
		global $wpdb;
		return new Option_Lock( $wpdb, 'candid_lock_' . $name, $seconds, new Owner_Liveness( $this->folder->path( 'inbox' ) . "/$name.alive" ) );
	}

	/** Removes everything of this site: tables, files, key, options, transients. */
	public function destroy(): void {
		$this->folder->destroy();
		$this->key->destroy();
		$this->schema->drop();
		$this->forget_options();
	}

	private function forget_options(): void {
		global $wpdb;
		foreach ( array( 'candid_', '_transient_candid_', '_transient_timeout_candid_', '_site_transient_candid_', '_site_transient_timeout_candid_' ) as $prefix ) {
			$names = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( $prefix ) . '%' ) ); // phpcs:ignore WordPress.DB -- Names only; deleted through the API, for the caches.
			array_map( 'delete_option', $names );
		}
	}

	/** Removes what people of the whole network dismissed. Not with one site: they may work on others, too. */
	public static function forget_people(): void {
		global $wpdb;
		$keys = $wpdb->get_col( $wpdb->prepare( "SELECT DISTINCT meta_key FROM {$wpdb->usermeta} WHERE meta_key LIKE %s", $wpdb->esc_like( 'candid_' ) . '%' ) ); // phpcs:ignore WordPress.DB -- As above.
		foreach ( $keys as $key ) {
			delete_metadata( 'user', 0, $key, '', true );
		}
	}
}
