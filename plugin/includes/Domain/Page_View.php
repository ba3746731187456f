<?php
/**
 * One document inside a recording.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** A chapter of a recording. */
final class Page_View {

	/**
	 * @param int    $n        Ordinal inside the recording, from 0.
	 * @param string $path     Path of the address, scrubbed.
	 * @param string $title    Title, scrubbed.
	 * @param int    $started  ms since the recording's start.
	 * @param int    $sequence First segment of the page view.
	 */
	public function __construct(
		public readonly int $n,
		public readonly string $path,
		public readonly string $title,
		public readonly int $started,
		public readonly int $sequence
	) {
	}

	/** @return array{n: int, path: string, title: string, started: int, sequence: int} As plugin/schemas/recording.json says. */
	public function to_array(): array {
		return array(
			'n'        => $this->n,
			'path'     => Shown_Text::of( $this->path ),
			'title'    => Shown_Text::of( $this->title ),
			'started'  => $this->started,
			'sequence' => $this->sequence,
		);
	}
}
