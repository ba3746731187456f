<?php
/**
 * All storage of one site.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Site;

use Candid\Database\Account_Rows;
use Candid\Database\Database;
use Candid\Database\Recording_Rows;
use Candid\Database\Schema;
use Candid\Domain\Lock;
use Candid\Domain\Unavailable;
use Candid\Inbox\Inbox;
use Candid\Indexer\Recording_Keeper;
use Candid\Vault\Local_Vault;
use Candid\Vault\Vault;

/** Builds what keeps the data of the site WordPress is on now. After switch_to_blog() make another one. */
final class Site_Storage {

	public readonly Data_Key $key;
	public readonly Data_Folder $folder;
	public readonly Schema $schema;
	public readonly Account_Rows $accounts;
	public readonly Recording_Rows $recordings;
	private readonly Database $database;
	private ?Vault $vault = null;

	public function __construct() {
		$this->key        = new Data_Key();
		$this->folder     = new Data_Folder();
		$this->database   = Database::here();
		$this->schema     = $this->database->schema;
		$this->accounts   = $this->database->accounts;
		$this->recordings = $this->database->recordings;
	}

	/** @throws Unavailable When there is no data folder. */
	public function inbox(): Inbox {
		return new Inbox( $this->folder->path( 'inbox' ), $this->key );
	}

	/** @throws Unavailable When there is no data folder. */
	public function vault(): Vault {
		$this->vault ??= new Local_Vault( $this->folder->path( 'vault' ), $this->key );
		return $this->vault;
	}

	/** @throws Unavailable When there is no data folder. */
	public function keeper(): Recording_Keeper {
		return new Recording_Keeper( $this->vault(), $this->recordings );
	}

	/**
	 * A lock of this site.
	 *
	 * @param string $name    A word.
	 * @param int    $seconds How long the lock holds without being renewed.
	 * @throws Unavailable When there is no data folder.
	 */
	public function lock( string $name, int $seconds ): Lock {
		return $this->database->lock( $name, $seconds, $this->folder->path( 'inbox' ) . "/$name.alive" );
	}

	/** Removes everything of this site: files, key, tables, options, transients. What of the files cannot be removed is shredded, and the option that names their folder stays, so that doing this again finds it. */
	public function destroy(): void {
		$name = get_option( Data_Folder::OPTION );
		$gone = $this->folder->destroy();
		$this->key->destroy();
		$this->database->destroy();
		if ( ! $gone ) {
			update_option( Data_Folder::OPTION, $name, false );
		}
	}

	/** Removes what people of the whole network dismissed. Not with one site: they may work on others, too. */
	public static function forget_people(): void {
		Database::here()->forget_people();
	}
}
