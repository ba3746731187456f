<?php
/**
 * From a body as it came to a body as it may be kept.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Contracts\Segment_Contract;
use Candid\Domain\Clock;
use Candid\Domain\Deadline;
use Candid\Domain\Envelope;
use Candid\Domain\Fence_Result;
use Candid\Domain\Malformed;
use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Fence;
use Candid\Inbox\Inbox_Frame;
use Candid\Domain\Segment_Facts;

/** Bounds, validates, fences and counts one segment. Counters are computed here; the recorder is not believed. */
final class Segment_Reader {

	/** Level 6 is zlib's own default: 9 costs twice the time for 1 %. */
	private const GZIP_LEVEL = 6;

	/** A finding is described at most this often per segment; the count goes on. */
	private const MAX_FINDINGS = 200;

	public function __construct( private readonly Segment_Fence $fence, private readonly Decode_Budget $budget, private readonly Clock $clock = new Processor_Clock() ) {
	}

	/**
	 * @param string $body  The body, decrypted.
	 * @param string $state What the fence remembers of this recording.
	 * @throws Malformed When nothing of it can be kept; Too_Slow when it takes more processor time than maxReadMs.
	 */
	public function read( Inbox_Frame $frame, string $body, string $state ): Checked_Segment {
		$deadline = Deadline::after( $this->clock, Segment_Contract::LIMITS['maxReadMs'] );
		$lines = Body_Lines::of( $body, 0 !== ( $frame->flags & Segment_Contract::FLAGS['gzip'] ) );
		$gzip  = deflate_init( ZLIB_ENCODING_GZIP, array( 'level' => self::GZIP_LEVEL ) );
		if ( false === $gzip || ! $lines->valid() ) {
			throw new Malformed( 'body', 'The body is empty.' );
		}
		$this->fence->open( $frame->recording, $state, $deadline );
		$result   = $this->fence->inspect_envelope( Envelope::parse( (string) $lines->current() ) );
		$envelope = Envelope::parse( (string) $result->line );
		$kept     = deflate_add( $gzip, $envelope->line . "\n", ZLIB_NO_FLUSH );
		$findings = $result->findings;
		$redacted = $result->redacted();
		$dropped  = 0;
		$events   = 0;
		$first    = PHP_INT_MAX;
		$last     = 0;
		for ( $lines->next(); $lines->valid(); $lines->next() ) {
			if ( $events + $dropped >= Segment_Contract::LIMITS['maxEventsPerSegment'] ) {
				break;
			}
			$deadline->check();
			$line                   = $lines->current();
			list( $event, $result ) = null === $line ? array( null, null ) : $this->look( $line, $envelope );
			if ( null !== $result ) {
				$redacted += $result->redacted();
				$findings  = array_slice( array_merge( $findings, $result->findings ), 0, self::MAX_FINDINGS );
			}
			if ( null === $event || null === $result || null === $result->line ) {
				++$dropped;
				continue;
			}
			// In two steps: a line may be long, and joining would make another of it.
			$kept .= deflate_add( $gzip, $result->line, ZLIB_NO_FLUSH ) . deflate_add( $gzip, "\n", ZLIB_NO_FLUSH );
			$first = min( $first, $event->timestamp );
			$last  = max( $last, $event->timestamp );
			++$events;
		}
		$kept .= deflate_add( $gzip, '', ZLIB_FINISH );
		$facts = new Segment_Facts( $frame->sequence, $envelope->page, $frame->flags, $frame->account, $events, $redacted, $dropped, 0 === $events ? 0 : $first, $last, $envelope->sent, $frame->received );
		$state = $this->fence->close();
		return new Checked_Segment( $facts, $envelope, $kept, $findings, strlen( $state ) > Segment_Fence::MAX_STATE_BYTES ? '' : $state );
	}

	/** @return array{Event_Line|null, Fence_Result|null} */
	private function look( string $line, Envelope $envelope ): array {
		if ( ! $this->budget->allows( $line ) ) {
			return array( null, null );
		}
		$event  = Event_Line::read( $line );
		$result = null === $event ? null : $this->fence->inspect( $line, $envelope );
		// What the fence returns is a line: a break inside would make two of it.
		if ( null !== $result && null !== $result->line && false !== strpbrk( $result->line, "\r\n" ) ) {
			return array( null, $result );
		}
		return array( $event, $result );
	}
}
