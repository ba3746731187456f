<?php
/**
 * The server's second look.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/**
 * Looks at every line of a segment again, as if the recorder had been forged.
 *
 * The indexer calls, for each segment: open(), inspect_envelope() once, inspect() for every event line in order,
 * close(). Segments of one recording come in the order of their sequence as far as they have arrived; the state that
 * close() returns is kept encrypted beside the recording and given to the next open(). It is saved before the segment,
 * so after a crash open() may get a state that has already seen the segment: looking again must give the same.
 * A segment that comes late may refer to nodes the state does not know: fail closed.
 */
interface Segment_Fence {

	/** Most bytes of state that are kept; a longer one is thrown away, and the fence starts without knowledge. */
	public const MAX_STATE_BYTES = 262144;

	/**
	 * Starts a segment.
	 *
	 * @param Recording_Id $recording The recording.
	 * @param string       $state     What close() returned for the segment before; empty for the first one.
	 * @param Deadline     $deadline  Until when the segment must be done: asked within a line too, which may be 6 MB.
	 */
	public function open( Recording_Id $recording, string $state, Deadline $deadline ): void;

	/**
	 * The envelope as it may be stored; its result's line must pass Envelope::parse(). Null drops the whole segment.
	 */
	public function inspect_envelope( Envelope $envelope ): Fence_Result;

	/**
	 * One event.
	 *
	 * @param string   $ndjson_line One rrweb event as JSON: an object, valid UTF-8, at most LIMITS['maxLineBytes'], without a line break.
	 * @param Envelope $envelope    The envelope of its segment, after inspect_envelope().
	 */
	public function inspect( string $ndjson_line, Envelope $envelope ): Fence_Result;

	/**
	 * Ends a segment.
	 *
	 * @return string State for the next segment, at most MAX_STATE_BYTES.
	 */
	public function close(): string;
}
