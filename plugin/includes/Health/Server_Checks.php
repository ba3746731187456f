<?php
/**
 * Checks of the server.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Domain\Clock;
use Candid\Domain\Unavailable;
use Candid\Site\Site_Storage;
use Closure;

/** Can recordings be kept, and are new visits processed? */
final class Server_Checks implements Check_Group {

	/** WP-Cron runs the indexer two minutes after a visit at the latest; after so long something must be wrong, s. */
	private const LATE_AFTER = 900;

	/** @param Closure(): Site_Storage $storage Of the current site. */
	public function __construct(
		private readonly Closure $storage,
		private readonly Clock $clock
	) {
	}

	/** @inheritDoc */
	public function checks(): array {
		return array( $this->key(), $this->folder(), $this->inbox() );
	}

	private function key(): Check {
		$key = ( $this->storage )()->key;
		try {
			$key->cipher( 'check' );
		} catch ( Unavailable $fault ) {
			return new Check(
				'data_key',
				__( 'Recordings cannot be opened: the data key cannot be read', 'candid' ),
				Check::CRITICAL,
				Fault_Text::of( $fault->fault, $fault->parameters ) . ' ' . __( 'Without the key nothing is recorded and nothing can be watched.', 'candid' )
			);
		}
		if ( 'constant' === $key->custody() ) {
			return new Check(
				'data_key',
				__( 'Recordings are encrypted; the key is in wp-config.php', 'candid' ),
				Check::GOOD,
				__( 'Keep a copy of the key in a safe place. Without it no recording can be opened.', 'candid' )
			);
		}
		return new Check(
			'data_key',
			__( 'Recordings are encrypted; the key is in a file', 'candid' ),
			Check::GOOD,
			__( 'The key file is in the content folder, outside uploads and the database. Leave it out of backups that hold the recordings, and keep a copy in a safe place.', 'candid' )
		);
	}

	private function folder(): Check {
		if ( ( $this->storage )()->folder->is_writable() ) {
			return new Check( 'data_folder', __( 'Recordings can be written', 'candid' ), Check::GOOD, __( 'The data folder is there and writable.', 'candid' ) );
		}
		return new Check(
			'data_folder',
			__( 'Recordings cannot be written', 'candid' ),
			Check::CRITICAL,
			__( 'The data folder in uploads is missing or not writable. Make uploads writable for PHP, then deactivate and activate Candid.', 'candid' )
		);
	}

	private function inbox(): Check {
		try {
			$inbox = ( $this->storage )()->inbox();
		} catch ( Unavailable $fault ) {
			return new Check(
				'inbox',
				__( 'New visits cannot be processed', 'candid' ),
				Check::CRITICAL,
				__( 'There is no data folder. Deactivate Candid and activate it again.', 'candid' )
			);
		}
		$unreadable = $inbox->unreadable();
		if ( $unreadable > 0 ) {
			return new Check(
				'inbox',
				__( 'Some visits were encrypted with a different key', 'candid' ),
				Check::RECOMMENDED,
				/* translators: %d: number of files. */
				sprintf( _n( '%d file was encrypted with another key. Restore that key to process it.', '%d files were encrypted with another key. Restore that key to process them.', $unreadable, 'candid' ), $unreadable )
			);
		}
		$since = $inbox->waiting_since();
		$age   = null === $since ? 0 : intdiv( $this->clock->now_ms(), 1000 ) - $since;
		if ( $age > self::LATE_AFTER ) {
			return new Check(
				'inbox',
				__( 'New visits are waiting to be processed', 'candid' ),
				Check::RECOMMENDED,
				/* translators: %s: a time span, e.g. "20 minutes". */
				sprintf( __( 'The oldest has waited %s. WordPress’ scheduled tasks do not seem to run. Opening the list of recordings processes the waiting visits.', 'candid' ), human_time_diff( (int) $since, (int) $since + $age ) )
			);
		}
		return new Check( 'inbox', __( 'New visits are processed', 'candid' ), Check::GOOD, __( 'Nothing has been waiting too long.', 'candid' ) );
	}
}
