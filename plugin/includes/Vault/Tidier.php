<?php
/**
 * Removes what the vault no longer needs.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Vault;

use Candid\Domain\Private_Files;
use Candid\Domain\Recording_Id;

/**
 * Goes through the sub-folders of the vault, a bounded time at once and a whole round once an hour at most. The file
 * "tidied" says where the next run goes on and when the last round ended.
 */
final class Tidier {

	/** No tab sends a day after its last segment; what was kept for a recording that goes on is not needed then (s). */
	private const OVER_SECONDS = 86400;

	/** Ids of erased recordings are remembered this long (s): twice what a tab may need for its last segment. */
	private const REMEMBER_SECONDS = 172800;

	private const ROUND_SECONDS = 3600;

	/** @param \Closure( Recording_Id ): bool $destroy Removes all files of a recording; false when one is still there. */
	public function __construct( private readonly string $folder, private readonly Tombstones $tombstones, private readonly \Closure $destroy ) {
	}

	/**
	 * @param int $now_s Unix time, s.
	 * @param int $most  Longest time, ms. A sub-folder that was begun is finished.
	 * @return bool Whether there will be more to remove later.
	 */
	public function run( int $now_s, int $most ): bool {
		list( $next, $last, $later ) = $this->read_place();
		if ( '' === $next && $now_s - $last < self::ROUND_SECONDS ) {
			// What came since is not known.
			return true;
		}
		$later = '' !== $next && $later;
		$until = hrtime( true ) + 1000000 * $most;
		$names = array_filter( Private_Files::names( $this->folder, '', '' ), static fn( string $name ): bool => 1 === preg_match( '/\A[0-9a-f]{2}\z/', $name ) && strcmp( $name, $next ) >= 0 );
		foreach ( $names as $name ) {
			if ( hrtime( true ) >= $until ) {
				$this->write_place( $name, $last, $later );
				return true;
			}
			$later = $this->tidy_folder( $name, $now_s ) || $later;
		}
		$this->tombstones->forget( $now_s - self::REMEMBER_SECONDS, $this->destroy );
		$this->write_place( '', $now_s, $later );
		return $later || $this->tombstones->count() > 0;
	}

	/** @return bool Whether something of a recording that may go on stands there. */
	private function tidy_folder( string $name, int $now_s ): bool {
		$later   = false;
		$folder  = "$this->folder/$name";
		$present = array_flip( Private_Files::names( $folder, $name, '' ) );
		foreach ( array_keys( $present ) as $file ) {
			list( $hex, $kind ) = explode( '.', (string) $file, 2 ) + array( 1 => '' );
			if ( 1 !== preg_match( '/\A[0-9a-f]{32}\z/', $hex ) ) {
				continue;
			}
			$recording = Recording_Id::from_hex( $hex );
			if ( 'gone' === $kind ) {
				// How versions before 0.2 marked an erased recording.
				$this->tombstones->add( $recording, (int) @filemtime( "$folder/$file" ) ) && @unlink( "$folder/$file" ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- Another process may have removed it.
				( $this->destroy )( $recording );
			} elseif ( $this->tombstones->has( $recording ) ) {
				// A writer or an eraser was killed.
				( $this->destroy )( $recording );
			} elseif ( 'rec' !== $kind ) {
				$is_over = ! isset( $present[ "$hex.rec" ] ) || (int) @filemtime( "$folder/$hex.rec" ) < $now_s - self::OVER_SECONDS; // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
				$later   = ( ! $is_over || ! @unlink( "$folder/$file" ) ) || $later; // phpcs:ignore WordPress.PHP.NoSilencedErrors -- As above.
			}
		}
		return $later;
	}

	/** @return array{string, int, bool} Next sub-folder, empty when a round was finished; when, Unix s; whether something was left for later. */
	private function read_place(): array {
		$text = @file_get_contents( "$this->folder/tidied" ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- There is none before the first run.
		return is_string( $text ) && 1 === preg_match( '/\A([0-9a-f]{2})?;(\d{1,12});([01])\z/', $text, $parts ) ? array( $parts[1], (int) $parts[2], '1' === $parts[3] ) : array( '', 0, true );
	}

	private function write_place( string $next, int $last, bool $later ): void {
		Private_Files::replace( "$this->folder/tidied", "$next;$last;" . ( $later ? '1' : '0' ) );
	}
}
