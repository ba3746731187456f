<?php
/**
 * The fixed first bytes of a segment.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

use Candid\Contracts\Segment_Contract;

/** Header and account key of a segment, checked. */
final class Segment_Header {

	private function __construct(
		public readonly int $version,
		public readonly int $flags,
		public readonly Recording_Key $recording_key,
		public readonly int $sequence,
		public readonly int $body_bytes,
		public readonly string $account_key
	) {
	}

	/**
	 * Reads a whole segment's head and checks that the rest is what it says.
	 *
	 * @param string $bytes The request's body.
	 * @throws Malformed The field is a name of the header in plugin/schemas/segment.json, or "accountKey".
	 */
	public static function parse( string $bytes ): self {
		$size = Segment_Contract::HEADER_BYTES;
		if ( ! str_starts_with( $bytes, Segment_Contract::MAGIC ) ) {
			throw new Malformed( 'magic', 'This is not a segment: it must start with the letters CND.' );
		}
		if ( strlen( $bytes ) < $size ) {
			throw new Malformed( 'header', sprintf( 'A segment has a header of %d bytes.', $size ) );
		}
		$at      = Segment_Contract::OFFSETS;
		$version = ord( $bytes[ $at['version'] ] );
		if ( Segment_Contract::LIMITS['protocolVersion'] !== $version ) {
			throw new Malformed( 'version', sprintf( 'This site speaks protocol version %d.', Segment_Contract::LIMITS['protocolVersion'] ) );
		}
		$flags = ord( $bytes[ $at['flags'] ] );
		if ( 0 !== ( $flags & ~array_sum( Segment_Contract::FLAGS ) ) ) {
			throw new Malformed( 'flags', 'A flag is set that is not known.' );
		}
		if ( "\0\0" !== substr( $bytes, $at['reserved'], 2 ) ) {
			throw new Malformed( 'reserved', 'The reserved bytes must be zero.' );
		}
		$recording_key = Recording_Key::from_bytes( substr( $bytes, $at['recordingKey'], Recording_Key::BYTES ) );
		$sequence      = self::uint32( $bytes, $at['sequence'] );
		if ( $sequence > Segment_Contract::LIMITS['maxSequence'] ) {
			throw new Malformed( 'sequence', sprintf( 'A recording has at most %d segments.', Segment_Contract::LIMITS['maxSequence'] ) );
		}
		$key_bytes  = ord( $bytes[ $at['accountKeyBytes'] ] );
		$body_bytes = self::uint32( $bytes, $at['bodyBytes'] );
		if ( $body_bytes < 1 || $body_bytes > Segment_Contract::LIMITS['maxBodyBytes'] || $size + $key_bytes + $body_bytes !== strlen( $bytes ) ) {
			throw new Malformed( 'bodyBytes', 'The length of the body is not what the header says.' );
		}
		if ( crc32( substr( $bytes, 0, $at['crc32'] ) . substr( $bytes, $size ) ) !== self::uint32( $bytes, $at['crc32'] ) ) {
			throw new Malformed( 'crc32', 'The checksum does not match: the segment was damaged on its way.' );
		}
		$account_key = substr( $bytes, $size, $key_bytes );
		if ( 1 !== preg_match( '/\A[a-z0-9_]{1,64}\z/', $account_key ) ) {
			throw new Malformed( 'accountKey', 'The account key must be 1 to 64 letters, digits or underscores.' );
		}
		return new self( version: $version, flags: $flags, recording_key: $recording_key, sequence: $sequence, body_bytes: $body_bytes, account_key: $account_key );
	}

	/** Where the body starts. */
	public function body_offset(): int {
		return Segment_Contract::HEADER_BYTES + strlen( $this->account_key );
	}

	/** Whether the body is gzipped. */
	public function is_gzip(): bool {
		return 0 !== ( $this->flags & Segment_Contract::FLAGS['gzip'] );
	}

	private static function uint32( string $bytes, int $offset ): int {
		$value = unpack( 'N', $bytes, $offset );
		return false === $value ? -1 : $value[1];
	}
}
