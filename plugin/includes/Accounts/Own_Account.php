<?php
/**
 * This site's own account.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Accounts;

use Candid\Database\Account_Rows;
use Candid\Domain\Account_Key;
use Candid\Domain\Clock;
use Candid\Domain\Fault;
use Candid\Domain\Unavailable;

/** The account recordings of this site go to. The row is the truth; two autoloaded options spare every page a query. */
final class Own_Account {

	public const KEY_OPTION = 'candid_own_key';
	public const ROW_OPTION = 'candid_own_account';

	public function __construct( private readonly Account_Rows $accounts, private readonly Clock $clock ) {
	}

	/** The key; empty while there is no account. No query. */
	public static function key(): string {
		$key = get_option( self::KEY_OPTION, '' );
		return is_string( $key ) ? $key : '';
	}

	/** Row id; 0 while there is no account. No query. */
	public static function row(): int {
		return (int) get_option( self::ROW_OPTION, 0 );
	}

	/** Makes the account where there is none, and writes the options anew. */
	public function ensure(): void {
		if ( null === $this->accounts->first() ) {
			$this->accounts->add( Account_Key::create(), wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ), intdiv( $this->clock->now_ms(), 1000 ) );
		}
		$account = $this->accounts->first();
		if ( null === $account ) {
			throw new Unavailable( Fault::Database_Refused );
		}
		update_option( self::KEY_OPTION, $account['key'], true );
		update_option( self::ROW_OPTION, $account['id'], true );
	}
}
