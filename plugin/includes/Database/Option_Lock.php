<?php
/**
 * One at a time.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

use Candid\Domain\Fault;
use Candid\Domain\Lock;
use Candid\Domain\Unavailable;

/**
 * A lock with an owner and an expiry, in the options table: it works across machines and file systems, and a killed
 * owner loses it by time; on the same machine at once, where Owner_Liveness shows that the owner is dead. Taken by
 * compare-and-swap, read back to be sure; never through the options cache.
 */
final class Option_Lock implements Lock {

	private string $held = '';

	/** Name of the file lock that is held with this lock; empty where file locks mean nothing. */
	private string $line = '';

	/**
	 * @param string         $name     Option's name.
	 * @param int            $seconds  How long the lock holds after the last take() or renew().
	 * @param Owner_Liveness $liveness Tells whether an owner on this machine lives.
	 */
	public function __construct( private readonly \wpdb $wpdb, private readonly string $name, private readonly int $seconds, private readonly Owner_Liveness $liveness ) {
	}

	public function take(): bool {
		// First of all: an owner is never without its file lock while its lock stands.
		$this->line = $this->liveness->hold();
		$mine       = $this->token();
		$found      = $this->stored();
		if ( null === $found ) {
			$this->query( "INSERT IGNORE INTO {$this->wpdb->options} (option_name, option_value, autoload) VALUES (%s, %s, 'no')", $this->name, $mine );
		} elseif ( self::expiry( $found ) < time() || $this->is_dead( $found ) ) {
			$this->swap( $found, $mine );
		}
		$this->held = $this->stored() === $mine ? $mine : '';
		if ( '' === $this->held ) {
			$this->let_go();
		}
		return '' !== $this->held;
	}

	public function is_held(): bool {
		return '' !== $this->held;
	}

	public function renew(): bool {
		if ( '' !== $this->held && self::expiry( $this->held ) - time() > $this->seconds / 2 ) {
			return true;
		}
		$mine = $this->token();
		$this->swap( $this->held, $mine );
		$this->held = $this->stored() === $mine ? $mine : '';
		return '' !== $this->held;
	}

	public function release(): void {
		if ( '' !== $this->held ) {
			// Not checked: a lock that stays ends by time, and a failure must not hide why the work ended.
			$this->wpdb->query( $this->wpdb->prepare( "DELETE FROM {$this->wpdb->options} WHERE option_name = %s AND option_value = %s", $this->name, $this->held ) ); // phpcs:ignore WordPress.DB -- Must not go through the cache.
			$this->held = '';
		}
		$this->let_go();
	}

	private function let_go(): void {
		$this->liveness->let_go();
		$this->line = '';
	}

	private function swap( string $from, string $to ): void {
		$this->query( "UPDATE {$this->wpdb->options} SET option_value = %s WHERE option_name = %s AND option_value = %s", $to, $this->name, $from );
	}

	private function query( string $query, string ...$values ): void {
		if ( false === $this->wpdb->query( $this->wpdb->prepare( $query, ...$values ) ) ) { // phpcs:ignore WordPress.DB -- Must not go through the cache.
			$this->let_go();
			throw new Unavailable( Fault::Database_Refused );
		}
	}

	private function stored(): ?string {
		$value = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT option_value FROM {$this->wpdb->options} WHERE option_name = %s", $this->name ) ); // phpcs:ignore WordPress.DB -- As above.
		return is_string( $value ) ? $value : null;
	}

	/** Random text, expiry, and the file lock its owner holds. */
	private function token(): string {
		return bin2hex( random_bytes( 8 ) ) . ':' . ( time() + $this->seconds ) . ':' . $this->line;
	}

	private static function expiry( string $token ): int {
		$parts = explode( ':', $token );
		return (int) ( $parts[1] ?? 0 );
	}

	/** Whether its owner held the file lock that this process holds now. */
	private function is_dead( string $token ): bool {
		return '' !== $this->line && str_ends_with( $token, ':' . $this->line );
	}
}
