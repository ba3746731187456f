<?php
/**
 * The vault in local files.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Vault;

use Candid\Domain\Cipher;
use Candid\Domain\Key_Source;
use Candid\Domain\Other_Key;
use Candid\Domain\Recording_Id;
use Candid\Domain\Unavailable;

/**
 * One append-only file per recording, in 256 sub-folders by the first two digits of the id.
 * Beside it: "<id>.fence", what the fence remembers, sealed with the recording's key; "<id>.gone", an empty mark that
 * the recording was erased.
 */
final class Local_Vault implements Vault {

	/** Ids of erased recordings are remembered this long (s): no tab keeps sending, and no late segment is taken, after a day. */
	private const REMEMBER_ERASED_SECONDS = 172800;

	/**
	 * The last walk through a file. The indexer adds many segments to one recording: each would walk all before it.
	 *
	 * @var array{string, array{array<int, array{Segment_Facts, int}>, int}}|null Hexadecimal id, and what Vault_File::walk() gave.
	 */
	private ?array $walked = null;

	/** @param string $folder Folder of the vault, which exists. */
	public function __construct( private readonly string $folder, private readonly Key_Source $keys ) {
	}

	public function append( Recording_Id $recording, Segment_Facts $facts, string $body ): bool {
		$path = $this->path( $recording, 'rec' );
		$this->make_sub_folder( $path );
		$wrapper = $this->keys->cipher( 'vault' );
		$added   = $this->with_file(
			$path,
			'c+b',
			LOCK_EX,
			function ( $handle ) use ( $recording, $wrapper, $facts, $body ): bool {
				// erase() sets its mark before it asks for the lock: who has the lock and sees no mark comes first.
				if ( $this->was_erased( $recording ) ) {
					$this->unlink_all( $recording );
					return false;
				}
				$file = new Vault_File( $handle, $recording );
				$file->begin( $wrapper );
				$cipher = $file->cipher( $wrapper );
				if ( null === $cipher ) {
					throw new Other_Key();
				}
				list( $found, $end ) = $this->walk( $file, $recording );
				if ( isset( $found[ $facts->sequence ] ) ) {
					return false;
				}
				$file->add( $end, $cipher, $facts, $body );
				return true;
			}
		);
		if ( null === $added ) {
			throw new Unavailable( 'The vault cannot be opened for writing.' );
		}
		return $added;
	}

	public function segments( Recording_Id $recording ): array {
		$found = $this->with_file( $this->path( $recording, 'rec' ), 'r+b', LOCK_SH, fn( $handle ): array => $this->walk( new Vault_File( $handle, $recording ), $recording )[0] );
		return array_map( static fn( array $entry ): Segment_Facts => $entry[0], $found ?? array() );
	}

	public function read( Recording_Id $recording, int $sequence ): ?string {
		$wrapper = $this->keys->cipher( 'vault' );
		return $this->with_file(
			$this->path( $recording, 'rec' ),
			'r+b',
			LOCK_SH,
			function ( $handle ) use ( $recording, $wrapper, $sequence ): ?string {
				$file   = new Vault_File( $handle, $recording );
				$cipher = $file->cipher( $wrapper );
				$entry  = $this->walk( $file, $recording )[0][ $sequence ] ?? null;
				return null === $cipher || null === $entry ? null : $file->body( $entry[1], $cipher, $entry[0] );
			}
		);
	}

	public function bytes( Recording_Id $recording ): int {
		$path = $this->path( $recording, 'rec' );
		clearstatcache( true, $path );
		return is_file( $path ) ? (int) filesize( $path ) : 0;
	}

	public function fence_state( Recording_Id $recording ): string {
		$path   = $this->path( $recording, 'fence' );
		$cipher = is_file( $path ) ? $this->recording_cipher( $recording ) : null;
		$sealed = null === $cipher ? false : file_get_contents( $path );
		return false === $sealed || null === $cipher ? '' : (string) $cipher->open( $sealed, 'fence' . $recording->bytes() );
	}

	public function keep_fence_state( Recording_Id $recording, string $state ): void {
		if ( $this->was_erased( $recording ) ) {
			return;
		}
		$path = $this->path( $recording, 'rec' );
		$this->make_sub_folder( $path );
		$wrapper = $this->keys->cipher( 'vault' );
		// Wholly under the lock of the recording's file, as append(): what is erased meanwhile must not come back as a state.
		$kept = $this->with_file(
			$path,
			'c+b',
			LOCK_EX,
			function ( $handle ) use ( $recording, $wrapper, $state ): bool {
				if ( $this->was_erased( $recording ) ) {
					$this->unlink_all( $recording );
					return true;
				}
				$file = new Vault_File( $handle, $recording );
				$file->begin( $wrapper );
				$cipher = $file->cipher( $wrapper );
				if ( null === $cipher ) {
					throw new Other_Key();
				}
				$path   = $this->path( $recording, 'fence' );
				$sealed = $cipher->seal( $state, 'fence' . $recording->bytes() );
				// Written aside and renamed: a killed writer leaves the old state or the new one.
				$aside = "$path.new";
				return strlen( $sealed ) === @file_put_contents( $aside, $sealed ) && rename( $aside, $path ); // phpcs:ignore WordPress.PHP.NoSilencedErrors,WordPress.WP.AlternativeFunctions -- Reported as an exception.
			}
		);
		if ( true !== $kept ) {
			throw new Unavailable( 'The disk does not take the recording.' );
		}
	}

