<?php
/**
 * Checks of the recorder in the field.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Domain\Clock;
use Candid\Settings\Settings_Store;

/**
 * Did a recorder stop by itself, and did the fence find something that should not have been sent?
 *
 * Reasons come from browsers, and so from anybody: nothing that a sender chose stands in a sentence. Paths are listed on
 * the health screen.
 */
final class Recorder_Checks implements Check_Group {

	/** Anything older is history, ms: a week. */
	private const RECENT = 604800000;

	public function __construct(
		private readonly Stop_Log $stops,
		private readonly Leak_Log $leaks,
		private readonly Clock $clock,
		private readonly Settings_Store $settings
	) {
	}

	/** @inheritDoc */
	public function checks(): array {
		return array( $this->stops(), $this->leaks() );
	}

	private function stops(): Check {
		$since = $this->clock->now_ms() - self::RECENT;
		$stops = array_filter( $this->stops->stops(), static fn( array $stop ): bool => $stop['last'] >= $since );
		return match ( true ) {
			isset( $stops['selector'] ) => $this->unreadable_selector( $since ),
			isset( $stops['error'] )    => new Check(
				'recorder',
				__( 'Some recordings ended early because of an error', 'candid' ),
				Check::RECOMMENDED,
				__( 'The page itself was not affected.', 'candid' )
			),
			isset( $stops['limit'] )    => new Check(
				'recorder',
				__( 'Some recordings are limited', 'candid' ),
				Check::RECOMMENDED,
				__( 'A page was too large to send, or too much was refused on the way. The recording ends there; the page itself was not affected. Ask your host which request size the server and its firewall allow: 1 MB is enough.', 'candid' )
			),
			default                     => new Check(
				'recorder',
				__( 'The recorder works', 'candid' ),
				Check::GOOD,
				__( 'No browser reported a problem in the last week.', 'candid' )
			),
		};
	}

	/** @param int $since Unix time, ms. */
	private function unreadable_selector( int $since ): Check {
		if ( $this->has_selectors() || $this->stops->recordings( 'selector', $since ) >= Voices::MANY ) {
			return new Check(
				'recorder',
				__( 'Visits are not recorded because of a blocked selector', 'candid' ),
				Check::CRITICAL,
				__( 'A visitor’s browser could not read one of the blocked selectors. Rather than leave something unblocked, it recorded nothing. Check the list in the settings.', 'candid' )
			);
		}
		return new Check(
			'recorder',
			__( 'A visit was not recorded because of a blocked selector', 'candid' ),
			Check::RECOMMENDED,
			__( 'This site has no blocked selectors, and hardly any visit reported it. It may be a script that blocks parts of a page by itself, or a false report.', 'candid' )
		);
	}

	/** Whether the owner or a plugin names anything to block; without, a browser has hardly anything it could fail to read. */
	private function has_selectors(): bool {
		return array() !== $this->settings->read()->blocked_selectors || false !== has_filter( 'candid_blocked_selectors' );
	}

	private function leaks(): Check {
		$count = count( $this->leaks->leaks() );
		if ( 0 === $count ) {
			return new Check(
				'leaks',
				__( 'The second check found nothing', 'candid' ),
				Check::GOOD,
				__( 'The server looks at every recording again. So far it had nothing to remove.', 'candid' )
			);
		}
		return new Check(
			'leaks',
			__( 'The second check removed private data', 'candid' ),
			Check::RECOMMENDED,
			/* translators: %d: number of places. */
			sprintf( _n( 'The server removed it before it was stored, in %d place. Block or mask that place on your site.', 'The server removed it before it was stored, in %d places. Block or mask those places on your site.', $count, 'candid' ), $count )
		);
	}
}
