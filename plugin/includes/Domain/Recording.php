<?php
/**
 * One tab's visit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** What lists and the player's screen know of a recording. */
final class Recording {

	/** A recording is live while its last segment is not older than this (s). From plugin/schemas/recording.json. */
	public const LIVE_SECONDS = 30;

	/**
	 * Times are Unix times in ms by the server's clock.
	 *
	 * @param int             $row      Row id; time-ordered, and the cursor of lists.
	 * @param array{int, int} $viewport First width and height, CSS px.
	 */
	public function __construct(
		public readonly int $row,
		public readonly Recording_Id $id,
		public readonly int $account,
		public readonly int $started,
		public readonly int $ended,
		public readonly int $pages,
		public readonly int $events,
		public readonly int $segments,
		public readonly int $bytes,
		public readonly string $device,
		public readonly array $viewport,
		public readonly string $language,
		public readonly string $entry,
		public readonly string $exit,
		public readonly string $title,
		public readonly string $referrer,
		public readonly int $redacted,
		public readonly int $received
	) {
	}

	/** From the first to the last event, ms. */
	public function duration(): int {
		return max( 0, $this->ended - $this->started );
	}

	/**
	 * @param int $now_ms Unix time, ms; decides whether it is live.
	 * @return array<string, mixed> As plugin/schemas/recording.json says, without the parts of a single one.
	 */
	public function to_array( int $now_ms ): array {
		return array(
			'id'       => $this->id->hex,
			'account'  => $this->account,
			'started'  => $this->started,
			'duration' => $this->duration(),
			'pages'    => $this->pages,
			'events'   => $this->events,
			'segments' => $this->segments,
			'bytes'    => $this->bytes,
			'device'   => $this->device,
			'viewport' => $this->viewport,
			'language' => $this->language,
			'entry'    => Shown_Text::of( $this->entry ),
			'exit'     => Shown_Text::of( $this->exit ),
			'title'    => Shown_Text::of( $this->title ),
			'referrer' => Shown_Text::of( $this->referrer ),
			'redacted' => $this->redacted,
			'live'     => $now_ms - $this->received <= self::LIVE_SECONDS * 1000,
		);
	}
}
