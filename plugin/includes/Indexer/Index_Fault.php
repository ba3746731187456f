<?php
/**
 * A fault a run of the indexer met.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Indexer;

use Candid\Domain\Fault;

/** What it was, where, how often. */
final class Index_Fault {

	/**
	 * @param array<string, string> $parameters As Fault documents them.
	 * @param string                $recording  Hexadecimal id of the recording that met it last; empty when it concerns all.
	 */
	public function __construct(
		public readonly Fault $fault,
		public readonly array $parameters,
		public readonly string $recording,
		public readonly int $count = 1
	) {
	}

	/** The same for the same fault at the same place. */
	public function name(): string {
		return $this->fault->value . ' ' . implode( ' ', $this->parameters );
	}

	/** This one, met once more. */
	public function again( string $recording ): self {
		return new self( $this->fault, $this->parameters, $recording, $this->count + 1 );
	}
}
