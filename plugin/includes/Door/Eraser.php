<?php
/**
 * Erases recordings for whoever holds their keys.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Door;

use Candid\Contracts\Segment_Contract;
use Candid\Domain\Erasure;
use Candid\Domain\Failure;
use Candid\Domain\Malformed;
use Candid\Domain\Recording_Id;
use Candid\Domain\Recording_Key;

/**
 * The recording key is the proof: only the tab that made a recording has it, and the id is made from it by a hash, so that no
 * secret is compared. Works whether or not recording is on. Answers the same for keys of recordings that are here, that were
 * here and that never were, and after a time that tells nothing of the work.
 */
final class Eraser {

	/** Most keys of one request; src/consent/erasure.ts sends no more. */
	private const MOST_KEYS = 8;

	/** An answer leaves at a multiple of this time after the request came (µs): destroying one recording takes a few ms. */
	private const STEP_US = 50000;

	public function __construct( private readonly Policy $policy, private readonly Erasure $erasure ) {
	}

	/** Takes a request to its answer. Never throws. */
	public function answer( Request $request ): Answer {
		$begin = hrtime( true );
		try {
			$answer = $this->refusal( $request ) ?? $this->erase( $request );
		} catch ( Malformed $fault ) {
			$answer = Answer::malformed( $fault->field, $fault->getMessage() );
		} catch ( Failure $failure ) {
			// The tab asks again for a recording that cannot be erased now.
			$answer = Answer::later();
		}
		$took  = intdiv( hrtime( true ) - $begin, 1000 );
		$until = self::STEP_US * ( intdiv( $took, self::STEP_US ) + 1 );
		while ( $took < $until ) {
			// A sleep may end a little early where the clock it sleeps by is coarse.
			usleep( max( 1, $until - $took ) );
			$took = intdiv( hrtime( true ) - $begin, 1000 );
		}
		return $answer;
	}

	private function refusal( Request $request ): ?Answer {
		return match ( true ) {
			'POST' !== $request->method => Answer::wrong_method(),
			! $this->policy->lets_in( $request ) => Answer::refused( 'Recordings are erased from pages of this site.' ),
			// This type cannot come from a plain form, as at the door of segments.
			Segment_Contract::LIMITS['contentType'] !== $request->content_type => Answer::malformed( 'contentType', 'Keys are sent as ' . Segment_Contract::LIMITS['contentType'] . '.' )->readable(),
			default => null,
		};
	}

	/** @throws Malformed|Failure */
	private function erase( Request $request ): Answer {
		$bytes = $request->read( self::MOST_KEYS * Recording_Key::BYTES );
		if ( null === $bytes || '' === $bytes || 0 !== strlen( $bytes ) % Recording_Key::BYTES ) {
			throw new Malformed( 'keys', sprintf( 'Send 1 to %d recording keys of %d bytes each.', self::MOST_KEYS, Recording_Key::BYTES ) );
		}
		$ids = array_map( static fn( string $key ): Recording_Id => Recording_Key::from_bytes( $key )->id(), str_split( $bytes, Recording_Key::BYTES ) );
		$this->erasure->withdraw( $ids );
		return Answer::erased( array_map( static fn( Recording_Id $id ): string => $id->receipt(), $ids ) )->readable();
	}
}
