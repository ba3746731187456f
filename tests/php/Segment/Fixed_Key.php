<?php
/**
 * A data key for tests.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Segment;

use Candid\Domain\Cipher;
use Candid\Domain\Key_Source;

/** Real ciphers from a key that is known. */
final class Fixed_Key implements Key_Source {

	public function __construct( private readonly string $secret = 'one' ) {
	}

	public function cipher( string $purpose ): Cipher {
		return new Cipher( hash( 'sha256', "$this->secret $purpose", true ) );
	}
}
