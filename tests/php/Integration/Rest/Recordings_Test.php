<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Rest;

use Candid\Tests\Site\Http_Client;
use PHPUnit\Framework\Attributes\DataProvider;

final class Recordings_Test extends Http_Case {

	/** Routes and the capability each needs; null for the public doors. A route that is missing here fails the test. */
	private const GUARDED = array(
		'GET /candid/v1/recordings'                      => 'candid_watch_recordings',
		'DELETE /candid/v1/recordings'                   => 'candid_delete_recordings',
		'GET /candid/v1/recordings/(?P<id>[0-9a-f]{32})' => 'candid_watch_recordings',
		'DELETE /candid/v1/recordings/(?P<id>[0-9a-f]{32})' => 'candid_delete_recordings',
		'GET /candid/v1/recordings/(?P<id>[0-9a-f]{32})/segments/(?P<sequence>\d{1,6})' => 'candid_watch_recordings',
		'GET /candid/v1/settings'                        => 'candid_manage_settings',
		'PUT /candid/v1/settings'                        => 'candid_manage_settings',
		'GET /candid/v1/health'                          => 'candid_manage_settings',
		'DELETE /candid/v1/health/leaks'                 => 'candid_manage_settings',
		'DELETE /candid/v1/health/stops'                 => 'candid_manage_settings',
		'POST /candid/v1/segments'                       => null,
		'POST /candid/v1/erasures'                       => null,
	);

	/** @return list<array{string, string, string}> Method, address, capability. */
	private function guarded(): array {
		$routes = self::$site->run(
			'$found = array();
			foreach ( rest_get_server()->get_routes( "candid/v1" ) as $route => $handlers ) {
				foreach ( $handlers as $handler ) {
					foreach ( array_keys( $handler["methods"] ?? array() ) as $method ) {
						if ( "/candid/v1" !== $route ) { $found[] = "$method $route"; }
					}
				}
			}
			return $found;'
		);
		self::assertEqualsCanonicalizing( array_keys( self::GUARDED ), $routes, 'Every route must be in the table above.' );
		$guarded = array();
		foreach ( array_filter( self::GUARDED ) as $route => $capability ) {
			list( $method, $address ) = explode( ' ', $route, 2 );
			$guarded[]                = array( $method, str_replace( array( '(?P<id>[0-9a-f]{32})', '(?P<sequence>\d{1,6})' ), array( $this->segment()->recording_id(), '0' ), $address ), $capability );
		}
		return $guarded;
	}

	private function record( string $key, int $sequence = 0 ): string {
		$segment = $this->segment()->of_recording( $key )->numbered( $sequence );
		self::assertSame( 204, $this->nobody()->send( $segment->bytes() )['status'] );
		return $segment->recording_id();
	}

	public function test_every_route_refuses_whoever_may_not(): void {
		$this->nobody()->send( $this->segment()->bytes() );
		$subscriber = Http_Client::person( self::$site, self::$root, 'subscriber' );
		$program    = Http_Client::program( self::$site, self::$root );
		foreach ( $this->guarded() as list( $method, $address, $capability ) ) {
			$body  = 'GET' === $method ? null : array( 'ids' => array( $this->segment()->recording_id() ) );
			$route = "$method $address";
			self::assertSame( 401, $this->nobody()->ask( $method, $address, $body )['status'], "$route without a log-in" );
			self::assertSame( 403, $subscriber->ask( $method, $address, $body )['status'], "$route without the capability" );
			self::assertSame( 401, self::$admin->without( 'X-WP-Nonce' )->ask( $method, $address, $body )['status'], "$route with the cookie alone" );
			self::assertSame( 403, self::$admin->with( 'X-WP-Nonce', 'abcdef1234' )->ask( $method, $address, $body )['status'], "$route with a bad nonce" );
			self::assertSame( 401, $this->nobody()->with( 'X-HTTP-Method-Override', $method )->ask( 'POST', $address, $body )['status'], "$route by another method" );
			$answer = $program->ask( $method, $address, $body );
			self::assertSame( array( 403, 'candid_application_password' ), array( $answer['status'], $answer['json']['code'] ?? '' ), "$route with an application password" );
		}
		self::assertSame( 200, self::$admin->ask( 'GET', '/candid/v1/recordings/' . $this->segment()->recording_id() )['status'], 'The recording is still there.' );
	}

	public function test_each_capability_opens_its_routes_and_no_other(): void {
		$this->nobody()->send( $this->segment()->bytes() );
		foreach ( array( 'candid_watch_recordings', 'candid_delete_recordings', 'candid_manage_settings' ) as $held ) {
			self::$site->run( "remove_role( 'with' ); add_role( 'with', 'With', array( 'read' => true, '$held' => true ) );" );
			$person = Http_Client::person( self::$site, self::$root, 'with' );
			foreach ( $this->guarded() as list( $method, $address, $capability ) ) {
				// A body that is refused only after the guard.
				$status = $person->ask( $method, $address, 'GET' === $method ? null : array( 'ids' => 7 ) )['status'];
				if ( $held === $capability ) {
					self::assertNotContains( $status, array( 401, 403 ), "$held on $method $address" );
				} else {
					self::assertSame( 403, $status, "$held on $method $address" );
				}
				$this->nobody()->send( $this->segment()->bytes() );
			}
		}
	}

