<?php
/**
 * Takes a segment or refuses it.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Door;

use Candid\Contracts\Segment_Contract;
use Candid\Domain\Clock;
use Candid\Domain\Malformed;
use Candid\Domain\Segment_Header;
use Candid\Domain\Unavailable;
use Candid\Inbox\Inbox;

/** The one acceptor of all doors. Needs no WordPress. Authenticates, bounds, appends, answers. */
final class Acceptor {

	/** Programs that say they are no person. A wrong guess costs one recording, nothing else. */
	private const BOTS = '/(?<!cu)bot\b|(?<!cu)bot[\/;_-]|crawl|spider|slurp|headless|lighthouse|pagespeed|gtmetrix|pingdom|uptime|facebookexternalhit|preview|wget|curl\/|python-requests|java\/|go-http-client|libwww|httpclient|phantomjs|scrapy/i';

	public function __construct(
		private readonly Policy $policy,
		private readonly Inbox $inbox,
		private readonly Clock $clock
	) {
	}

	/** Takes a request to its answer. Never throws. */
	public function accept( Request $request ): Answer {
		if ( 'POST' !== $request->method ) {
			return Answer::wrong_method();
		}
		if ( ! $this->policy->lets_in( $request ) ) {
			return Answer::refused( 'Segments come from pages of this site.' );
		}
		try {
			$answer = $this->refusal( $request ) ?? $this->take( $request );
		} catch ( Malformed $fault ) {
			$answer = Answer::malformed( $fault->field, $fault->getMessage() );
		} catch ( Unavailable $failure ) {
			$answer = Answer::later();
		}
		return $answer->readable();
	}

	/** What can be refused without reading the body. */
	private function refusal( Request $request ): ?Answer {
		if ( null !== $request->content_length && $request->content_length > self::most_bytes() ) {
			return Answer::too_large( self::most_bytes() );
		}
		// This type cannot come from a plain form, so a page of another site cannot make a visitor's browser send it unasked.
		if ( Segment_Contract::LIMITS['contentType'] !== $request->content_type ) {
			return Answer::malformed( 'contentType', 'Segments are sent as ' . Segment_Contract::LIMITS['contentType'] . '.' );
		}
		if ( '' === $request->user_agent || 1 === preg_match( self::BOTS, $request->user_agent ) || 1 === preg_match( '/prefetch|prerender|preview/', $request->purpose ) ) {
			return Answer::refused( 'Only visits of people are recorded.' );
		}
		return $this->policy->recording ? null : Answer::off();
	}

	/** @throws Malformed|Unavailable */
	private function take( Request $request ): Answer {
		$bytes = $request->read( self::most_bytes() );
		if ( null === $bytes ) {
			return Answer::too_large( self::most_bytes() );
		}
		$header = Segment_Header::parse( $bytes );
		if ( '' === $this->policy->account_key || ! hash_equals( $this->policy->account_key, $header->account_key ) ) {
			return Answer::refused( 'This account key is not known here.' );
		}
		$body = substr( $bytes, $header->body_offset() );
		Body_Check::check( $body, $header->is_gzip() );
		$this->inbox->append( $header->recording_key->id(), $header->sequence, $this->policy->account, $header->flags, $body, $this->clock->now_ms() );
		return Answer::stored();
	}

	/** Header, the longest account key, and the longest body. */
	private static function most_bytes(): int {
		return Segment_Contract::HEADER_BYTES + 255 + Segment_Contract::LIMITS['maxBodyBytes'];
	}
}
