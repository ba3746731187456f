<?php
/**
 * Runs code from standard input on the throw-away site named by CANDID_SITE and prints what it returns as JSON.
 *
 * @package Candid
 */

$candid_code   = (string) stream_get_contents( STDIN );
$candid_faults = array();
set_error_handler(
	static function ( int $level, string $message, string $file, int $line ) use ( &$candid_faults ): bool {
		// Only what happens in our files: core may be older than the PHP that runs it.
		if ( 0 !== ( error_reporting() & $level ) && str_contains( $file, '/plugin/' ) ) {
			$candid_faults[] = "$message at $file:$line";
		}
		return true;
	}
);
require __DIR__ . '/load.php';
ob_start();
$candid_answer = ( static fn() => eval( $candid_code ) )(); // phpcs:ignore -- The code is the test's own.
ob_end_clean();
echo "\n", 'CANDID:', json_encode( array( 'answer' => $candid_answer, 'faults' => $candid_faults ) );
