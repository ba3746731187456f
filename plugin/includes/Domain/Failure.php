<?php
/**
 * A fault on its way to somebody who can tell a person.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** Carries a code and its parameters. The exception's message is for logs of developers only. */
abstract class Failure extends \RuntimeException {

	/** @param array<string, string> $parameters As the code's documentation in Fault says. */
	public function __construct( public readonly Fault $fault, public readonly array $parameters = array(), ?\Throwable $previous = null ) {
		parent::__construct( rtrim( $fault->value . ' ' . implode( ' ', $parameters ) ), 0, $previous );
	}
}
