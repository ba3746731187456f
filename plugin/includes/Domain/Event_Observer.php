<?php
/**
 * Who looks at events.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * Sees every event of a segment that the fence let pass, as the fence left it, and must not change it.
 *
 * The indexer calls, for each segment: open(), see() for every event in order, close(). Segments of one recording come in
 * the order of their sequence as far as they have arrived. The state is saved before the segment, so after a crash open()
 * may get a state that has already seen the segment: looking again must give the same.
 */
interface Event_Observer {

	/** Most bytes of state that are kept; a longer one is thrown away, and the observer starts without knowledge. */
	public const MAX_STATE_BYTES = 262144;

	/** Under this name its state is kept: lower-case letters. */
	public function name(): string;

	/**
	 * Starts a segment.
	 *
	 * @param Recording_Id $recording The recording.
	 * @param string       $state     What close() returned for the segment before; empty for the first one.
	 * @param Deadline     $deadline  Until when the segment must be done: asked within an event too, which may be 6 MB.
	 */
	public function open( Recording_Id $recording, string $state, Deadline $deadline ): void;

	/**
	 * One event.
	 *
	 * @param Envelope $envelope The envelope of its segment, as the fence left it.
	 */
	public function see( Event $event, Envelope $envelope ): void;

	/**
	 * Ends a segment.
	 *
	 * @return string State for the next segment, at most MAX_STATE_BYTES.
	 */
	public function close(): string;
}
