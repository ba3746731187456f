<?php
/**
 * Rows of accounts.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

use Candid\Domain\Account_Key;
use Candid\Domain\Fault;
use Candid\Domain\Unavailable;

/** Reads and writes the table of accounts. */
final class Account_Rows {

	public function __construct( private readonly \wpdb $wpdb, private readonly Schema $schema ) {
	}

	/**
	 * The oldest account: this site's own.
	 *
	 * @return array{id: int, key: string, name: string, legal_name: string, vat_id: string, created: int}|null
	 */
	public function first(): ?array {
		$row = $this->wpdb->get_row( "SELECT id, account_key, name, legal_name, vat_id, created FROM {$this->schema->table( 'accounts' )} ORDER BY id LIMIT 1", ARRAY_A ); // phpcs:ignore WordPress.DB -- A table of ours; no input.
		if ( ! is_array( $row ) ) {
			return null;
		}
		return array(
			'id'         => (int) $row['id'],
			'key'        => (string) $row['account_key'],
			'name'       => (string) $row['name'],
			'legal_name' => (string) $row['legal_name'],
			'vat_id'     => (string) $row['vat_id'],
			'created'    => (int) $row['created'],
		);
	}

	/**
	 * Adds an account.
	 *
	 * @throws Unavailable When the database refuses.
	 */
	public function add( Account_Key $key, string $name, int $created_s ): void {
		$done = $this->wpdb->insert( // phpcs:ignore WordPress.DB -- A table of ours.
			$this->schema->table( 'accounts' ),
			array(
				'account_key' => $key->text,
				'name'        => Column_Text::fit( $this->wpdb, $this->schema->table( 'accounts' ), 'name', $name, 190 ),
				'created'     => $created_s,
			),
			array( '%s', '%s', '%d' )
		);
		if ( false === $done ) {
			throw new Unavailable( Fault::Database_Refused );
		}
	}
}
