<?php
/**
 * Starts PHPUnit: `vendor/bin/phpunit --testsuite unit` needs nothing; anything else installs WordPress on a
 * throw-away site and loads it here.
 *
 * CANDID_CORE=<folder>   WordPress core; else .cache/core/6.6, else the first one there is.
 * CANDID_DB=mysql        with CANDID_DB_HOST or CANDID_DB_SOCKET, CANDID_DB_USER, CANDID_DB_PASSWORD, CANDID_DB_NAME; else SQLite.
 *
 * @package Candid
 */

declare(strict_types=1);

use Candid\Tests\Site\Throwaway_Site;

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';

$candid_arguments = implode( ' ', array_map( 'strval', (array) $_SERVER['argv'] ) );
if ( 1 !== preg_match( '~testsuite[= ]unit\b|tests/php/Unit~', $candid_arguments ) ) {
	$candid_site = Throwaway_Site::make();
	$candid_site->activate();
	define( 'CANDID_TEST_SITE', $candid_site->folder );
	register_shutdown_function( static fn() => $candid_site->remove() );
	$_SERVER['CANDID_SITE'] = $candid_site->folder;
	require_once __DIR__ . '/Site/load.php';
}
