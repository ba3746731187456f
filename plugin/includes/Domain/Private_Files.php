<?php
/**
 * Files that only PHP's user may read.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * Makes files (0600) and folders (0700) of the inbox and the vault. Their contents are encrypted, but names, times and
 * sizes are not, and on a shared server other users could list them. Where the folder above may be written by its group
 * (one user deploys, another runs PHP), the group keeps its rights.
 */
final class Private_Files {

	private const GROUP_WRITES = 0020;

	/** Makes a folder with an empty index.html, unless the folder is there. False when it cannot be made. */
	public static function make_folder( string $path ): bool {
		if ( is_dir( $path ) ) {
			return true;
		}
		// Two processes may make the folder at once: only a folder that is not there afterwards is a fault.
		if ( ! @mkdir( $path, 0700 ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- The caller reports the failure.
			clearstatcache( true, $path );
			return is_dir( $path );
		}
		self::set_mode( $path, 0700, 0070 );
		@touch( "$path/index.html" ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Guards against listings only where a server ignores .htaccess.
		return true;
	}

	/**
	 * Opens a file and, when it is one of this user, takes the rights of others away.
	 *
	 * @param string $mode As fopen(): "c+b", "xb", …
	 * @return resource|false False when the file cannot be opened.
	 */
	public static function open( string $path, string $mode ) {
		$file = @fopen( $path, $mode ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- The caller reports the failure.
		$stat = false === $file ? false : fstat( $file );
		if ( false !== $stat && 0 === $stat['size'] ) {
			self::set_mode( $path, 0600, 0060 );
		}
		return $file;
	}

	/** Writes a file aside and renames it: a killed writer leaves the old content or the new one. False when the disk refuses. */
	public static function replace( string $path, string $content ): bool {
		$file = self::open( "$path.new", 'wb' );
		if ( false === $file ) {
			return false;
		}
		$written = @fwrite( $file, $content ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
		$whole   = strlen( $content ) === $written && fflush( $file );
		fclose( $file );
		return $whole && @rename( "$path.new", $path ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
	}

	/** Whether a new file can be written into a folder: tells one closed file from a closed disk. is_writable() knows neither full disks nor read-only ones. */
	public static function can_write_in( string $folder ): bool {
		$path = $folder . '/probe-' . bin2hex( random_bytes( 6 ) );
		$file = self::open( $path, 'xb' );
		if ( false === $file ) {
			return false;
		}
		$written = 1 === @fwrite( $file, '.' ) && fflush( $file ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- The answer is the report.
		fclose( $file );
		return unlink( $path ) && $written;
	}

	/**
	 * Names in a folder that begin and end so, sorted. Not glob(), to which a "[" in the path of a site is a pattern.
	 *
	 * @return list<string>
	 */
	public static function names( string $folder, string $begin, string $end ): array {
		$names = @scandir( $folder ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A folder that is not there has no names.
		return array_values( array_filter( false === $names ? array() : $names, static fn( string $name ): bool => '.' !== $name && '..' !== $name && str_starts_with( $name, $begin ) && str_ends_with( $name, $end ) ) );
	}

	private static function set_mode( string $path, int $own, int $group ): void {
		$above = @fileperms( dirname( $path ) ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Without an answer the stricter mode is taken.
		@chmod( $path, $own | ( false !== $above && 0 !== ( $above & self::GROUP_WRITES ) ? $group : 0 ) ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Some file systems know no modes.
	}
}
