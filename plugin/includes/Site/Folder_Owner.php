<?php
/**
 * Who the data folder belongs to.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Site;

use Candid\Domain\Fault;
use Candid\Domain\Unavailable;

/**
 * WP-CLI often runs as root or as the person who deploys. Files such a user makes in the data folder could not be
 * written by the PHP of the web server, and every recording they belong to would stand still. So whoever works in the
 * folder works as its owner: root becomes the owner for the time of the work, anybody else is refused.
 * root never acts with its own rights in a folder another user may put links into.
 */
final class Folder_Owner {

	private const GROUP_WRITES = 0020;

	/**
	 * Does work in a folder as its owner.
	 *
	 * @template T
	 * @param \Closure(): T $work
	 * @return T
	 * @throws Unavailable When PHP runs as a user whose files the owner of the folder could not write.
	 */
	public static function run( string $folder, \Closure $work ): mixed {
		$owner = @fileowner( $folder ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A folder that is not there is reported by whoever works in it.
		// Without the extension nothing is known, which is so on Windows and in PHP-WASM: there are no other users there.
		$user = function_exists( 'posix_geteuid' ) ? posix_geteuid() : $owner;
		if ( false === $owner || $owner === $user || ( 0 !== $user && self::is_shared( $folder ) ) || self::maker( $folder ) === $owner ) {
			return $work();
		}
		$group = posix_getegid();
		if ( 0 !== $user || ! posix_setegid( (int) filegroup( $folder ) ) || ! posix_seteuid( $owner ) ) {
			throw new Unavailable(
				Fault::Other_User,
				array(
					'path'  => $folder,
					'owner' => self::name( $owner ),
					'user'  => self::name( (int) $user ),
				)
			);
		}
		try {
			return $work();
		} finally {
			posix_seteuid( 0 );
			posix_setegid( $group );
		}
	}

	/** Gives something that root just made to the owner of a folder. Links are not followed. */
	public static function give( string $path, string $folder ): void {
		$owner = @fileowner( $folder ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
		if ( false !== $owner && 0 !== $owner && function_exists( 'posix_geteuid' ) && 0 === posix_geteuid() ) {
			lchown( $path, $owner );
			lchgrp( $path, (int) filegroup( $folder ) );
		}
	}

	/** Whether the group of the folder may write: then files are made for the group, too. */
	private static function is_shared( string $folder ): bool {
		return 0 !== ( (int) fileperms( $folder ) & self::GROUP_WRITES ) && is_writable( $folder );
	}

	/** Who owns what is made in the folder now: on some mounts, and for PHP-WASM, always the owner of the folder. Null when nothing can be made. */
	private static function maker( string $folder ): ?int {
		$path = $folder . '/probe-' . bin2hex( random_bytes( 6 ) );
		$file = @fopen( $path, 'xb' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- The answer is the report.
		$stat = false === $file ? false : fstat( $file );
		if ( false !== $file ) {
			fclose( $file );
			unlink( $path );
		}
		return false === $stat ? null : $stat['uid'];
	}

	private static function name( int $user ): string {
		$found = posix_getpwuid( $user );
		return false === $found ? (string) $user : $found['name'];
	}
}
