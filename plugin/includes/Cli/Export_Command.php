<?php
/**
 * `wp candid export`.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

use Candid\Domain\Recording_Id;
use Candid\Site\Site_Storage;

/** Prints the events of a recording. */
final class Export_Command {

	public function __construct( private readonly Work $work ) {
	}

	/**
	 * Prints the decrypted events of a recording, one JSON object a line.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : Recording id.
	 *
	 * [--envelopes]
	 * : Print the envelope of each segment too.
	 *
	 * @param list<string>               $args  The id.
	 * @param array<string, string|bool> $named Options.
	 */
	public function __invoke( array $args, array $named ): void {
		$this->work->do(
			function ( Site_Storage $storage ) use ( $args, $named ): void {
				$this->work->index();
				$id    = Recording_Id::from_hex( $args[0] ?? '' );
				$vault = $storage->vault();
				$facts = $vault->segments( $id );
				if ( array() === $facts ) {
					\WP_CLI::error( 'There is no recording with this id.' );
				}
				$is_terminal = stream_isatty( STDOUT );
				foreach ( array_keys( $facts ) as $sequence ) {
					$body = $vault->read( $id, $sequence );
					if ( null === $body ) {
						\WP_CLI::warning( "Segment $sequence cannot be opened." );
						continue;
					}
					$lines = (string) gzdecode( $body );
					$start = isset( $named['envelopes'] ) ? 0 : (int) strpos( $lines, "\n" ) + 1;
					$text  = substr( $lines, $start );
					fwrite( STDOUT, $is_terminal ? Terminal_Text::safe( $text ) : $text );
				}
			}
		);
	}
}
