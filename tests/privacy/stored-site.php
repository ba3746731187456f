<?php
/**
 * A real WordPress for stored.test.mjs, on PHP's own web server with SQLite. Says where it is, then answers one line
 * of JSON for each line of JSON on standard input, and is gone with it:
 *
 *   { "settings": { … } }  stores these settings
 *   { "stored": true }     indexes, and gives every decrypted line of the vault and every row and option there is
 *
 * @package Candid
 */

declare(strict_types=1);

use Candid\Tests\Site\Http_Client;
use Candid\Tests\Site\Throwaway_Site;

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';

$candid_site = Throwaway_Site::make();
try {
	$candid_site->activate();
	$candid_key   = $candid_site->run( 'return get_option( "candid_own_key" );' );
	$candid_root  = $candid_site->serve();
	$candid_admin = Http_Client::person( $candid_site, $candid_root, 'administrator' );
	echo json_encode( array( 'root' => $candid_root, 'key' => $candid_key ) ), "\n";
	// A read from a socket, which Node's pipes are, ends after default_socket_timeout without a line.
	while ( ! feof( STDIN ) ) {
		$candid_line = fgets( STDIN );
		if ( false === $candid_line ) {
			continue;
		}
		$candid_task = (array) json_decode( $candid_line, true );
		if ( isset( $candid_task['settings'] ) ) {
			$candid_site->run( 'update_option( "candid_settings", ' . var_export( $candid_task['settings'], true ) . ' );' );
			echo "{}\n";
			continue;
		}
		// Listing indexes what waits; a spool larger than one step takes several.
		do {
			$candid_list = $candid_admin->ask( 'GET', '/candid/v1/recordings' );
			$candid_wait = $candid_site->run( '$storage = new \Candid\Site\Site_Storage(); return ( new \Candid\Inbox\Inbox( $storage->folder->path( "inbox" ), $storage->key ) )->bytes();' );
		} while ( 0 < $candid_wait );
		echo json_encode(
			$candid_site->run(
				'global $wpdb;
				$storage  = new \Candid\Site\Site_Storage();
				$segments = array();
				foreach ( ' . var_export( array_column( $candid_list['json']['items'], 'id' ), true ) . ' as $id ) {
					$id = \Candid\Domain\Recording_Id::from_hex( $id );
					foreach ( array_keys( $storage->vault()->segments( $id ) ) as $sequence ) {
						$segments[] = base64_encode( gzdecode( (string) $storage->vault()->read( $id, $sequence ) ) );
					}
				}
				$rows = "";
				foreach ( $wpdb->get_col( "SHOW TABLES" ) as $table ) {
					$rows .= str_contains( $table, "candid" ) || str_ends_with( $table, "options" ) ? print_r( $wpdb->get_results( "SELECT * FROM `$table`", ARRAY_A ), true ) : "";
				}
				$files = "";
				foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $storage->folder->path(), FilesystemIterator::SKIP_DOTS ) ) as $file ) {
					$files .= (string) file_get_contents( $file->getPathname() );
				}
				return array( "segments" => $segments, "rows" => base64_encode( $rows ), "files" => base64_encode( $files ) );'
			)
		), "\n";
	}
} catch ( \Throwable $candid_fault ) {
	fwrite( STDERR, $candid_fault->getMessage() . file_get_contents( $candid_site->folder . "/debug.log" ) );
} finally {
	$candid_site->remove();
}
