<?php
/**
 * Which room a piece of code stands in.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tools;

use PHPStan\Analyser\Scope;

/** The rooms of the server side, as docs/ARCHITECTURE.md draws them. */
final class Rooms {

	/** Run without WordPress. */
	public const PLAIN = array( 'Contracts', 'Domain', 'Door', 'Inbox', 'Vault', 'Privacy', 'Fence', 'Insights', 'Indexer' );

	/** Talk to people; only they have sentences. */
	public const FACES = array( 'Rest', 'Admin', 'Frontend', 'Blocks', 'Cli', 'Health', 'Statement', 'Compat' );

	/** The first part below Candid\ of the namespace; empty for the root. */
	public static function of( Scope $scope ): string {
		$parts = explode( '\\', (string) $scope->getNamespace() );
		return 'Candid' === $parts[0] ? $parts[1] ?? '' : 'elsewhere';
	}

	/** Whether a declaration comes from WordPress or WP-CLI: its file is one of the stubs. */
	public static function is_of_wordpress( ?string $file ): bool {
		return null !== $file && 1 === preg_match( '~wordpress-stubs|wp-cli-stubs~', $file );
	}
}