	public function erase( Recording_Id $recording ): void {
		$gone = $this->path( $recording, 'gone' );
		$this->make_sub_folder( $gone );
		if ( ! @touch( $gone ) || ! $this->destroy( $recording ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Reported as an exception.
			throw self::not_erased();
		}
	}

	public function was_erased( Recording_Id $recording ): bool {
		$path = $this->path( $recording, 'gone' );
		clearstatcache( true, $path );
		return is_file( $path );
	}

	public function forget_erased( int $now_s ): void {
		$marks = glob( $this->folder . '/??/*.gone' );
		foreach ( false === $marks ? array() : $marks as $mark ) {
			// Nothing may stand beside a mark. What a writer or an eraser that was killed left there goes first.
			$id   = basename( $mark, '.gone' );
			$rest = 1 === preg_match( '/\A[0-9a-f]{32}\z/', $id ) && ! $this->destroy( Recording_Id::from_hex( $id ) );
			if ( ! $rest && (int) @filemtime( $mark ) < $now_s - self::REMEMBER_ERASED_SECONDS ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Another process may have removed it.
				@unlink( $mark ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
			}
		}
	}

	/** @return array{array<int, array{Segment_Facts, int}>, int} As Vault_File::walk(). */
	private function walk( Vault_File $file, Recording_Id $recording ): array {
		$before       = null !== $this->walked && $this->walked[0] === $recording->hex ? $this->walked[1] : null;
		$now          = $file->walk( $before );
		$this->walked = array( $recording->hex, $now );
		return $now;
	}

	private function recording_cipher( Recording_Id $recording ): ?Cipher {
		$wrapper = $this->keys->cipher( 'vault' );
		return $this->with_file( $this->path( $recording, 'rec' ), 'r+b', LOCK_SH, static fn( $handle ): ?Cipher => ( new Vault_File( $handle, $recording ) )->cipher( $wrapper ) );
	}

	/** Overwrites the recording's key, then removes its files. False when one is still there. */
	private function destroy( Recording_Id $recording ): bool {
		$this->walked = null;
		// A file that only another user of the server may write (WP-CLI ran as root) is not shredded but still removed.
		$this->with_file(
			$this->path( $recording, 'rec' ),
			'r+b',
			LOCK_EX,
			static function ( $handle ) use ( $recording ): bool {
				( new Vault_File( $handle, $recording ) )->shred();
				return true;
			}
		);
		return $this->unlink_all( $recording );
	}

	private function unlink_all( Recording_Id $recording ): bool {
		$all = true;
		foreach ( array( 'rec', 'fence', 'fence.new' ) as $kind ) {
			$path = $this->path( $recording, $kind );
			clearstatcache( true, $path );
			$all = ( ! is_file( $path ) || @unlink( $path ) ) && $all; // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Reported to the caller.
		}
		return $all;
	}

	/** Nobody may be told that a recording is gone while its bytes are there. */
	private static function not_erased(): Unavailable {
		return new Unavailable( 'The recording could not be deleted: PHP may not write into the data folder. Make it writable, then delete again.' );
	}

	private function make_sub_folder( string $path ): void {
		$folder = dirname( $path );
		// Two processes may make it at once: only a folder that is not there afterwards is a fault.
		if ( ! is_dir( $folder ) && ! @mkdir( $folder, 0755, true ) && ! is_dir( $folder ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Reported as an exception.
			throw new Unavailable( 'The vault cannot make a folder.' );
		}
	}

	private function path( Recording_Id $recording, string $kind ): string {
		return sprintf( '%s/%s/%s.%s', $this->folder, substr( $recording->hex, 0, 2 ), $recording->hex, $kind );
	}

	/**
	 * Opens a file of a recording under a lock. Readers open it for writing too: PHP-WASM gives no shared lock on a
	 * file that is open for reading only.
	 *
	 * @template T
	 * @param int<1, 2>              $lock LOCK_SH or LOCK_EX.
	 * @param \Closure(resource): T $work
	 * @return T|null Null when the file is not there or cannot be opened.
	 */
	private function with_file( string $path, string $mode, int $lock, \Closure $work ): mixed {
		$handle = @fopen( $path, $mode ); // phpcs:ignore WordPress.PHP.NoSilencedErrors,WordPress.WP.AlternativeFunctions -- A missing file is an ordinary answer.
		if ( false === $handle && LOCK_SH === $lock ) {
			// A file that another user of the server made, WP-CLI for one, may be readable only.
			$handle = @fopen( $path, 'rb' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors,WordPress.WP.AlternativeFunctions -- As above.
		}
		if ( false === $handle ) {
			return null;
		}
		try {
			if ( ! flock( $handle, $lock ) ) {
				throw new Unavailable( 'The vault cannot be locked.' );
			}
			return $work( $handle );
		} finally {
			fclose( $handle );
		}
	}
}
