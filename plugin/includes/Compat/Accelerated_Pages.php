<?php
/**
 * AMP pages.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Compat;

/** AMP pages allow no script of ours. */
final class Accelerated_Pages {

	/** Whether this page is one. */
	public static function is_one(): bool {
		foreach ( array( 'amp_is_request', 'is_amp_endpoint', 'ampforwp_is_amp_endpoint' ) as $question ) {
			if ( function_exists( $question ) && true === $question() ) {
				return true;
			}
		}
		return false;
	}
}
