<?php
/**
 * The vault in local files.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Vault;

use Candid\Domain\Cipher;
use Candid\Domain\Failure;
use Candid\Domain\Fault;
use Candid\Domain\File_Lock;
use Candid\Domain\Key_Source;
use Candid\Domain\Other_Key;
use Candid\Domain\Private_Files;
use Candid\Domain\Recording_Id;
use Candid\Domain\Recording_Sums;
use Candid\Domain\Recording_Unavailable;
use Candid\Domain\Segment_Facts;
use Candid\Domain\Unavailable;

/**
 * One append-only file per recording, in 256 sub-folders by the first two digits of the id. Beside it, while the visit
 * lasts: "<id>.fence", what the fence remembers, sealed with the recording's key, and "<id>.index", see Frame_Index.
 */
final class Local_Vault implements Vault {

	private readonly Recording_Files $files;

	private readonly Tombstones $tombstones;

	/** Name of the site's data folder: what is sealed here opens here only. */
	private readonly string $site;

	/** @param string $folder Folder of the vault, which exists. */
	public function __construct( private readonly string $folder, private readonly Key_Source $keys ) {
		$this->files      = new Recording_Files( $folder );
		$this->tombstones = new Tombstones( $folder );
		$this->site       = basename( dirname( $folder ) );
	}

	public function append( Recording_Id $recording, Segment_Facts $facts, string $body ): bool {
		$added = $this->written(
			$recording,
			function ( Vault_File $file, Cipher $cipher ) use ( $recording, $facts, $body ): bool {
				$index = $this->index( $recording );
				$end   = $index->sync( $file );
				if ( null !== $index->offset( $facts->sequence ) ) {
					return false;
				}
				$bytes = $file->add( $end, $cipher, $facts, $body );
				$index->add( $end, $facts->sized( $bytes ) );
				return true;
			}
		);
		return true === $added;
	}

	public function has( Recording_Id $recording, int $sequence ): bool {
		return true === $this->indexed( $recording, static fn( Vault_File $file, Frame_Index $index ): bool => null !== $index->offset( $sequence ) );
	}

	public function segments( Recording_Id $recording ): array {
		$found = $this->read_file(
			$recording,
			static function ( Vault_File $file ): array {
				$found = array();
				foreach ( $file->frames( Vault_File::HEAD_BYTES ) as $facts ) {
					$found[ $facts->sequence ] ??= $facts;
				}
				return $found;
			}
		) ?? array();
		ksort( $found );
		return $found;
	}

	public function sums( Recording_Id $recording ): ?Recording_Sums {
		$sums = $this->indexed( $recording, static fn( Vault_File $file, Frame_Index $index ): Recording_Sums => $index->sums() );
		return null === $sums || 0 === $sums->segments ? null : $sums;
	}

	public function read( Recording_Id $recording, int $sequence ): ?string {
		$wrapper = $this->keys->cipher( 'vault' );
		return $this->indexed(
			$recording,
			static function ( Vault_File $file, Frame_Index $index ) use ( $wrapper, $sequence ): ?string {
				$cipher = $file->cipher( $wrapper );
				$offset = $index->offset( $sequence );
				$facts  = null === $offset ? null : $file->facts_at( $offset );
				if ( null !== $offset && $sequence !== $facts?->sequence ) {
					// The index is not that of this file: a file was put back from a backup, or damaged.
					$index->forget();
					$index->sync( $file );
					$offset = $index->offset( $sequence );
					$facts  = null === $offset ? null : $file->facts_at( $offset );
				}
				return null === $cipher || null === $offset || null === $facts ? null : $file->body( $offset, $cipher, $facts );
			}
		);
	}

	public function bytes( Recording_Id $recording ): int {
		return $this->files->bytes( $recording );
	}

