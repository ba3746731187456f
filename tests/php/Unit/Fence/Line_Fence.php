<?php
/**
 * A fence that takes lines.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Fence;

use Candid\Domain\Deadline;
use Candid\Domain\Envelope;
use Candid\Domain\Event;
use Candid\Domain\Findings;
use Candid\Domain\Recording_Id;
use Candid\Fence\Fence;

/** What the indexer does around the fence, so that a test can say a line and see a line. */
final class Line_Fence {

	private readonly Fence $fence;

	/** @param list<string> $allowed */
	public function __construct( array $allowed, bool $inputs, string $preset, string $state = '' ) {
		$this->fence = new Fence( $allowed, $inputs, $preset );
		$this->open( $state );
	}

	public function open( string $state ): void {
		$this->fence->open( Recording_Id::from_hex( str_repeat( 'ab', 16 ) ), $state, Deadline::never() );
	}

	public function inspect( string $line, Envelope $envelope ): Inspected_Line {
		$findings = new Findings();
		$event    = Event::read( $line );
		$stays    = null !== $event && $this->fence->inspect( $event, $envelope, $findings );
		return new Inspected_Line( $stays ? $event->line() : null, $findings->all() );
	}

	public function inspect_envelope( Envelope $envelope ): Inspected_Line {
		$findings = new Findings();
		return new Inspected_Line( $this->fence->inspect_envelope( $envelope, $findings )->line, $findings->all() );
	}

	public function close(): string {
		return $this->fence->close();
	}
}
