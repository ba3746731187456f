<?php
/**
 * Where files live.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Site;

use Candid\Domain\Unavailable;

/** A folder with a random name in this site's uploads. What is in it is ciphertext; the rules against fetching it come on top. */
final class Data_Folder {

	public const OPTION  = 'candid_data_folder';
	private const PARTS  = array( 'inbox', 'vault' );
	private const APACHE = "<IfModule mod_authz_core.c>\n\tRequire all denied\n</IfModule>\n<IfModule !mod_authz_core.c>\n\tDeny from all\n</IfModule>\n";
	private const IIS    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration><system.webServer><security><authorization><remove users=\"*\" roles=\"\" verbs=\"\" /><add accessType=\"Deny\" users=\"*\" /></authorization></security></system.webServer></configuration>\n";

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
			throw new Unavailable( __( 'Candid has no data folder. Deactivate and activate the plugin to make one.', 'candid' ) );
		}
		return self::base() . '/' . $name . ( '' === $part ? '' : "/$part" );
	}

	/** Whether files can be written. */
	public function is_writable(): bool {
		try {
			return wp_is_writable( $this->path( 'inbox' ) ) && wp_is_writable( $this->path( 'vault' ) );
		} catch ( Unavailable $fault ) {
			return false;
		}
	}

	/**
	 * Makes the folder, or mends it.
	 *
	 * @throws Unavailable The reason, in the language of the person who activates.
	 */
	public function create(): void {
		try {
			$folder = $this->path();
		} catch ( Unavailable $fault ) {
			$folder = self::base() . '/candid-' . bin2hex( random_bytes( 16 ) );
		}
		foreach ( self::PARTS as $part ) {
			if ( ! wp_mkdir_p( "$folder/$part" ) || ! wp_is_writable( "$folder/$part" ) ) {
				/* translators: %s: a folder. */
				throw new Unavailable( sprintf( __( 'Candid cannot write into %s. Make that folder writable for PHP.', 'candid' ), self::base() ) );
			}
		}
		foreach ( self::GUARDS as $name => $content ) {
			file_put_contents( "$folder/$name", $content ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A data file of ours, inside our own folder.
		}
		update_option( self::OPTION, basename( $folder ), true );
	}

	/** Removes the folder with everything in it. */
	public function destroy(): void {
		try {
			$folder = $this->path();
			// By name, through the folder: an owner may have moved it to another disk and left a link. What else is there stays.
			foreach ( array( ...self::PARTS, ...array_keys( self::GUARDS ) ) as $name ) {
				self::remove( "$folder/$name" );
			}
			is_link( $folder ) ? unlink( $folder ) : self::remove( $folder );
		} catch ( Unavailable $fault ) {
			unset( $fault ); // Nothing there to remove.
		}
		delete_option( self::OPTION );
	}

	private static function base(): string {
		$uploads = wp_upload_dir( null, false );
		return untrailingslashit( $uploads['basedir'] );
	}

	private static function remove( string $path ): void {
		if ( is_link( $path ) || is_file( $path ) ) {
			unlink( $path );
		} elseif ( is_dir( $path ) ) {
			foreach ( (array) scandir( $path ) as $name ) {
				if ( is_string( $name ) && '.' !== $name && '..' !== $name ) {
					self::remove( "$path/$name" );
				}
			}
			rmdir( $path );
		}
	}
}
