<?php
/**
 * What the doors must know.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Door;

/** Plain facts, so that a door can be opened without WordPress from a snapshot of them. */
final class Policy {

	/**
	 * @param bool         $recording   Whether visits are recorded here now.
	 * @param string       $account_key Key that may send; empty closes the door.
	 * @param int          $account     Row id of that account.
	 * @param list<string> $hosts       Hosts (with a port when it is not the scheme's own) whose pages may send, lower case.
	 */
	public function __construct(
		public readonly bool $recording,
		public readonly string $account_key,
		public readonly int $account,
		public readonly array $hosts
	) {
	}

	/**
	 * Only pages of this site. Where the browser says so itself it is believed: a page cannot forge Sec-Fetch-Site, and a
	 * program that can could forge everything. It is missing from old browsers and from sites without TLS: then Origin counts.
	 */
	public function lets_in( Request $request ): bool {
		return match ( $request->fetch_site ) {
			'same-origin'             => true,
			// Another subdomain, or a language with a domain of its own; Origin says which one.
			'same-site', 'cross-site' => $this->allows_origin( $request->origin ),
			''                        => '' === $request->origin || $this->allows_origin( $request->origin ),
			default                   => false,
		};
	}

	/** Whether an Origin header names one of our hosts. */
	private function allows_origin( string $origin ): bool {
		$parts = parse_url( $origin );
		if ( ! is_array( $parts ) || ! isset( $parts['scheme'], $parts['host'] ) || ! in_array( strtolower( $parts['scheme'] ), array( 'http', 'https' ), true ) ) {
			return false;
		}
		$own  = 'https' === strtolower( $parts['scheme'] ) ? 443 : 80;
		$port = $parts['port'] ?? $own;
		return in_array( strtolower( $parts['host'] ) . ( $port === $own ? '' : ":$port" ), $this->hosts, true );
	}
}
