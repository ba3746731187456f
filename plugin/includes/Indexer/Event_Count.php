<?php
/**
 * How many events a segment holds.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Deadline;
use Candid\Domain\Envelope;
use Candid\Domain\Event;
use Candid\Domain\Event_Observer;
use Candid\Domain\Recording_Id;

/** Counts the events of one segment and notes the times of the earliest and the latest; of earlier segments it knows nothing. */
final class Event_Count implements Event_Observer {

	private int $events = 0;

	private int $first = PHP_INT_MAX;

	private int $last = 0;

	/** @inheritDoc */
	public function name(): string {
		return 'count';
	}

	/** @inheritDoc */
	public function open( Recording_Id $recording, string $state, Deadline $deadline ): void {
		$this->events = 0;
		$this->first  = PHP_INT_MAX;
		$this->last   = 0;
	}

	/** @inheritDoc */
	public function see( Event $event, Envelope $envelope ): void {
		++$this->events;
		$this->first = min( $this->first, $event->timestamp );
		$this->last  = max( $this->last, $event->timestamp );
	}

	/** @inheritDoc */
	public function close(): string {
		return '';
	}

	/** How many there were. */
	public function events(): int {
		return $this->events;
	}

	/** Unix time of the earliest by the visitor's clock, ms; 0 when there was none. */
	public function first(): int {
		return 0 === $this->events ? 0 : $this->first;
	}

	/** Unix time of the latest, likewise. */
	public function last(): int {
		return $this->last;
	}
}
