<?php
/**
 * One frame of the inbox on its way to the vault.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Clock;
use Candid\Domain\Failure;
use Candid\Domain\Fault;
use Candid\Domain\Key_Source;
use Candid\Domain\Leak_Sink;
use Candid\Domain\Malformed;
use Candid\Domain\Other_Key;
use Candid\Domain\Stop_Sink;
use Candid\Domain\Too_Slow;
use Candid\Inbox\Inbox_Frame;
use Candid\Vault\Vault;

/** Decrypts, has the segment checked, and adds it to the vault; tells who listens of leaks and stops. */
final class Frame_Keeper {

	public function __construct(
		private readonly Vault $vault,
		private readonly Segment_Reader $reader,
		private readonly Key_Source $keys,
		private readonly Clock $clock,
		private readonly Leak_Sink $leaks,
		private readonly ?Stop_Sink $stops = null
	) {
	}

	/**
	 * Takes one frame to the vault.
	 *
	 * @param string      $site  Name of the data folder the frame was sealed in.
	 * @param string|null $state What the fence remembers; null until it was read for this recording.
	 * @return bool Whether the data key opened the frame, or did not have to.
	 * @throws Failure As Vault::append(), but for Other_Key.
	 */
	public function keep( Inbox_Frame $frame, string $site, ?string &$state, Run_Report $report ): bool {
		if ( $this->vault->was_erased( $frame->recording ) ) {
			++$report->erased;
			return true;
		}
		if ( $this->vault->has( $frame->recording, $frame->sequence ) ) {
			++$report->duplicates;
			return true;
		}
		$body = $frame->body( $this->keys->cipher( 'inbox' ), $site );
		if ( null === $body ) {
			++$report->refused;
			return false;
		}
		$state ??= $this->vault->fence_state( $frame->recording );
		$segment = $this->checked( $frame, $body, $state, $report );
		if ( null === $segment ) {
			++$report->refused;
			return true;
		}
		try {
			// The state first: knowing too much is harmless, knowing too little is not.
			if ( $state !== $segment->state ) {
				$this->vault->keep_fence_state( $frame->recording, $segment->state );
				$state = $segment->state;
			}
			if ( ! $this->vault->append( $frame->recording, $segment->facts, $segment->body ) ) {
				++$report->duplicates;
				return true;
			}
		} catch ( Other_Key $failure ) {
			++$report->refused;
			$report->note( $failure->fault, array(), $frame->recording );
			return true;
		}
		++$report->stored;
		if ( array() !== $segment->findings ) {
			$this->leaks->note_leaks( $segment->envelope->path(), $segment->findings, $frame->recording, $this->clock->now_ms() );
		}
		if ( null !== $segment->envelope->ended ) {
			$this->stops?->note_stop( $segment->envelope->ended, $segment->envelope->path(), $frame->recording, $this->clock->now_ms() );
		}
		return true;
	}

	/** Has leaks and stops written down: once a run, however many there were. */
	public function finish(): void {
		$this->leaks->keep();
		$this->stops?->keep();
	}

	/** Null when the segment is not to be kept: whatever is wrong with it, or with us, does not stop the others. */
	private function checked( Inbox_Frame $frame, string $body, string $state, Run_Report $report ): ?Checked_Segment {
		try {
			return $this->reader->read( $frame, $body, $state );
		} catch ( Too_Slow $fault ) {
			$report->note( Fault::Segment_Slow, array(), $frame->recording );
		} catch ( Malformed $fault ) {
			// Anybody can send that; the count says enough.
			return null;
		} catch ( \Throwable $fault ) {
			$report->note( Fault::Segment_Failed, array( 'place' => get_class( $fault ) . ' at ' . basename( $fault->getFile() ) . ':' . $fault->getLine() ), $frame->recording );
		}
		return null;
	}
}
