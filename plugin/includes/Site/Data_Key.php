<?php
/**
 * The site's secret.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Site;

use Candid\Domain\Cipher;
use Candid\Domain\Fault;
use Candid\Domain\Key_Source;
use Candid\Domain\Unavailable;

/**
 * Where the data key is kept: the constant CANDID_DATA_KEY (64 hexadecimal digits) in wp-config.php, else a key file of
 * this site in the content folder, outside uploads. The file is PHP that ends at once, so that fetching it gives
 * nothing; its name is random, so that a server that does not run PHP there does not give it away either. The key is
 * never in the database: a dump of it opens no recording. The option holds the file's name only.
 */
final class Data_Key implements Key_Source {

	public const OPTION   = 'candid_key_file';
	public const CONSTANT = 'CANDID_DATA_KEY';

	private ?string $key = null;

	public function cipher( string $purpose ): Cipher {
		$this->key ??= $this->read();
		return new Cipher( hash_hkdf( 'sha256', $this->key, Cipher::KEY_BYTES, 'candid ' . $purpose ) );
	}

	/** Where the key comes from: "constant", "file", "unreadable" (a file that PHP may not read) or "missing". */
	public function custody(): string {
		if ( defined( self::CONSTANT ) ) {
			return 'constant';
		}
		$path = $this->path();
		if ( null === $path || ! is_file( $path ) ) {
			return 'missing';
		}
		return is_readable( $path ) ? 'file' : 'unreadable';
	}

	/**
	 * Makes a key file where there never was one. A file that was lost, or that this PHP may not read (made by another
	 * user of the server), is not replaced: what was recorded would stay closed for ever once it comes back. The health
	 * screen says what to do.
	 *
	 * @throws Unavailable When the key cannot be written or read.
	 */
	public function create(): void {
		if ( in_array( $this->custody(), array( 'constant', 'file' ), true ) ) {
			$this->cipher( 'check' );
			return;
		}
		if ( null !== $this->path() ) {
			return;
		}
		$path = sprintf( '%s/candid-key-%s.php', WP_CONTENT_DIR, bin2hex( random_bytes( 16 ) ) );
		$code = "<?php\nexit;\n// Candid's data key. Without it no recording can be watched. Keep a copy in a safe place.\n// " . bin2hex( random_bytes( Cipher::KEY_BYTES ) ) . "\n";
		$mask = umask( 0177 );
		$done = @file_put_contents( $path, $code, LOCK_EX ); // phpcs:ignore WordPress.PHP.NoSilencedErrors,WordPress.WP.AlternativeFunctions -- Reported below; WP_Filesystem may go through FTP and widens the mode.
		umask( $mask );
		if ( strlen( $code ) !== $done ) {
			throw new Unavailable(
				Fault::Key_Not_Written,
				array(
					'path' => WP_CONTENT_DIR,
					'line' => sprintf( "define( '%s', '%s' );", self::CONSTANT, bin2hex( random_bytes( Cipher::KEY_BYTES ) ) ),
				)
			);
		}
		@chmod( $path, 0600 ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Some file systems know no modes; the mask above has done what can be done.
		// Made by root on the command line, for the PHP of the web server.
		Folder_Owner::give( $path, wp_upload_dir( null, false )['basedir'] );
		update_option( self::OPTION, basename( $path ), false );
		$this->key = null;
	}

	/** Overwrites and removes the key file. After this no recording can be opened. */
	public function destroy(): void {
		$path = $this->path();
		if ( null !== $path && is_file( $path ) ) {
			@file_put_contents( $path, str_repeat( ' ', (int) filesize( $path ) ) ); // phpcs:ignore WordPress.PHP.NoSilencedErrors,WordPress.WP.AlternativeFunctions -- The bytes must go; of a file of another user they cannot.
			@unlink( $path ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
		}
		delete_option( self::OPTION );
		$this->key = null;
	}

	private function path(): ?string {
		$name = get_option( self::OPTION );
		// The name comes from the database: nothing but our own form may become a path.
		return is_string( $name ) && 1 === preg_match( '/\Acandid-key-[0-9a-f]{32}\.php\z/', $name ) ? WP_CONTENT_DIR . '/' . $name : null;
	}

	/** @throws Unavailable */
	private function read(): string {
		if ( defined( self::CONSTANT ) ) {
			$hex = constant( self::CONSTANT );
			if ( ! is_string( $hex ) || 1 !== preg_match( '/\A[0-9a-fA-F]{64}\z/', $hex ) ) {
				throw new Unavailable( Fault::Key_Malformed );
			}
			return (string) hex2bin( $hex );
		}
		$path = $this->path();
		$code = null !== $path && is_readable( $path ) ? (string) file_get_contents( $path ) : '';
		if ( 1 !== preg_match( '~^// ([0-9a-f]{64})$~m', $code, $found ) ) {
			throw 'unreadable' === $this->custody() ? new Unavailable( Fault::Key_Unreadable, array( 'path' => basename( WP_CONTENT_DIR ) . '/' . basename( (string) $path ) ) ) : new Unavailable( Fault::Key_Missing );
		}
		return (string) hex2bin( $found[1] );
	}
}
