<?php
/**
 * `wp candid delete`.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

use Candid\Domain\Recording_Id;
use Candid\Site\Site_Storage;

/** Deletes recordings. */
final class Delete_Command {

	public function __construct( private readonly Work $work ) {
	}

	/**
	 * Deletes a recording for ever.
	 *
	 * ## OPTIONS
	 *
	 * <id>...
	 * : Recording ids.
	 *
	 * [--yes]
	 * : Do not ask.
	 *
	 * @param list<string>          $args  The ids.
	 * @param array<string, string> $named Options.
	 */
	public function __invoke( array $args, array $named ): void {
		$this->work->do(
			function ( Site_Storage $storage ) use ( $args, $named ): void {
				$ids = array_map( static fn( string $id ): Recording_Id => Recording_Id::from_hex( $id ), $args );
				\WP_CLI::confirm( sprintf( 'Delete %d recording(s)? They cannot be brought back.', count( $ids ) ), $named );
				$this->work->index();
				$deleted = $storage->keeper()->erase( $ids );
				if ( 0 === $deleted ) {
					\WP_CLI::error( 'There is no recording with this id.' );
				}
				\WP_CLI::success( "Deleted $deleted." );
			}
		);
	}
}
