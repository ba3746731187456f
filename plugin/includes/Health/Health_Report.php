<?php
/**
 * All checks in one place.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Throwable;

/** What the route /health, Site Health and its debug page show. */
final class Health_Report {

	/** @param list<Check_Group> $groups */
	public function __construct( private readonly array $groups ) {
	}

	/**
	 * Every result. A check that fails itself is reported as critical; the others still show.
	 *
	 * @return list<Check>
	 */
	public function checks(): array {
		$results = array();
		foreach ( $this->groups as $number => $group ) {
			try {
				array_push( $results, ...$group->checks() );
			} catch ( Throwable $fault ) {
				if ( defined( 'WP_DEBUG' ) && WP_DEBUG ) {
					error_log( 'Candid: ' . $group::class . ': ' . $fault->getMessage() ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- Only where debugging is on.
				}
				$results[] = new Check(
					'failed_' . $number,
					__( 'A check of Candid could not be made', 'candid' ),
					Check::CRITICAL,
					__( 'Reload this page. If it happens again, turn on WP_DEBUG_LOG in wp-config.php: the reason is then in the debug log.', 'candid' )
				);
			}
		}
		return $results;
	}
}
