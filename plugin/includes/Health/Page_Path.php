<?php
/**
 * Paths of pages in lists of findings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

/** Anybody can send a segment that says anything: a list keeps a path, and nothing that reads like a sentence. */
final class Page_Path {

	/** Most bytes kept. */
	private const MOST_BYTES = 200;

	/** The path with one slash in front, cut between letters (a database refuses half of one); "/" when it is no path. */
	public static function of( string $path ): string {
		$path = (string) preg_replace( '~\A/{2,}~', '/', mb_scrub( $path, 'UTF-8' ) );
		$path = mb_strcut( $path, 0, self::MOST_BYTES, 'UTF-8' );
		// The asterisk stands where an address was scrubbed.
		return 1 === preg_match( '~\A/[\p{L}\p{M}\p{N}_./%*-]*\z~u', $path ) ? $path : '/';
	}
}
