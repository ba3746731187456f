<?php
/**
 * Checks of what the indexer met.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Domain\Clock;
use Candid\Domain\Fault;
use Candid\Domain\Unavailable;
use Candid\Site\Site_Storage;
use Closure;

/** Did every visit reach the vault, and if not, why, and what brings it there? */
final class Index_Checks implements Check_Group {

	/** What was not met again for so long is over (s): longer than a held spool is tried again, many times. */
	private const OVER_AFTER = 86400;

	/** Faults that stop everything, and not a recording. */
	private const STOPS_ALL = array(
		Fault::Key_Missing,
		Fault::Key_Unreadable,
		Fault::Key_Malformed,
		Fault::Cipher_Failed,
		Fault::Inbox_Closed,
		Fault::Inbox_Full,
		Fault::Inbox_Locked,
		Fault::Inbox_Disk,
		Fault::Vault_Closed,
		Fault::Vault_Disk,
		Fault::Database_Refused,
		Fault::Other_User,
	);

	/** @param Closure(): Site_Storage $storage Of the current site. */
	public function __construct(
		private readonly Index_Log $log,
		private readonly Closure $storage,
		private readonly Clock $clock
	) {
	}

	/** @inheritDoc */
	public function checks(): array {
		$checks = array();
		foreach ( $this->log->all() as $entry ) {
			$age = intdiv( $this->clock->now_ms() - $entry['last'], 1000 );
			// One check for each fault, about the place where it was met last: the list is newest first.
			if ( $age <= self::OVER_AFTER && ! isset( $checks[ $entry['fault']->value ] ) ) {
				$checks[ $entry['fault']->value ] = $this->check( $entry['fault'], $entry['parameters'], $entry['count'], $age );
			}
		}
		$held = $this->held();
		if ( null !== $held ) {
			$checks[] = $held;
		}
		return array() === $checks
			? array( new Check( 'indexer', __( 'Visits are stored as recordings', 'candid' ), Check::GOOD, __( 'No problem in the last day.', 'candid' ) ) )
			: array_values( $checks );
	}

	/** @param array<string, string> $parameters */
	private function check( Fault $fault, array $parameters, int $count, int $age ): Check {
		$is_all = in_array( $fault, self::STOPS_ALL, true );
		$often  = sprintf(
			/* translators: 1: how many times, 2: a time span, e.g. "20 minutes". */
			_n( 'Happened %1$d time, %2$s ago.', 'Happened %1$d times, most recently %2$s ago.', $count, 'candid' ),
			$count,
			human_time_diff( 0, max( 1, $age ) )
		);
		return new Check(
			'indexer_' . $fault->value,
			$is_all ? __( 'Visits could not be processed', 'candid' ) : __( 'A part of a visit could not be processed', 'candid' ),
			$is_all ? Check::CRITICAL : Check::RECOMMENDED,
			Fault_Text::of( $fault, $parameters ) . ' ' . $often
		);
	}

	private function held(): ?Check {
		try {
			$held = ( $this->storage )()->inbox()->held->count();
		} catch ( Unavailable $failure ) {
			return null;
		}
		return 0 === $held ? null : new Check(
			'indexer_held',
			__( 'Parts of visits are waiting to be written', 'candid' ),
			Check::RECOMMENDED,
			/* translators: %d: number of recordings. */
			sprintf( _n( 'Parts of %d recording could not be written and are tried again every ten minutes, for a week.', 'Parts of %d recordings could not be written and are tried again every ten minutes, for a week.', $held, 'candid' ), $held )
		);
	}
}
