<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Rest;

use Candid\Tests\Segment\Segment_Builder;
use PHPUnit\Framework\Attributes\DataProvider;

final class Segments_Test extends Http_Case {

	public function test_a_segment_is_answered_without_a_body_and_can_be_watched_at_once(): void {
		$segment = $this->segment()->of_recording( str_repeat( 'A', 16 ) );
		$answer  = $this->nobody()->send( $segment->bytes() );
		self::assertSame( array( 204, '' ), array( $answer['status'], $answer['body'] ) );
		self::assertSame( 'no-store, private', $answer['headers']['cache-control'] );
		self::assertSame( 204, $this->nobody()->send( $segment->bytes() )['status'], 'Again is as good as once.' );
		$one = self::$admin->ask( 'GET', '/candid/v1/recordings/' . $segment->recording_id() );
		self::assertSame( 200, $one['status'] );
		self::assertSame( array( 1, 2, '/tulips' ), array( $one['json']['segments'], $one['json']['events'], $one['json']['entry'] ) );
		$bytes = self::$admin->ask( 'GET', '/candid/v1/recordings/' . $segment->recording_id() . '/segments/0' );
		self::assertSame( 200, $bytes['status'] );
		self::assertSame( 'application/octet-stream', $bytes['headers']['content-type'] );
		self::assertStringContainsString( 'private', $bytes['headers']['cache-control'] );
		self::assertStringContainsString( 'no-store', $bytes['headers']['cache-control'] );
		self::assertSame( 'nosniff', $bytes['headers']['x-content-type-options'] );
		$lines = explode( "\n", (string) gzdecode( $bytes['body'] ) );
		self::assertSame( 'Tulips', json_decode( $lines[0], true )['title'] );
		self::assertSame( 4, json_decode( $lines[1], true )['type'] );
	}

	/** @return array<string, array{int, string, \Closure( Segment_Builder ): string}> */
	public static function refused(): array {
		return array(
			'wrong type'                    => array( 400, 'envelope.page', static fn( Segment_Builder $it ) => $it->with_envelope( array( 'page' => '0' ) )->bytes() ),
			'unknown field'                 => array( 400, 'envelope.email', static fn( Segment_Builder $it ) => $it->with_envelope( array( 'email' => 'x' ) )->bytes() ),
			'oversize field'                => array( 400, 'envelope.title', static fn( Segment_Builder $it ) => $it->with_envelope( array( 'title' => str_repeat( 'x', 513 ) ) )->bytes() ),
			'broken UTF-8 in the envelope'  => array( 400, 'envelope.title', static fn( Segment_Builder $it ) => $it->with_body( str_replace( 'Tulips', "\xFF", $it->decoded() ) )->bytes() ),
			'broken UTF-8 in an event'      => array( 400, 'body', static fn( Segment_Builder $it ) => $it->with_lines( "{\"\xFF\":1}" )->bytes() ),
			'no gzip'                       => array( 400, 'body', static fn( Segment_Builder $it ) => $it->wrap( 'nothing compressed here' ) ),
			'no segment at all'             => array( 400, 'magic', static fn() => 'hello' ),
			'nothing'                       => array( 400, 'magic', static fn() => '' ),
			'a damaged sequence'            => array( 400, 'sequence', static fn( Segment_Builder $it ) => $it->bytes( array( 'sequence' => "\xFF\xFF\xFF\xFF" ) ) ),
			'another key'                   => array( 403, '', static fn( Segment_Builder $it ) => $it->for_account( 'cnd_00000000000000000000000000000000' )->bytes() ),
			'too large'                     => array( 413, 'body', static fn() => str_repeat( 'x', 1100000 ) ),
		);
	}

