<?php
/**
 * What lets a tab add to its recording.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** 16 random bytes a tab made. Never stored and never logged: only the id made from it is. */
final class Recording_Key {

	public const BYTES = 16;

	private function __construct( private readonly string $bytes ) {
	}

	/** @throws Malformed When it is not 16 bytes, or all of them are zero (no random source made that). */
	public static function from_bytes( string $bytes ): self {
		if ( self::BYTES !== strlen( $bytes ) || str_repeat( "\0", self::BYTES ) === $bytes ) {
			throw new Malformed( 'recordingKey', 'The recording key must be 16 random bytes.' );
		}
		return new self( $bytes );
	}

	public function id(): Recording_Id {
		return Recording_Id::from_bytes( substr( hash( 'sha256', $this->bytes, true ), 0, 16 ) );
	}
}
