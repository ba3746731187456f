<?php
/**
 * Compiles every PHP file of a folder and loads every class of it, with every notice and deprecation
 * turned into an error: `php load-every-file.php <plugin folder>`. Needs no WordPress.
 *
 * @package Candid
 */

declare(strict_types=1);

error_reporting( E_ALL );
set_error_handler(
	static function ( int $level, string $message, string $file, int $line ): bool {
		throw new ErrorException( $message, 0, $level, $file, $line );
	}
);

// What classes extend or implement of WordPress, in the least form that lets them load.
foreach ( array( 'WP_REST_Controller', 'WP_REST_Response', 'WP_Widget', 'WP_CLI_Command' ) as $candid_class ) {
	class_exists( $candid_class ) || eval( "class $candid_class {}" );
}
define( 'ABSPATH', __DIR__ . '/' );

$candid_folder = rtrim( (string) ( $argv[1] ?? '' ), '/' );
spl_autoload_register(
	static function ( string $name ) use ( $candid_folder ): void {
		$path = $candid_folder . '/includes/' . str_replace( '\\', '/', substr( $name, strlen( 'Candid\\' ) ) ) . '.php';
		if ( str_starts_with( $name, 'Candid\\' ) && is_file( $path ) ) {
			require_once $path;
		}
	}
);

$candid_count = 0;
$candid_bad   = array();
foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $candid_folder, FilesystemIterator::SKIP_DOTS ) ) as $candid_file ) {
	$candid_path = $candid_file->getPathname();
	if ( ! str_ends_with( $candid_path, '.php' ) ) {
		continue;
	}
	try {
		if ( str_starts_with( $candid_path, "$candid_folder/includes/" ) ) {
			require_once $candid_path;
		} else {
			// Files that act when loaded are only compiled.
			token_get_all( (string) file_get_contents( $candid_path ), TOKEN_PARSE );
		}
		++$candid_count;
	} catch ( Throwable $candid_error ) {
		$candid_bad[] = $candid_path . ': ' . $candid_error->getMessage();
	}
}

if ( array() !== $candid_bad ) {
	echo implode( "\n", $candid_bad ), "\n";
	exit( 1 );
}
echo 'PHP ', PHP_VERSION, ': ', $candid_count, " files loaded\n";
