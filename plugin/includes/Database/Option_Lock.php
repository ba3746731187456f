<?php
/**
 * One at a time.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

/**
 * A lock with an owner and an expiry, in the options table: it works across machines and file systems, and a killed
 * owner loses it by time; on the same machine at once, where Owner_Liveness shows that it is dead. Taken by
 * compare-and-swap, read back to be sure; never through the options cache.
 */
final class Option_Lock {

	private string $held = '';

	/** Name of the life line while it is held. */
	private string $line = '';

	/**
	 * @param string    $name      Option's name.
	 * @param int       $seconds   How long the lock holds after the last take() or renew().
	 * @param Owner_Liveness $life_line Tells whether an owner on this machine lives.
	 */
	public function __construct( private readonly \wpdb $wpdb, private readonly string $name, private readonly int $seconds, private readonly Owner_Liveness $life_line ) {
	}

	/** Takes the lock if nobody holds it, or who does is dead. */
	public function take(): bool {
		// First of all: an owner is never without its life line while its lock stands.
		$this->line = $this->life_line->hold();
		$mine       = $this->token();
		$found      = $this->stored();
		if ( null === $found ) {
			$this->wpdb->query( $this->wpdb->prepare( "INSERT IGNORE INTO {$this->wpdb->options} (option_name, option_value, autoload) VALUES (%s, %s, 'no')", $this->name, $mine ) ); // phpcs:ignore WordPress.DB -- Must not go through the cache.
		} elseif ( self::expiry( $found ) < time() || $this->is_dead( $found ) ) {
			$this->swap( $found, $mine );
		}
		$this->held = $this->stored() === $mine ? $mine : '';
		if ( '' === $this->held ) {
			$this->let_go();
		}
		return '' !== $this->held;
	}

	/** Whether it was taken and not given back since. Another may have taken it over by time: renew() finds out. */
	public function is_held(): bool {
		return '' !== $this->held;
	}

	/** Holds it longer. False when it was lost to somebody else: stop working then. */
	public function renew(): bool {
		$mine = $this->token();
		if ( '' !== $this->held && self::expiry( $this->held ) - time() > $this->seconds / 2 ) {
			return true;
		}
		$this->swap( $this->held, $mine );
		$this->held = $this->stored() === $mine ? $mine : '';
		return '' !== $this->held;
	}

	/** Gives it back. */
	public function release(): void {
		if ( '' !== $this->held ) {
			$this->wpdb->query( $this->wpdb->prepare( "DELETE FROM {$this->wpdb->options} WHERE option_name = %s AND option_value = %s", $this->name, $this->held ) ); // phpcs:ignore WordPress.DB -- As above.
			$this->held = '';
		}
		$this->let_go();
	}

	private function let_go(): void {
		$this->life_line->let_go();
		$this->line = '';
	}

	private function swap( string $from, string $to ): void {
		$this->wpdb->query( $this->wpdb->prepare( "UPDATE {$this->wpdb->options} SET option_value = %s WHERE option_name = %s AND option_value = %s", $to, $this->name, $from ) ); // phpcs:ignore WordPress.DB -- As above.
	}

	private function stored(): ?string {
		$value = $this->wpdb->get_var( $this->wpdb->prepare( "SELECT option_value FROM {$this->wpdb->options} WHERE option_name = %s", $this->name ) ); // phpcs:ignore WordPress.DB -- As above.
		return is_string( $value ) ? $value : null;
	}

	/** Random text, expiry, and the life line its owner holds. */
	private function token(): string {
		return bin2hex( random_bytes( 8 ) ) . ':' . ( time() + $this->seconds ) . ':' . $this->line;
	}

	private static function expiry( string $token ): int {
		$parts = explode( ':', $token );
		return (int) ( $parts[1] ?? 0 );
	}

	/** Whether its owner held the life line that is in our hands now. */
	private function is_dead( string $token ): bool {
		return '' !== $this->line && str_ends_with( $token, ':' . $this->line );
	}
}
