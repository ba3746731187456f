<?php
/**
 * What can go wrong on the server.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * Codes of faults. Rooms without WordPress throw these, with parameters such as a path; Health\Fault_Text turns a code
 * into a translated sentence that says what to do. The value is stored by the log of the indexer: never rename one.
 */
enum Fault: string {

	/** The data key file is not there, or the option that names it is lost. */
	case Key_Missing = 'key_missing';

	/** Parameter `path`: a key file PHP may not read. */
	case Key_Unreadable = 'key_unreadable';

	/** The constant CANDID_DATA_KEY does not have 64 hexadecimal digits. */
	case Key_Malformed = 'key_malformed';

	/** Parameters `path`: the content folder; `line`: a line for wp-config.php. */
	case Key_Not_Written = 'key_not_written';

	/** OpenSSL could not encrypt. */
	case Cipher_Failed = 'cipher_failed';

	/** The option that names the data folder is lost. */
	case Folder_Missing = 'folder_missing';

	/** Parameter `path`: a folder PHP may not write. */
	case Folder_Closed = 'folder_closed';

	/** Parameter `path`: something in the data folder that could not be removed. */
	case Folder_Not_Removed = 'folder_not_removed';

	/** Parameters `path`, `owner`, `user`: the data folder belongs to another user than the one PHP runs as. */
	case Other_User = 'other_user';

	/** The body of a request came too slowly. */
	case Request_Slow = 'request_slow';

	/** Parameter `path`. */
	case Inbox_Closed = 'inbox_closed';

	/** More bytes wait than the inbox may hold. */
	case Inbox_Full = 'inbox_full';

	/** Another process has held the lock of the inbox for too long. */
	case Inbox_Locked = 'inbox_locked';

	/** The disk refused the bytes of a segment. */
	case Inbox_Disk = 'inbox_disk';

	/** Parameter `path`: nothing can be written into the vault. */
	case Vault_Closed = 'vault_closed';

	/** The disk refused the bytes of a recording. */
	case Vault_Disk = 'vault_disk';

	/** Parameter `path`: one file or sub-folder of the vault cannot be written, while the vault itself can. */
	case Recording_Closed = 'recording_closed';

	/** Parameter `path`: another process has held the lock of one recording for too long. */
	case Recording_Locked = 'recording_locked';

	/** Parameter `path`: a recording could not be deleted. */
	case Recording_Not_Erased = 'recording_not_erased';

	/** A recording was sealed with another data key. */
	case Other_Key = 'other_key';

	/** The database takes nothing. */
	case Database_Refused = 'database_refused';

	/** The database takes other rows, but not the row of one recording. */
	case Row_Refused = 'row_refused';

	/** A segment took more processor time than one segment may. */
	case Segment_Slow = 'segment_slow';

	/** PHP ended twice while one segment was checked. */
	case Segment_Deadly = 'segment_deadly';

	/** Parameter `place`: a mistake of ours, met while a segment was checked. */
	case Segment_Failed = 'segment_failed';

	/** Segments that were set aside and could not be taken in for a week, or filled the room for such segments. */
	case Held_Dropped = 'held_dropped';

	/** A spool of another data key that nobody brought the key back for. */
	case Unreadable_Dropped = 'unreadable_dropped';
}
