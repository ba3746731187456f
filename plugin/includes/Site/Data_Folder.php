<?php
/**
 * Where files live.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Site;

use Candid\Domain\Fault;
use Candid\Domain\Private_Files;
use Candid\Domain\Unavailable;

/** A folder with a random name in this site's uploads. What is in it is ciphertext; the rules against fetching it come on top. */
final class Data_Folder {

	public const OPTION  = 'candid_data_folder';
	private const PARTS  = array( 'inbox', 'vault' );
	private const APACHE = "<IfModule mod_authz_core.c>\n\tRequire all denied\n</IfModule>\n<IfModule !mod_authz_core.c>\n\tDeny from all\n</IfModule>\n";
	private const IIS    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration><system.webServer><security><authorization><remove users=\"*\" roles=\"\" verbs=\"\" /><add accessType=\"Deny\" users=\"*\" /></authorization></security></system.webServer></configuration>\n";

	/** At least the head of a recording's file, Vault_File::HEAD_BYTES. */
	private const SHREDDED_BYTES = 64;

	private const GUARDS = array(
		'index.html' => '',
		'.htaccess'  => self::APACHE,
		'web.config' => self::IIS,
	);

	/**
	 * Path of a part: "inbox" or "vault", or of the folder itself when empty.
	 *
	 * @throws Unavailable When there is no folder.
	 */
	public function path( string $part = '' ): string {
		$name = get_option( self::OPTION );
		if ( ! is_string( $name ) || 1 !== preg_match( '/\Acandid-[0-9a-f]{32}\z/', $name ) ) {
			throw new Unavailable( Fault::Folder_Missing );
		}
		return self::base() . '/' . $name . ( '' === $part ? '' : "/$part" );
	}

	/** Whether files can be written. */
	public function is_writable(): bool {
		try {
			return wp_is_writable( $this->path( 'inbox' ) ) && wp_is_writable( $this->path( 'vault' ) );
		} catch ( Unavailable $failure ) {
			return false;
		}
	}

	/**
	 * Does work as the owner of the folder; see Folder_Owner.
	 *
	 * @template T
	 * @param \Closure(): T $work
	 * @return T
	 * @throws Unavailable When there is no folder, or PHP runs as another user.
	 */
	public function as_owner( \Closure $work ): mixed {
		return Folder_Owner::run( $this->path(), $work );
	}

	/**
	 * Makes the folder, or mends it.
	 *
	 * @throws Unavailable When it cannot be written.
	 */
	public function create(): void {
		try {
			$folder = $this->path();
		} catch ( Unavailable $failure ) {
			$folder = self::base() . '/candid-' . bin2hex( random_bytes( 16 ) );
		}
		$is_new = ! is_dir( $folder );
		$made   = wp_mkdir_p( self::base() ) && Private_Files::make_folder( $folder );
		foreach ( self::PARTS as $part ) {
			if ( ! $made || ! Private_Files::make_folder( "$folder/$part" ) || ! wp_is_writable( "$folder/$part" ) ) {
				throw new Unavailable( Fault::Folder_Closed, array( 'path' => self::base() ) );
			}
		}
		foreach ( self::GUARDS as $name => $content ) {
			Private_Files::replace( "$folder/$name", $content );
		}
		if ( $is_new ) {
			// Made by root on the command line, for the PHP of the web server.
			foreach ( array( '', ...array_map( static fn( string $name ): string => "/$name", array( ...self::PARTS, ...array_keys( self::GUARDS ) ) ) ) as $name ) {
				Folder_Owner::give( $folder . $name, self::base() );
			}
			foreach ( self::PARTS as $part ) {
				Folder_Owner::give( "$folder/$part/index.html", self::base() );
			}
		}
		update_option( self::OPTION, basename( $folder ), true );
	}

	/**
	 * Removes the folder with everything in it.
	 *
	 * @return bool False when something is still there: the option keeps its name then.
	 */
	public function destroy(): bool {
		try {
			$folder = $this->path();
		} catch ( Unavailable $failure ) {
			delete_option( self::OPTION );
			return true;
		}
		// By name, through the folder: an owner may have moved it to another disk and left a link. What else is there stays.
		$gone = true;
		foreach ( array( ...self::PARTS, ...array_keys( self::GUARDS ) ) as $name ) {
			$gone = self::remove( "$folder/$name" ) && $gone;
		}
		$gone = ( is_link( $folder ) ? @unlink( $folder ) : self::remove( $folder ) ) && $gone; // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Reported to the caller.
		if ( $gone ) {
			delete_option( self::OPTION );
		}
		return $gone;
	}

	private static function base(): string {
		$uploads = wp_upload_dir( null, false );
		return untrailingslashit( $uploads['basedir'] );
	}

	/** False when something is still there. The first bytes of every file are overwritten: of a recording, that is its key. */
	private static function remove( string $path ): bool {
		if ( is_link( $path ) ) {
			return @unlink( $path ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Reported to the caller.
		}
		if ( is_file( $path ) ) {
			$file = @fopen( $path, 'r+b' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A file of another user can still be removed.
			if ( false !== $file ) {
				fwrite( $file, str_repeat( "\0", self::SHREDDED_BYTES ) );
				fclose( $file );
			}
			return @unlink( $path ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
		}
		if ( ! is_dir( $path ) ) {
			return true;
		}
		$gone = true;
		foreach ( Private_Files::names( $path, '', '' ) as $name ) {
			$gone = self::remove( "$path/$name" ) && $gone;
		}
		return $gone && @rmdir( $path ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
	}
}
