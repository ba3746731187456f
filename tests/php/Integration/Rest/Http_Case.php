<?php
/**
 * A site over HTTP.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Rest;

use Candid\Tests\Segment\Segment_Builder;
use Candid\Tests\Site\Http_Client;
use Candid\Tests\Site\Throwaway_Site;
use PHPUnit\Framework\TestCase;

/** A site of its own, served by PHP's web server, with recording on. After every test, nothing in our files may have complained. */
abstract class Http_Case extends TestCase {

	protected static Throwaway_Site $site;
	protected static string $root;
	protected static string $key;
	protected static Http_Client $admin;

	public static function setUpBeforeClass(): void {
		self::$site = Throwaway_Site::make();
		self::$site->activate();
		self::$site->run( 'update_option( "candid_settings", array( "recording" => true ) );' );
		self::$key   = (string) self::$site->run( 'return get_option( "candid_own_key" );' );
		self::$root  = self::$site->serve();
		self::$admin = Http_Client::person( self::$site, self::$root, 'administrator' );
	}

	public static function tearDownAfterClass(): void {
		self::$site->remove();
	}

	protected function assertPostConditions(): void {
		self::assertSame( '', self::$site->complaints() );
	}

	protected function segment(): Segment_Builder {
		return ( new Segment_Builder() )->for_account( self::$key );
	}

	protected function nobody(): Http_Client {
		return Http_Client::nobody( self::$root );
	}

	/** Every file and row that segments leave, as one number to compare. */
	protected function stored(): string {
		return (string) self::$site->run(
			'global $wpdb;
			$storage = new \Candid\Site\Site_Storage();
			$files   = "";
			foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $storage->folder->path(), FilesystemIterator::SKIP_DOTS ) ) as $file ) {
				$files .= $file->getPathname() . " " . ( str_ends_with( $file->getPathname(), ".lock" ) ? "" : md5_file( $file->getPathname() ) ) . "\n";
			}
			return md5( $files . wp_json_encode( $wpdb->get_results( "SELECT * FROM {$storage->schema->table( "recordings" )}" ) ) );'
		);
	}
}
