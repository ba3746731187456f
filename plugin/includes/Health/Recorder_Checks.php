<?php
/**
 * Checks of the recorder in the field.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Domain\Clock;
use Candid\Storage\Stop_Log;

/** Did a recorder stop by itself, and did the fence find what should not have been sent? */
final class Recorder_Checks implements Check_Group {

	/** What is older is history, ms: a week. */
	private const RECENT = 604800000;

	/**
	 * The checks.
	 *
	 * @param Stop_Log    $stops Why recorders stopped.
	 * @param Leak_Source $leaks What the fence found.
	 * @param Clock       $clock Tells the time.
	 */
	public function __construct(
		private readonly Stop_Log $stops,
		private readonly Leak_Source $leaks,
		private readonly Clock $clock,
	) {}

	/** {@inheritDoc} */
	public function checks(): array {
		return array( $this->stops(), $this->leaks() );
	}

	private function stops(): Check {
		$since = $this->clock->now_ms() - self::RECENT;
		$stops = array_filter( $this->stops->stops(), static fn ( array $stop ): bool => $stop['last'] >= $since );
		if ( isset( $stops['selector'] ) ) {
			/* translators: %s: path of a page. */
			return new Check( 'recorder', __( 'Visits are not recorded because of a blocked selector', 'candid' ), Check::CRITICAL, sprintf( __( 'A visitor’s browser could not read one of the blocked selectors, last on %s. Rather than leave something unblocked, it recorded nothing. Check the list in the settings.', 'candid' ), $stops['selector']['path'] ) );
		}
		if ( isset( $stops['error'] ) ) {
			/* translators: %s: path of a page. */
			return new Check( 'recorder', __( 'Some recordings ended early because of an error', 'candid' ), Check::RECOMMENDED, sprintf( __( 'Last on %s. The page itself was not affected.', 'candid' ), $stops['error']['path'] ) );
		}
		if ( isset( $stops['limit'] ) ) {
			/* translators: %s: path of a page. */
			return new Check( 'recorder', __( 'Some recordings reached a limit', 'candid' ), Check::GOOD, sprintf( __( 'They end there, last on %s. This protects visitors with very large pages or very long visits.', 'candid' ), $stops['limit']['path'] ) );
		}

		return new Check( 'recorder', __( 'The recorder works', 'candid' ), Check::GOOD, __( 'No browser reported a problem in the last week.', 'candid' ) );
	}

	private function leaks(): Check {
		$leaks = $this->leaks->leaks();
		if ( array() === $leaks ) {
			return new Check( 'leaks', __( 'The second check found nothing', 'candid' ), Check::GOOD, __( 'The server looks at every recording again. So far it had nothing to remove.', 'candid' ) );
		}
		$count = count( $leaks );

		/* translators: %d: number of places. */
		return new Check( 'leaks', __( 'The second check removed private data', 'candid' ), Check::RECOMMENDED, sprintf( _n( 'The server removed it before it was stored, in %d place. Block or mask that place on your site.', 'The server removed it before it was stored, in %d places. Block or mask those places on your site.', $count, 'candid' ), $count ) );
	}
}
