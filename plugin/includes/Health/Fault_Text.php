<?php
/**
 * Faults, in words.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Domain\Fault;

/** The one place that says in the reader's language what a fault means and what to do. For the health screen, REST, WP-CLI and activation. */
final class Fault_Text {

	/**
	 * One or two sentences, plain text.
	 *
	 * @param array<string, string> $parameters As Fault documents them.
	 */
	public static function of( Fault $fault, array $parameters = array() ): string {
		$path = $parameters['path'] ?? '';
		return match ( $fault ) {
			Fault::Key_Missing          => __( 'Put the key file back into the content folder, or its key into the constant CANDID_DATA_KEY in wp-config.php.', 'candid' ),
			/* translators: %s: path of a file. */
			Fault::Key_Unreadable       => sprintf( __( 'PHP cannot read the key file %s. Make it belong to the user that PHP runs as.', 'candid' ), $path ),
			Fault::Key_Malformed        => __( 'The constant CANDID_DATA_KEY in wp-config.php must have 64 hexadecimal digits.', 'candid' ),
			/* translators: 1: a folder, 2: a line of PHP. */
			Fault::Key_Not_Written      => sprintf( __( 'Candid could not write its key into %1$s. Make that folder writable for PHP, or put this line into wp-config.php: %2$s', 'candid' ), $path, $parameters['line'] ?? '' ),
			Fault::Cipher_Failed        => __( 'OpenSSL could not encrypt. Ask your host to check the PHP extension OpenSSL.', 'candid' ),
			Fault::Folder_Missing       => __( 'Candid has no data folder. Deactivate and activate the plugin to make one.', 'candid' ),
			/* translators: %s: a folder. */
			Fault::Folder_Closed        => sprintf( __( 'Candid cannot write into %s. Make that folder writable for PHP.', 'candid' ), $path ),
			/* translators: %s: a folder. */
			Fault::Folder_Not_Removed   => sprintf( __( 'Not everything in %s could be removed. Delete that folder by hand.', 'candid' ), $path ),
			/* translators: 1: a user of the server, 2: a folder, 3: another user. */
			Fault::Other_User           => sprintf( __( 'You are the user %1$s, but %2$s belongs to %3$s. Run this command as %3$s, for example with “sudo -u %3$s”.', 'candid' ), $parameters['user'] ?? '', $path, $parameters['owner'] ?? '' ),
			Fault::Request_Slow         => __( 'A visit arrived too slowly and was not processed.', 'candid' ),
			/* translators: %s: path of a file or folder. */
			Fault::Inbox_Closed         => sprintf( __( 'New visits cannot be written to %s. Make it writable for PHP.', 'candid' ), $path ),
			Fault::Inbox_Full           => __( 'Too many visits are waiting to be processed, so no more are accepted. Check that WordPress’ scheduled tasks run.', 'candid' ),
			Fault::Inbox_Locked         => __( 'Another process has locked the folder of new visits for too long. If this continues, restart PHP, and ask your host whether file locks work in the uploads folder.', 'candid' ),
			Fault::Inbox_Disk           => __( 'New visits cannot be written to the disk. Free up some space.', 'candid' ),
			/* translators: %s: a folder. */
			Fault::Vault_Closed         => sprintf( __( 'Recordings cannot be written into %s. Make that folder writable for PHP, and check that the disk is not full.', 'candid' ), $path ),
			Fault::Vault_Disk           => __( 'Recordings cannot be written to the disk. Free up some space.', 'candid' ),
			/* translators: %s: path of a file or folder. */
			Fault::Recording_Closed     => sprintf( __( 'PHP cannot write to %s. Make it belong to the user that PHP runs as. Its data is waiting and will be processed afterwards.', 'candid' ), $path ),
			/* translators: %s: path of a file. */
			Fault::Recording_Locked     => sprintf( __( 'Another process has kept %s locked for too long. Try again; if this continues, restart PHP.', 'candid' ), $path ),
			/* translators: %s: path of a folder. */
			Fault::Recording_Not_Erased => sprintf( __( 'The recording could not be deleted: PHP cannot write to %s. Make it writable, then delete again.', 'candid' ), $path ),
			Fault::Other_Key            => __( 'A recording was started with another data key, so later parts could not be added. Restore that key, or delete the recording.', 'candid' ),
			Fault::Database_Refused     => __( 'Candid could not write to the database. Check that it has space and that the database user may create and change tables.', 'candid' ),
			Fault::Row_Refused          => __( 'The database did not accept the row of a recording. Its data is kept and tried again.', 'candid' ),
			Fault::Segment_Slow         => __( 'A part of a visit took too long to check and was not kept. This happens with forged data or very unusual pages.', 'candid' ),
			Fault::Segment_Deadly       => __( 'PHP stopped twice while checking a part of a visit, so that part was not kept. If this happens often, raise PHP’s memory_limit and max_execution_time.', 'candid' ),
			/* translators: %s: a place in the program. */
			Fault::Segment_Failed       => sprintf( __( 'A part of a visit could not be checked because of a bug in Candid and was not kept. Please report it: %s', 'candid' ), $parameters['place'] ?? '' ),
			Fault::Held_Dropped         => __( 'Parts of visits were removed: they had waited too long, or there was not enough space.', 'candid' ),
			Fault::Unreadable_Dropped   => __( 'Visits encrypted with another data key were removed after waiting a month for that key.', 'candid' ),
		};
	}
}
