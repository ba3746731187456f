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
			Fault::Key_Unreadable       => sprintf( __( 'PHP may not read the key file %s. Make it belong to the user that PHP runs as.', 'candid' ), $path ),
			Fault::Key_Malformed        => __( 'The constant CANDID_DATA_KEY in wp-config.php must have 64 hexadecimal digits.', 'candid' ),
			/* translators: 1: a folder, 2: a line of PHP. */
			Fault::Key_Not_Written      => sprintf( __( 'Candid could not write its key into %1$s. Make that folder writable for PHP, or put this line into wp-config.php: %2$s', 'candid' ), $path, $parameters['line'] ?? '' ),
			Fault::Cipher_Failed        => __( 'OpenSSL could not encrypt. Ask your host to check the PHP extension OpenSSL.', 'candid' ),
			Fault::Folder_Missing       => __( 'Candid has no data folder. Deactivate and activate the plugin to make one.', 'candid' ),
			/* translators: %s: a folder. */
			Fault::Folder_Closed        => sprintf( __( 'Candid cannot write into %s. Make that folder writable for PHP.', 'candid' ), $path ),
			/* translators: %s: a folder. */
			Fault::Folder_Not_Removed   => sprintf( __( 'Something could not be removed from %s. Delete that folder by hand.', 'candid' ), $path ),
			/* translators: 1: a user of the server, 2: a folder, 3: another user. */
			Fault::Other_User           => sprintf( __( 'You are the user %1$s, but %2$s belongs to %3$s. Run this command as that user, for example with "sudo -u %3$s".', 'candid' ), $parameters['user'] ?? '', $path, $parameters['owner'] ?? '' ),
			Fault::Request_Slow         => __( 'A visit came too slowly to be taken in.', 'candid' ),
			/* translators: %s: path of a file or folder. */
			Fault::Inbox_Closed         => sprintf( __( 'New visits cannot be written to %s. Make it writable for PHP.', 'candid' ), $path ),
			Fault::Inbox_Full           => __( 'Too many visits wait to be taken in, and no more are accepted. Check that scheduled tasks of WordPress run.', 'candid' ),
			Fault::Inbox_Locked         => __( 'Another process has kept the inbox locked for too long. If this stays, restart PHP, and ask your host whether file locks work in the uploads folder.', 'candid' ),
			Fault::Inbox_Disk           => __( 'The disk does not take new visits. Free some space.', 'candid' ),
			/* translators: %s: a folder. */
			Fault::Vault_Closed         => sprintf( __( 'Recordings cannot be written into %s. Make that folder writable for PHP, and check that the disk is not full.', 'candid' ), $path ),
			Fault::Vault_Disk           => __( 'The disk does not take recordings. Free some space.', 'candid' ),
			/* translators: %s: path of a file or folder. */
			Fault::Recording_Closed     => sprintf( __( 'PHP may not write %s. Make it belong to the user that PHP runs as. What belongs there waits and is taken in afterwards.', 'candid' ), $path ),
			/* translators: %s: path of a file. */
			Fault::Recording_Locked     => sprintf( __( 'Another process has kept %s locked for too long. Try again; if this stays, restart PHP.', 'candid' ), $path ),
			/* translators: %s: path of a folder. */
			Fault::Recording_Not_Erased => sprintf( __( 'The recording could not be deleted: PHP may not write into %s. Make it writable, then delete again.', 'candid' ), $path ),
			Fault::Other_Key            => __( 'A recording was begun with another data key. What came later for it could not be added. Put the former key back, or delete the recording.', 'candid' ),
			Fault::Database_Refused     => __( 'Candid could not write to the database. Check that it has space and that the database user may create and change tables.', 'candid' ),
			Fault::Row_Refused          => __( 'The database did not take the row of one recording. What belongs to it waits and is tried again.', 'candid' ),
			Fault::Segment_Slow         => __( 'A part of a visit took too long to check and was not kept. This happens with forged or very unusual pages.', 'candid' ),
			Fault::Segment_Deadly       => __( 'PHP ended twice while it checked a part of a visit, which was not kept. Raise memory_limit and max_execution_time of PHP if this happens often.', 'candid' ),
			/* translators: %s: a place in the program. */
			Fault::Segment_Failed       => sprintf( __( 'A part of a visit could not be checked because of a mistake in Candid and was not kept. Please report it: %s', 'candid' ), $parameters['place'] ?? '' ),
			Fault::Held_Dropped         => __( 'Parts of visits waited aside for too long, or for too little room, and were removed.', 'candid' ),
			Fault::Unreadable_Dropped   => __( 'Visits that were sealed with another data key waited a month for that key and were removed.', 'candid' ),
		};
	}
}