	/** @param \Closure( Segment_Builder ): string $bytes */
	#[DataProvider( 'refused' )]
	public function test_what_is_refused_says_why_and_leaves_nothing( int $status, string $field, \Closure $bytes ): void {
		$before = $this->stored();
		$answer = $this->nobody()->send( $bytes( $this->segment() ) );
		self::assertSame( $status, $answer['status'], $answer['body'] );
		self::assertSame( $status, $answer['json']['data']['status'] );
		self::assertStringStartsWith( 'candid_', $answer['json']['code'] );
		if ( '' !== $field ) {
			self::assertSame( $field, $answer['json']['data']['field'] );
		}
		self::assertSame( $before, $this->stored() );
	}

	public function test_random_damage_never_stores_a_broken_segment_and_never_breaks_the_door(): void {
		mt_srand( 11 );
		$good = $this->segment()->of_recording( str_repeat( 'F', 16 ) )->bytes();
		for ( $i = 0; $i < 30; $i++ ) {
			$bytes = $good;
			for ( $hits = mt_rand( 1, 3 ); $hits > 0; $hits-- ) {
				$bytes[ mt_rand( 0, strlen( $bytes ) - 1 ) ] = chr( mt_rand( 0, 255 ) );
			}
			$bytes  = 0 === $i % 3 ? substr( $bytes, 0, mt_rand( 0, strlen( $bytes ) ) ) : $bytes;
			$status = $this->nobody()->send( $bytes )['status'];
			self::assertContains( $status, $bytes === $good ? array( 204 ) : array( 400 ) );
		}
	}

	public function test_the_door_is_shut_while_recording_is_off(): void {
		self::$site->run( 'update_option( "candid_settings", array( "recording" => false ) );' );
		$before = $this->stored();
		self::assertSame( 410, $this->nobody()->send( $this->segment()->bytes() )['status'] );
		self::assertSame( $before, $this->stored() );
		self::$site->run( 'update_option( "candid_settings", array( "recording" => true ) );' );
	}

	public function test_the_door_stands_where_sites_close_their_rest_api(): void {
		mkdir( self::$site->folder . '/content/mu-plugins' );
		file_put_contents( self::$site->folder . '/content/mu-plugins/closed.php', '<?php add_filter( "rest_authentication_errors", fn( $e ) => is_user_logged_in() ? $e : new WP_Error( "closed", "Closed.", array( "status" => 401 ) ) );' );
		self::assertSame( 204, $this->nobody()->send( $this->segment()->numbered( 3 )->bytes() )['status'] );
		self::assertSame( 401, $this->nobody()->ask( 'GET', '/wp/v2/posts' )['status'] );
		unlink( self::$site->folder . '/content/mu-plugins/closed.php' );
		rmdir( self::$site->folder . '/content/mu-plugins' );
	}

	public function test_a_page_of_ours_on_another_domain_may_send_and_read_the_answer(): void {
		mkdir( self::$site->folder . '/content/mu-plugins' );
		file_put_contents( self::$site->folder . '/content/mu-plugins/domains.php', '<?php add_filter( "candid_door_hosts", fn( $hosts ) => array( ...$hosts, "tienda.example" ) );' );
		$from = fn( string $origin ): array => $this->nobody()->with( 'Content-Type', 'application/octet-stream' )->with( 'Sec-Fetch-Site', 'cross-site' )->with( 'Origin', $origin )->with( 'User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36' )->ask( 'POST', '/candid/v1/segments', $this->segment()->numbered( 4 )->bytes() );
		$ours = $from( 'https://tienda.example' );
		self::assertSame( array( 204, 'https://tienda.example' ), array( $ours['status'], $ours['headers']['access-control-allow-origin'] ) );
		self::assertArrayNotHasKey( 'access-control-allow-credentials', $ours['headers'] );
		$other = $from( 'https://evil.example' );
		self::assertSame( 403, $other['status'] );
		self::assertArrayNotHasKey( 'access-control-allow-origin', $other['headers'] );
		unlink( self::$site->folder . '/content/mu-plugins/domains.php' );
		rmdir( self::$site->folder . '/content/mu-plugins' );
	}

	public function test_the_door_is_not_announced(): void {
		self::assertArrayNotHasKey( '/candid/v1/segments', $this->nobody()->ask( 'GET', '/' )['json']['routes'] );
	}
}
