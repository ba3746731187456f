<?php
/**
 * Checks of the files of recordings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Domain\Private_Files;
use Candid\Domain\Unavailable;
use Candid\Site\Site_Storage;
use Closure;

/** May PHP write every file of the vault? A command that ran as another user may have made some that it may not. */
final class Vault_Checks implements Check_Group {

	/** Longest look, ms, so that the health screen of a large vault opens; sub-folders are looked at first. */
	private const MOST_MS = 200;

	/** @param Closure(): Site_Storage $storage Of the current site. */
	public function __construct( private readonly Closure $storage ) {
	}

	/** @inheritDoc */
	public function checks(): array {
		try {
			$folder = ( $this->storage )()->folder;
			$closed = $this->first_closed( $folder->path( 'inbox' ) ) ?? $this->first_closed( $folder->path( 'vault' ) );
		} catch ( Unavailable $failure ) {
			// Server_Checks says that there is no folder.
			return array();
		}
		return null === $closed
			? array( new Check( 'vault_files', __( 'PHP can write the files of all recordings', 'candid' ), Check::GOOD, __( 'No file or folder of another user was found.', 'candid' ) ) )
			: array(
				new Check(
					'vault_files',
					__( 'PHP cannot write some files of recordings', 'candid' ),
					Check::CRITICAL,
					/* translators: 1: path of a file or folder, 2: a user of the server. */
					sprintf( __( 'For example %1$s. Probably a command ran as another user of the server. Make everything in the data folder belong to %2$s, the user that PHP runs as.', 'candid' ), $closed, $this->user() )
				),
			);
	}

	private function first_closed( string $folder ): ?string {
		$until = hrtime( true ) + 1000000 * self::MOST_MS;
		$later = array();
		foreach ( Private_Files::names( $folder, '', '' ) as $name ) {
			$path = "$folder/$name";
			if ( ! is_writable( $path ) && file_exists( $path ) ) {
				return $path;
			}
			if ( is_dir( $path ) ) {
				$later[] = $path;
			}
		}
		foreach ( $later as $inner ) {
			if ( hrtime( true ) > $until ) {
				return null;
			}
			foreach ( Private_Files::names( $inner, '', '' ) as $name ) {
				if ( ! is_writable( "$inner/$name" ) && file_exists( "$inner/$name" ) ) {
					return "$inner/$name";
				}
			}
		}
		return null;
	}

	private function user(): string {
		$found = function_exists( 'posix_geteuid' ) ? posix_getpwuid( posix_geteuid() ) : false;
		return false === $found ? get_current_user() : $found['name'];
	}
}
