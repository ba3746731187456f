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
use Candid\Domain\Event;
use Candid\Domain\Event_Observer;
use Candid\Domain\Findings;
use Candid\Domain\Malformed;
use Candid\Domain\Segment_Facts;
use Candid\Domain\Segment_Fence;
use Candid\Inbox\Inbox_Frame;

/**
 * Bounds, validates and fences one segment and shows it to the observers. Every line is decoded once and, when all have
 * seen the event, encoded once: what is stored is what was looked at, never the bytes that came. Counters are computed
 * here; the recorder is not believed.
 */
final class Segment_Reader {

	/** Level 6 is zlib's own default: 9 costs twice the time for 1 %. */
	private const GZIP_LEVEL = 6;

	/** Under this name the state of the fence is kept. */
	private const FENCE = 'fence';

	private readonly Event_Count $count;

	/** @var list<Event_Observer> */
	private readonly array $observers;

	/** @param Event_Observer ...$observers Who sees every event that the fence let pass. */
	public function __construct( private readonly Segment_Fence $fence, private readonly Decode_Budget $budget, private readonly Clock $clock = new Processor_Clock(), Event_Observer ...$observers ) {
		$this->count     = new Event_Count();
		$this->observers = array( $this->count, ...array_values( $observers ) );
	}

	/**
	 * @param string $body  The body, decrypted.
	 * @param string $state What fence and observers remember of this recording.
	 * @throws Malformed When nothing of it can be kept; Too_Slow when it takes more processor time than maxReadMs: others wait behind it.
	 */
	public function read( Inbox_Frame $frame, string $body, string $state ): Checked_Segment {
		// Nothing here makes cycles; PHP's collector would walk the nodes of a large page again and again.
		$collects = gc_enabled();
		gc_disable();
		try {
			return $this->checked( $frame, $body, $state );
		} finally {
			if ( $collects ) {
				gc_enable();
			}
		}
	}

	/** @throws Malformed As read(). */
	private function checked( Inbox_Frame $frame, string $body, string $state ): Checked_Segment {
		$deadline = Deadline::after( $this->clock, Segment_Contract::LIMITS['maxReadMs'] );
		$lines    = Body_Lines::of( $body, 0 !== ( $frame->flags & Segment_Contract::FLAGS['gzip'] ) );
		$gzip     = deflate_init( ZLIB_ENCODING_GZIP, array( 'level' => self::GZIP_LEVEL ) );
		if ( false === $gzip || ! $lines->valid() ) {
			throw new Malformed( 'body', 'The body is empty.' );
		}
		$this->open( $frame, $state, $deadline );
		$findings = new Findings();
		$envelope = $this->fence->inspect_envelope( Envelope::parse( (string) $lines->current() ), $findings );
		if ( null === $envelope ) {
			throw new Malformed( 'envelope', 'The envelope cannot be stored.' );
		}
		$kept    = deflate_add( $gzip, $envelope->line . "\n", ZLIB_NO_FLUSH );
		$dropped = 0;
		for ( $lines->next(); $lines->valid(); $lines->next() ) {
			if ( $this->count->events() + $dropped >= Segment_Contract::LIMITS['maxEventsPerSegment'] ) {
				break;
			}
			$deadline->check();
			$line = $lines->current();
			$line = null === $line ? null : $this->look( $line, $envelope, $findings );
			if ( null === $line ) {
				++$dropped;
				continue;
			}
			// In two steps: a line may be long, and joining would make another of it.
			$kept .= deflate_add( $gzip, $line, ZLIB_NO_FLUSH ) . deflate_add( $gzip, "\n", ZLIB_NO_FLUSH );
		}
		$kept .= deflate_add( $gzip, '', ZLIB_FINISH );
		$facts = new Segment_Facts(
			sequence: $frame->sequence,
			page: $envelope->page,
			flags: $frame->flags,
			account: $frame->account,
			events: $this->count->events(),
			redacted: $findings->total(),
			dropped: $dropped,
			first: $this->count->first(),
			last: $this->count->last(),
			sent: $envelope->sent,
			received: $frame->received
		);
		return new Checked_Segment( $facts, $envelope, $kept, $findings->all(), $this->close() );
	}

	/** The line as it may be stored, seen by everybody; null: it may not. */
	private function look( string $line, Envelope $envelope, Findings $findings ): ?string {
		$event = $this->budget->allows( $line ) ? Event::read( $line ) : null;
		if ( null === $event || ! $this->fence->inspect( $event, $envelope, $findings ) ) {
			return null;
		}
		$made = $event->line();
		if ( null !== $made ) {
			foreach ( $this->observers as $observer ) {
				$observer->see( $event, $envelope );
			}
		}
		return $made;
	}

	private function open( Inbox_Frame $frame, string $state, Deadline $deadline ): void {
		$states = Observer_States::unpack( $state );
		$this->fence->open( $frame->recording, $states[ self::FENCE ] ?? '', $deadline );
		foreach ( $this->observers as $observer ) {
			$observer->open( $frame->recording, $states[ $observer->name() ] ?? '', $deadline );
		}
	}

	private function close(): string {
		$states = array( self::FENCE => $this->fence->close() );
		foreach ( $this->observers as $observer ) {
			$states[ $observer->name() ] = $observer->close();
		}
		return Observer_States::pack( $states );
	}
}
