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

	/**
	 * The report.
	 *
	 * @param list<Check_Group> $groups The checks.
	 */
	public function __construct( private readonly array $groups ) {}

	/**
	 * Every result. A check that fails itself is reported as critical; the others still show.
	 *
	 * @return list<Check>
	 */
	public function checks(): array {
		$results = array();
		foreach ( $this->groups as $group ) {
			try {
				array_push( $results, ...$group->checks() );
			} catch ( Throwable $error ) {
				$name      = (string) preg_replace( '/\A.*\\\\/', '', $group::class );
				$results[] = new Check( strtolower( $name ), __( 'A check of Candid could not be made', 'candid' ), Check::CRITICAL, $name . ': ' . $error->getMessage() );
			}
		}

		return $results;
	}
}