	public function test_the_list_pages_from_the_newest(): void {
		$this->forget_all();
		$ids = array_map( fn( string $letter ): string => $this->record( str_repeat( $letter, 16 ) ), array( 'P', 'Q', 'R' ) );
		self::$admin->ask( 'GET', '/candid/v1/recordings' );
		$first = self::$admin->ask( 'GET', '/candid/v1/recordings?per_page=2' )['json'];
		self::assertSame( array( 3, false ), array( $first['total'], $first['total_capped'] ) );
		self::assertSame( array( $ids[2], $ids[1] ), array_column( $first['items'], 'id' ) );
		self::assertIsString( $first['next'] );
		$second = self::$admin->ask( 'GET', '/candid/v1/recordings?per_page=2&before=' . $first['next'] )['json'];
		self::assertSame( array( $ids[0] ), array_column( $second['items'], 'id' ) );
		self::assertNull( $second['next'] );
	}

	/** @return array<string, array{string, string, array<string, mixed>|null, string}> */
	public static function malformed(): array {
		return array(
			'a page of nothing'       => array( 'GET', '/candid/v1/recordings?per_page=0', null, 'per_page' ),
			'a page beyond all'       => array( 'GET', '/candid/v1/recordings?per_page=101', null, 'per_page' ),
			'a page of words'         => array( 'GET', '/candid/v1/recordings?per_page=ten', null, 'per_page' ),
			'a page in a list'        => array( 'GET', '/candid/v1/recordings?per_page[]=1', null, 'per_page' ),
			'a cursor of SQL'         => array( 'GET', '/candid/v1/recordings?before=1%20OR%201=1', null, 'before' ),
			'a cursor of broken text' => array( 'GET', '/candid/v1/recordings?before=%FF', null, 'before' ),
			'no ids'                  => array( 'DELETE', '/candid/v1/recordings', array( 'x' => 1 ), 'ids' ),
			'ids of a wrong type'     => array( 'DELETE', '/candid/v1/recordings', array( 'ids' => 'all' ), 'ids' ),
			'an empty list'           => array( 'DELETE', '/candid/v1/recordings', array( 'ids' => array() ), 'ids' ),
			'an id with a path'       => array( 'DELETE', '/candid/v1/recordings', array( 'ids' => array( '../../wp-config.php' ) ), 'ids[0]' ),
			'an id in a list'         => array( 'DELETE', '/candid/v1/recordings', array( 'ids' => array( array() ) ), 'ids[0]' ),
			'too many'                => array( 'DELETE', '/candid/v1/recordings', array( 'ids' => array_fill( 0, 101, str_repeat( 'a', 32 ) ) ), 'ids' ),
		);
	}

	/** @param array<string, mixed>|null $body */
	#[DataProvider( 'malformed' )]
	public function test_what_is_wrong_in_a_request_is_named( string $method, string $address, ?array $body, string $field ): void {
		$before = $this->stored();
		$answer = self::$admin->ask( $method, $address, $body );
		self::assertSame( array( 400, 'candid_malformed', $field ), array( $answer['status'], $answer['json']['code'], $answer['json']['data']['field'] ) );
		self::assertSame( $before, $this->stored() );
	}

	public function test_deleting_leaves_nothing_of_a_recording(): void {
		$this->forget_all();
		$one = $this->record( str_repeat( 'X', 16 ) );
		$two = $this->record( str_repeat( 'Y', 16 ) );
		$this->record( str_repeat( 'Y', 16 ), 1 );
		self::assertSame( array( 'deleted' => 1 ), self::$admin->ask( 'DELETE', "/candid/v1/recordings/$one" )['json'] );
		self::assertSame( 404, self::$admin->ask( 'DELETE', "/candid/v1/recordings/$one" )['status'] );
		self::assertSame( 404, self::$admin->ask( 'GET', "/candid/v1/recordings/$one" )['status'] );
		self::assertSame( 404, self::$admin->ask( 'GET', "/candid/v1/recordings/$one/segments/0" )['status'] );
		self::assertSame( array( 'deleted' => 1 ), self::$admin->ask( 'DELETE', '/candid/v1/recordings', array( 'ids' => array( $one, $two, str_repeat( '0', 32 ) ) ) )['json'] );
		$left = self::$site->run(
			'global $wpdb;
			$storage = new \Candid\Site\Site_Storage();
			$files   = array();
			foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $storage->folder->path(), FilesystemIterator::SKIP_DOTS ) ) as $file ) {
				if ( $file->getSize() > 0 && ! in_array( $file->getFilename(), array( ".htaccess", "web.config", "erased", "tidied" ), true ) ) { $files[] = $file->getPathname(); }
			}
			return array( $files, $wpdb->get_var( "SELECT COUNT(*) FROM {$storage->schema->table( "recordings" )}" ), $wpdb->get_var( "SELECT COUNT(*) FROM {$storage->schema->table( "pages" )}" ) );'
		);
		self::assertEquals( array( array(), 0, 0 ), $left );
	}

	private function forget_all(): void {
		self::$site->run( '$install = \Candid\Plugin::instance()->installation(); $install->tear_down(); $key = "' . self::$key . '"; $install->set_up(); global $wpdb; $wpdb->query( "UPDATE {$wpdb->prefix}candid_accounts SET account_key = \'$key\'" ); update_option( "candid_own_key", $key ); update_option( "candid_settings", array( "recording" => true ) );' );
	}
}
