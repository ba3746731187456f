<?php
/**
 * Whether the owner of a lock still lives.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

use Candid\Domain\Private_Files;

/**
 * A file lock that the owner of an Option_Lock holds beside it. The kernel lets go of it when the process ends, however
 * it ends, so that on the same machine nobody waits for the dead. It only ever shortens a wait: where file locks mean
 * nothing, or the owner is on another machine, nothing is known and expiry decides.
 */
final class Owner_Liveness {

	/** @var resource|null Open and locked while held. */
	private $file = null;

	/** @param string $path A file in a folder that exists. */
	public function __construct( private readonly string $path ) {
	}

	/**
	 * Takes hold, if nobody on this machine does.
	 *
	 * @return string Name of the file lock, the same for everyone who can hold this very file; empty when it was not got.
	 */
	public function hold(): string {
		$file = Private_Files::open( $this->path, 'cb' );
		if ( false === $file ) {
			return '';
		}
		if ( ! flock( $file, LOCK_EX | LOCK_NB ) || ! $this->means_something() ) {
			fclose( $file );
			return '';
		}
		$this->file = $file;
		$stat       = fstat( $file );
		// A file that was removed and made again is another one, and so is that of a machine with the same path.
		return substr( hash( 'sha256', gethostname() . ' ' . ( false === $stat ? '' : $stat['ino'] ) ), 0, 12 );
	}

	/** Lets go. */
	public function let_go(): void {
		if ( null !== $this->file ) {
			fclose( $this->file );
			$this->file = null;
		}
	}

	/** Some systems grant every file lock, PHP in a browser for one: a second one must be refused. */
	private function means_something(): bool {
		$second = @fopen( $this->path, 'cb' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors,WordPress.WP.AlternativeFunctions -- As above.
		if ( false === $second ) {
			return false;
		}
		$refused = ! flock( $second, LOCK_EX | LOCK_NB );
		fclose( $second );
		return $refused;
	}
}
