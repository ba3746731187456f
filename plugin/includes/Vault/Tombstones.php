<?php
/**
 * Which recordings were erased.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Vault;

use Candid\Domain\File_Lock;
use Candid\Domain\Private_Files;
use Candid\Domain\Recording_Id;

/**
 * The ids of recordings that were erased not long ago, in one file of the vault: 8 random bytes, renewed whenever the
 * file is written anew, then 24 bytes an id: the 16 bytes of the id and the Unix time (s) of the erasure. Asking costs
 * one small read, however many there are.
 */
final class Tombstones {

	private const HEAD  = 8;
	private const ENTRY = 24;

	private string $head = '';
	private int $read    = 0;

	/** @var array<string, int> Time of erasure by the bytes of the id. */
	private array $known = array();

	/** @param string $folder Folder of the vault. */
	public function __construct( private readonly string $folder ) {
	}

	/** Adds an id. False when that cannot be written. */
	public function add( Recording_Id $recording, int $now_s ): bool {
		return $this->locked(
			function () use ( $recording, $now_s ): bool {
				$file = Private_Files::open( $this->path(), 'c+b' );
				if ( false === $file ) {
					return false;
				}
				$stat  = fstat( $file );
				$size  = false === $stat ? 0 : $stat['size'];
				$entry = $recording->bytes() . pack( 'J', $now_s );
				if ( $size < self::HEAD ) {
					$entry = random_bytes( self::HEAD ) . $entry;
					$size  = 0;
				}
				// Over what a killed writer left of an entry.
				$place = 0 === $size ? 0 : max( 0, $size - ( $size - self::HEAD ) % self::ENTRY );
				fseek( $file, $place );
				$written = @fwrite( $file, $entry ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Reported to the caller.
				$whole   = strlen( $entry ) === $written && fflush( $file ) && fsync( $file );
				if ( ! $whole ) {
					ftruncate( $file, $place );
				}
				fclose( $file );
				return $whole;
			}
		);
	}

	public function has( Recording_Id $recording ): bool {
		$this->refresh();
		return isset( $this->known[ $recording->bytes() ] );
	}

	/**
	 * Ids that were erased since a time.
	 *
	 * @param int $time_s Unix time, s.
	 * @return list<Recording_Id>
	 */
	public function since( int $time_s ): array {
		$this->refresh();
		$recent = array_filter( $this->known, static fn( int $time ): bool => $time >= $time_s );
		// PHP makes numbers of keys that look like one.
		return array_map( static fn( int|string $bytes ): Recording_Id => Recording_Id::from_bytes( (string) $bytes ), array_keys( $recent ) );
	}

	public function count(): int {
		$this->refresh();
		return count( $this->known );
	}

	/**
	 * Forgets ids.
	 *
	 * @param int                            $before Only what was erased before this time, Unix s.
	 * @param \Closure( Recording_Id ): bool $may    Whether nothing of the recording is left.
	 */
	public function forget( int $before, \Closure $may ): void {
		$this->refresh();
		$old = array_filter( $this->known, static fn( int $time ): bool => $time < $before );
		$old = array_filter( $old, static fn( string $bytes ): bool => $may( Recording_Id::from_bytes( $bytes ) ), ARRAY_FILTER_USE_KEY );
		if ( array() === $old ) {
			return;
		}
		$this->locked(
			function () use ( $old ): bool {
				$this->refresh();
				$entries = '';
				foreach ( array_diff_key( $this->known, $old ) as $bytes => $time ) {
					$entries .= $bytes . pack( 'J', $time );
				}
				return Private_Files::replace( $this->path(), random_bytes( self::HEAD ) . $entries );
			}
		);
	}

	private function refresh(): void {
		$file = @fopen( $this->path(), 'rb' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- No file, no erased recordings.
		$head = false === $file ? '' : (string) fread( $file, self::HEAD );
		if ( $head !== $this->head ) {
			$this->known = array();
			$this->head  = $head;
			$this->read  = self::HEAD;
		}
		if ( false === $file ) {
			return;
		}
		$stat = fstat( $file );
		$more = ( false === $stat ? 0 : $stat['size'] ) - $this->read;
		if ( $more >= self::ENTRY ) {
			fseek( $file, $this->read );
			foreach ( str_split( (string) stream_get_contents( $file ), self::ENTRY ) as $entry ) {
				$time = self::ENTRY === strlen( $entry ) ? unpack( 'J', $entry, 16 ) : false;
				if ( false !== $time ) {
					$this->known[ substr( $entry, 0, 16 ) ] = $time[1];
					$this->read                            += self::ENTRY;
				}
			}
		}
		fclose( $file );
	}

	/** @param \Closure(): bool $work */
	private function locked( \Closure $work ): bool {
		$lock = Private_Files::open( $this->path() . '.lock', 'c+b' );
		if ( false === $lock || ! File_Lock::take( $lock, LOCK_EX ) ) {
			return false;
		}
		try {
			return $work();
		} finally {
			fclose( $lock );
		}
	}

	private function path(): string {
		return $this->folder . '/erased';
	}
}
