<?php
/**
 * Finds our classes.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid;

/** PSR-4 for the namespace Candid. Known names only: a class we do not have is left to others. */
final class Autoloader {

	/**
	 * Starts to serve classes.
	 *
	 * @param string $folder Folder that holds the namespace's root, without a trailing slash.
	 */
	public static function register( string $folder ): void {
		spl_autoload_register(
			static function ( string $name ) use ( $folder ): void {
				if ( ! str_starts_with( $name, 'Candid\\' ) ) {
					return;
				}
				$file = $folder . '/' . str_replace( '\\', '/', substr( $name, 7 ) ) . '.php';
				if ( is_file( $file ) ) {
					require_once $file;
				}
			}
		);
	}
}
