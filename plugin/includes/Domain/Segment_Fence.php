<?php
/**
 * The server's second look.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * The first who sees the events of a segment, as if the recorder had been forged; the only one who may change or drop
 * them. Further observers (Event_Observer) see what the fence left.
 *
 * Called like them: open(), inspect_envelope() once, inspect() for every event in order, close(). A segment that comes
 * late may refer to nodes the state does not know: fail closed.
 */
interface Segment_Fence {

	/** As Event_Observer::open(). */
	public function open( Recording_Id $recording, string $state, Deadline $deadline ): void;

	/** The envelope as it may be stored; null drops the whole segment. */
	public function inspect_envelope( Envelope $envelope, Findings $findings ): ?Envelope;

	/**
	 * One event, changed in place to what may be stored of it.
	 *
	 * @param Envelope $envelope The envelope of its segment, after inspect_envelope().
	 * @param Findings $findings What had to be redacted is noted there.
	 * @return bool False: nothing of it may be stored.
	 */
	public function inspect( Event $event, Envelope $envelope, Findings $findings ): bool;

	/** As Event_Observer::close(). */
	public function close(): string;
}