	public function fence_state( Recording_Id $recording ): string {
		$path = $this->files->path( $recording, 'fence' );
		clearstatcache( true, $path );
		if ( ! is_file( $path ) ) {
			return '';
		}
		$wrapper = $this->keys->cipher( 'vault' );
		$cipher  = $this->read_file( $recording, static fn( Vault_File $file ): ?Cipher => $file->cipher( $wrapper ) );
		$sealed  = null === $cipher ? false : @file_get_contents( $path ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Without knowledge the fence fails closed.
		return false === $sealed || null === $cipher ? '' : (string) $cipher->open( $sealed, 'fence' . $recording->bytes() );
	}

	public function keep_fence_state( Recording_Id $recording, string $state ): void {
		if ( $this->was_erased( $recording ) ) {
			return;
		}
		$path = $this->files->path( $recording, 'fence' );
		// Wholly under the lock of the recording's file, as append(): what is erased meanwhile must not come back as a state.
		$kept = $this->written( $recording, static fn( Vault_File $file, Cipher $cipher ): bool => Private_Files::replace( $path, $cipher->seal( $state, 'fence' . $recording->bytes() ) ) );
		if ( false === $kept ) {
			throw $this->refusal( $path );
		}
	}

	public function erase( Recording_Id $recording ): void {
		// Marked first: a writer who gets the recording's lock after the mark was set adds nothing.
		if ( ! $this->was_erased( $recording ) && ! $this->tombstones->add( $recording, time() ) ) {
			throw new Recording_Unavailable( Fault::Recording_Not_Erased, array( 'path' => $this->folder ) );
		}
		if ( ! $this->destroy( $recording ) ) {
			throw new Recording_Unavailable( Fault::Recording_Not_Erased, array( 'path' => dirname( $this->files->path( $recording, 'rec' ) ) ) );
		}
	}

	public function erased_since( int $time_s ): array {
		return $this->tombstones->since( $time_s );
	}

	public function erased(): int {
		return $this->tombstones->count();
	}

	public function was_erased( Recording_Id $recording ): bool {
		return $this->tombstones->has( $recording );
	}

	public function tidy( int $now_s, int $most = 200 ): bool {
		return ( new Tidier( $this->folder, $this->tombstones, fn( Recording_Id $recording ): bool => $this->is_destroyed( $recording ) ) )->run( $now_s, $most );
	}

	/** destroy() for whoever goes through many recordings: one that another process keeps locked is left for the next round. */
	private function is_destroyed( Recording_Id $recording ): bool {
		try {
			return $this->destroy( $recording );
		} catch ( Recording_Unavailable $failure ) {
			return false;
		}
	}

	/**
	 * Works on the recording's file under its lock, with its cipher; makes the file when there is none.
	 *
	 * @template T
	 * @param \Closure( Vault_File, Cipher ): T $work
	 * @return T|null Null when the recording was erased.
	 */
	private function written( Recording_Id $recording, \Closure $work ): mixed {
		$path = $this->files->path( $recording, 'rec' );
		if ( ! Private_Files::make_folder( dirname( $path ) ) ) {
			throw $this->refusal( dirname( $path ) );
		}
		$wrapper = $this->keys->cipher( 'vault' );
		$handle  = Private_Files::open( $path, 'c+b' );
		if ( false === $handle ) {
			throw $this->refusal( $path );
		}
		return $this->locked(
			$handle,
			$path,
			LOCK_EX,
			function ( $handle ) use ( $recording, $wrapper, $work ): mixed {
				// erase() sets its mark before it asks for the lock: who has the lock and sees no mark comes first.
				if ( $this->was_erased( $recording ) ) {
					$this->files->remove( $recording );
					return null;
				}
				$file = new Vault_File( $handle, $recording, $this->site );
				$file->begin( $wrapper );
				$cipher = $file->cipher( $wrapper );
				if ( null === $cipher ) {
					throw new Other_Key();
				}
				return $work( $file, $cipher );
			}
		);
	}

	/**
	 * Reads the recording's file with its index, which is built where it is missing; so under a lock that no other reader
	 * has at the same time. A file that is open for reading only cannot give such a lock everywhere: its index is built in
	 * memory.
	 *
	 * @template T
	 * @param \Closure( Vault_File, Frame_Index ): T $work
	 * @return T|null Null when there is no file, or no part of a recording in it.
	 */
	private function indexed( Recording_Id $recording, \Closure $work ): mixed {
		return $this->read_file(
			$recording,
			function ( Vault_File $file, bool $is_alone ) use ( $recording, $work ): mixed {
				if ( $this->was_erased( $recording ) || $file->size() <= Vault_File::HEAD_BYTES ) {
					return null;
				}
				$index = $is_alone ? $this->index( $recording ) : Frame_Index::in_memory();
				$index->sync( $file );
				return $work( $file, $index );
			},
			LOCK_EX
		);
	}

	/**
	 * Reads the recording's file under its lock.
	 *
	 * @template T
	 * @param \Closure( Vault_File, bool ): T $work Gets whether the lock is the only one.
	 * @param int<1, 2>                       $kind LOCK_SH, or LOCK_EX where the file can be opened for writing.
	 * @return T|null Null when the file is not there or cannot be opened.
	 */
	private function read_file( Recording_Id $recording, \Closure $work, int $kind = LOCK_SH ): mixed {
		$path = $this->files->path( $recording, 'rec' );
		// For writing too where possible: PHP-WASM gives no shared lock on a file that is open for reading only.
		$handle = @fopen( $path, 'r+b' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A missing file is an ordinary answer.
		if ( false === $handle ) {
			$handle = @fopen( $path, 'rb' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
			$kind   = LOCK_SH;
		}
		return false === $handle ? null : $this->locked( $handle, $path, $kind, fn( $handle ): mixed => $work( new Vault_File( $handle, $recording, $this->site ), LOCK_EX === $kind ) );
	}

	/**
	 * @template T
	 * @param resource               $handle
	 * @param int<1, 2>              $kind LOCK_SH or LOCK_EX.
	 * @param \Closure( resource ): T $work
	 * @return T
	 */
	private function locked( $handle, string $path, int $kind, \Closure $work ): mixed {
		try {
			if ( ! File_Lock::take( $handle, $kind ) ) {
				throw new Recording_Unavailable( Fault::Recording_Locked, array( 'path' => $path ) );
			}
			return $work( $handle );
		} finally {
			fclose( $handle );
		}
	}

	private function index( Recording_Id $recording ): Frame_Index {
		$file = Private_Files::open( $this->files->path( $recording, 'index' ), 'c+b' );
		return false === $file ? Frame_Index::in_memory() : new Frame_Index( $file );
	}

	/** Whose fault it is that a path cannot be written: the path's own, or that of the whole vault. */
	private function refusal( string $path ): Failure {
		return Private_Files::can_write_in( $this->folder )
			? new Recording_Unavailable( Fault::Recording_Closed, array( 'path' => $path ) )
			: new Unavailable( Fault::Vault_Closed, array( 'path' => $this->folder ) );
	}

	/** Overwrites the recording's key, then removes its files. False when one is still there. */
	private function destroy( Recording_Id $recording ): bool {
		$path   = $this->files->path( $recording, 'rec' );
		$handle = @fopen( $path, 'r+b' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A file of another user cannot be overwritten, but still be removed.
		if ( false !== $handle ) {
			try {
				$this->locked( $handle, $path, LOCK_EX, fn( $handle ) => ( new Vault_File( $handle, $recording, $this->site ) )->shred() );
			} catch ( Unavailable $failure ) {
				// A full disk of the copying kind takes no byte, and has room again when the file is gone.
				unset( $failure );
			}
		}
		return $this->files->remove( $recording );
	}
}
