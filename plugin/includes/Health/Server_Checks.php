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
use Candid\Inbox\Inbox;
use Candid\Site\Data_Folder;
use Candid\Site\Data_Key;

/** Can recordings be kept, and are they being taken in? */
final class Server_Checks implements Check_Group {

	/** Above the minute of WP-Cron by so much that something must be wrong, s. */
	private const LATE_AFTER = 900;

	/**
	 * The checks.
	 *
	 * @param Data_Key    $key    The site's secret.
	 * @param Data_Folder $folder Where recordings are.
	 * @param Clock       $clock  Tells the time.
	 */
	public function __construct(
		private readonly Data_Key $key,
		private readonly Data_Folder $folder,
		private readonly Clock $clock,
	) {}

	/** {@inheritDoc} */
	public function checks(): array {
		return array( $this->key(), $this->folder(), $this->inbox() );
	}

	private function key(): Check {
		$custody = $this->key->custody();
		try {
			$this->key->cipher( 'check' );
		} catch ( Unavailable $fault ) {
			return new Check( 'data_key', __( 'Recordings cannot be opened: the data key cannot be read', 'candid' ), Check::CRITICAL, Fault_Text::of( $fault->fault, $fault->parameters ) . ' ' . __( 'Without the key nothing is recorded and nothing can be watched.', 'candid' ) );
		}
		if ( 'constant' === $custody ) {
			return new Check( 'data_key', __( 'Recordings are encrypted; the key is in wp-config.php', 'candid' ), Check::GOOD, __( 'Keep a copy of the key in a safe place. Without it no recording can be opened.', 'candid' ) );
		}

		return new Check( 'data_key', __( 'Recordings are encrypted; the key is in a file', 'candid' ), Check::GOOD, __( 'The key file is in the content folder, outside uploads and the database. Leave it out of backups that hold the recordings, and keep a copy in a safe place.', 'candid' ) );
	}

	private function folder(): Check {
		return $this->folder->is_writable()
			? new Check( 'data_folder', __( 'Recordings can be written', 'candid' ), Check::GOOD, __( 'The data folder is there and writable.', 'candid' ) )
			: new Check( 'data_folder', __( 'Recordings cannot be written', 'candid' ), Check::CRITICAL, __( 'The data folder in uploads is missing or not writable. Make uploads writable for PHP, then deactivate and activate Candid.', 'candid' ) );
	}

	private function inbox(): Check {
		try {
			$inbox = new Inbox( $this->folder->path( 'inbox' ), $this->key );
		} catch ( Unavailable $fault ) {
			return new Check( 'inbox', __( 'New visits cannot be taken in', 'candid' ), Check::CRITICAL, __( 'There is no data folder. Deactivate Candid and activate it again.', 'candid' ) );
		}
		$unreadable = $inbox->unreadable();
		if ( $unreadable > 0 ) {
			return new Check(
				'inbox',
				__( 'Some visits were sealed with another data key', 'candid' ),
				Check::RECOMMENDED,
				/* translators: %d: number of files. */
				sprintf( _n( '%d file waits aside. It can be taken in when the former key is back.', '%d files wait aside. They can be taken in when the former key is back.', $unreadable, 'candid' ), $unreadable )
			);
		}
		$since = $inbox->waiting_since();
		$age   = null === $since ? 0 : intdiv( $this->clock->now_ms(), 1000 ) - $since;
		if ( $age > self::LATE_AFTER ) {
			return new Check(
				'inbox',
				__( 'New visits wait too long', 'candid' ),
				Check::RECOMMENDED,
				/* translators: %s: a time span, e.g. "20 minutes". */
				sprintf( __( 'The oldest has waited %s. Scheduled tasks of WordPress seem not to run. Opening the list of recordings takes them in.', 'candid' ), human_time_diff( (int) $since, (int) $since + $age ) )
			);
		}

		return new Check( 'inbox', __( 'New visits are taken in', 'candid' ), Check::GOOD, __( 'Nothing waits too long.', 'candid' ) );
	}
}
