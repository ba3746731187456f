<?php
/**
 * Where the files of recordings stand.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Vault;

use Candid\Domain\Recording_Id;

/** Names, sizes and removal of everything that the vault keeps of one recording. */
final class Recording_Files {

	/** The recording's file, and everything that may stand beside it. */
	private const KINDS = array( 'rec', 'fence', 'fence.new', 'index' );

	/** @param string $folder Folder of the vault. */
	public function __construct( private readonly string $folder ) {
	}

	/** @param string $kind "rec", "fence" or "index". */
	public function path( Recording_Id $recording, string $kind ): string {
		return sprintf( '%s/%s/%s.%s', $this->folder, substr( $recording->hex, 0, 2 ), $recording->hex, $kind );
	}

	/** Bytes of all of them. */
	public function bytes( Recording_Id $recording ): int {
		$bytes = 0;
		foreach ( self::KINDS as $kind ) {
			$path = $this->path( $recording, $kind );
			clearstatcache( true, $path );
			$bytes += is_file( $path ) ? (int) filesize( $path ) : 0;
		}
		return $bytes;
	}

	/** Removes all of them. False when one is still there. */
	public function remove( Recording_Id $recording ): bool {
		$all = true;
		foreach ( self::KINDS as $kind ) {
			$path = $this->path( $recording, $kind );
			clearstatcache( true, $path );
			$all = ( ! is_file( $path ) || @unlink( $path ) ) && $all; // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Reported to the caller.
		}
		return $all;
	}
}
