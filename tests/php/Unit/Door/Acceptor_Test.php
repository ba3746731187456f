<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Door;

use Candid\Domain\Unavailable;
use Candid\Door\Acceptor;
use Candid\Door\Answer;
use Candid\Door\Policy;
use Candid\Door\Request;
use Candid\Inbox\Inbox;
use Candid\Tests\Segment\Fixed_Clock;
use Candid\Tests\Segment\Fixed_Key;
use Candid\Tests\Segment\Peak_Memory;
use Candid\Tests\Segment\Scratch_Folder;
use Candid\Tests\Segment\Segment_Builder;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class Acceptor_Test extends TestCase {

	use Scratch_Folder;

	private const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

	/** @param array<string, mixed> $changes Parts of the request. */
	private function answer( string $bytes, array $changes = array(), bool $recording = true, string $folder = '' ): Answer {
		$policy   = new Policy( $recording, Segment_Builder::KEY, 1, array( 'shop.example', 'localhost:8080' ) );
		$parts    = array_merge(
			array(
				'method'         => 'POST',
				'content_type'   => 'application/octet-stream',
				'content_length' => strlen( $bytes ),
				'user_agent'     => self::BROWSER,
				'purpose'        => '',
				'fetch_site'     => 'same-origin',
				'origin'         => 'https://shop.example',
			),
			$changes
		);
		$acceptor = new Acceptor( $policy, new Inbox( '' === $folder ? $this->folder : $folder, new Fixed_Key() ), new Fixed_Clock() );
		return $acceptor->accept( new Request( ...array_values( $parts ), body: $bytes ) );
	}

	private function assert_nothing_stored(): void {
		self::assertSame( array(), glob( $this->folder . '/*.spool' ) );
	}

	public function test_a_segment_is_stored_and_answered_without_a_body(): void {
		$answer = $this->answer( ( new Segment_Builder() )->bytes() );
		self::assertSame( 204, $answer->status );
		self::assertNull( $answer->body() );
		self::assertFileExists( $this->folder . '/current.spool' );
	}

	public function test_a_segment_that_is_not_compressed_is_stored(): void {
		self::assertSame( 204, $this->answer( ( new Segment_Builder() )->plain()->bytes() )->status );
	}

	/** @return array<string, array{int, array<string, mixed>}> */
	public static function senders(): array {
		return array(
			'a page of this site'                     => array( 204, array() ),
			'a proxy that changes the host'           => array( 204, array( 'origin' => 'https://inside.example:4430' ) ),
			'an old browser'                          => array( 204, array( 'fetch_site' => '', 'origin' => '' ) ),
			'a site without TLS'                      => array( 204, array( 'fetch_site' => '', 'origin' => 'http://localhost:8080' ) ),
			'another site'                            => array( 403, array( 'fetch_site' => 'cross-site', 'origin' => 'https://evil.example' ) ),
			'another site that hides its name'        => array( 403, array( 'fetch_site' => 'cross-site', 'origin' => '' ) ),
			'a domain of ours that is not the door’s' => array( 204, array( 'fetch_site' => 'cross-site' ) ),
			'another site, old browser'               => array( 403, array( 'fetch_site' => '', 'origin' => 'https://evil.example' ) ),
			'a port that is not ours'                 => array( 403, array( 'fetch_site' => '', 'origin' => 'https://shop.example:8443' ) ),
			'a host that ends like ours'              => array( 403, array( 'fetch_site' => '', 'origin' => 'https://notshop.example' ) ),
			'our subdomain'                           => array( 403, array( 'fetch_site' => 'same-site', 'origin' => 'https://blog.shop.example' ) ),
			'an address typed in'                     => array( 403, array( 'fetch_site' => 'none' ) ),
			'a sandboxed page'                        => array( 403, array( 'fetch_site' => '', 'origin' => 'null' ) ),
			'a robot'                                 => array( 403, array( 'user_agent' => 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' ) ),
			'a robot without a window'                => array( 403, array( 'user_agent' => str_replace( 'Chrome', 'HeadlessChrome', self::BROWSER ) ) ),
			'a phone named Cubot'                     => array( 204, array( 'user_agent' => 'Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 21) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36' ) ),
			'nobody'                                  => array( 403, array( 'user_agent' => '' ) ),
			'a page fetched in advance'               => array( 403, array( 'purpose' => 'prefetch;prerender' ) ),
			'a form'                                  => array( 400, array( 'content_type' => 'text/plain' ) ),
			'GET'                                     => array( 405, array( 'method' => 'GET' ) ),
			'an announced length beyond the limit'    => array( 413, array( 'content_length' => 2000000 ) ),
		);
	}

	/** @param array<string, mixed> $changes */
	#[DataProvider( 'senders' )]
	public function test_who_may_send( int $status, array $changes ): void {
		self::assertSame( $status, $this->answer( ( new Segment_Builder() )->bytes(), $changes )->status );
		if ( 204 !== $status ) {
			$this->assert_nothing_stored();
		}
	}

	public function test_only_a_page_that_may_send_here_may_read_an_answer(): void {
		$bytes = ( new Segment_Builder() )->bytes();
		$evil  = array( 'fetch_site' => 'cross-site', 'origin' => 'https://evil.example' );
		foreach ( array( array(), array( 'content_type' => 'text/plain' ), array( 'content_length' => 2000000 ) ) as $changes ) {
			self::assertTrue( $this->answer( $bytes, $changes )->is_readable );
			$answer = $this->answer( $bytes, $changes + $evil );
			self::assertSame( array( 403, false ), array( $answer->status, $answer->is_readable ) );
		}
		self::assertTrue( $this->answer( $bytes, array(), true, $this->folder . '/gone' )->is_readable );
	}

	public function test_a_body_that_comes_too_slowly_is_not_waited_for(): void {
		$body = fopen( 'php://memory', 'w+b' );
		self::assertIsResource( $body );
		fwrite( $body, str_repeat( 'x', 200000 ) );
		rewind( $body );
		$this->expectException( Unavailable::class );
		( new Request( 'POST', '', null, '', '', '', '', $body ) )->read( 1000000, -1 );
	}

	public function test_nothing_is_taken_while_recording_is_off(): void {
		self::assertSame( 410, $this->answer( ( new Segment_Builder() )->bytes(), array(), false )->status );
		$this->assert_nothing_stored();
	}

	public function test_another_account_key_is_refused(): void {
		self::assertSame( 403, $this->answer( ( new Segment_Builder() )->for_account( 'cnd_00000000000000000000000000000000' )->bytes() )->status );
		$this->assert_nothing_stored();
	}

	public function test_a_length_that_was_not_announced_is_found_while_reading(): void {
		self::assertSame( 413, $this->answer( str_repeat( 'x', 1100000 ), array( 'content_length' => null ) )->status );
		$this->assert_nothing_stored();
	}

	public function test_an_inbox_that_cannot_be_written_asks_to_come_later(): void {
		$answer = $this->answer( ( new Segment_Builder() )->bytes(), array(), true, $this->folder . '/gone' );
		self::assertSame( 503, $answer->status );
		self::assertSame( '60', $answer->headers()['Retry-After'] );
	}

	/** @return array<string, array{string, string}> */
	public static function bodies(): array {
		$builder = new Segment_Builder();
		$text    = $builder->decoded();
		$gzip    = (string) gzencode( $text );
		return array(
			'not gzip'                     => array( 'body', $builder->wrap( 'this is no gzip at all' ) ),
			'gzip that stops'              => array( 'body', $builder->wrap( substr( $gzip, 0, -12 ) ) ),
			'gzip with something after it' => array( 'body', $builder->wrap( $gzip . 'more' ) ),
			'a second gzip after it'       => array( 'body', $builder->wrap( $gzip . gzencode( '{}' ) ) ),
			'no envelope'                  => array( 'envelope.v', $builder->with_body( Segment_Builder::event( 4, 1 ) . "\n" )->bytes() ),
			'nothing'                      => array( 'envelope', $builder->with_body( '' )->bytes() ),
			'an envelope without an end'   => array( 'envelope', $builder->with_body( str_repeat( 'x', 20000 ) )->bytes() ),
			'a wrong type'                 => array( 'envelope.page', $builder->with_envelope( array( 'page' => '0' ) )->bytes() ),
			'an unknown field'             => array( 'envelope.email', $builder->with_envelope( array( 'email' => 'x' ) )->bytes() ),
			'a missing field'              => array( 'envelope.url', $builder->with_envelope( array( 'url' => null ) )->bytes() ),
			'a title that is too long'     => array( 'envelope.title', $builder->with_envelope( array( 'title' => str_repeat( 'x', 513 ) ) )->bytes() ),
			'broken UTF-8 in the envelope' => array( 'envelope.title', $builder->with_body( str_replace( 'Tulips', "T\xFF", $text ) )->bytes() ),
			'broken UTF-8 in an event'     => array( 'body', $builder->with_lines( "{\"type\":3,\"data\":{\"text\":\"\xC3(\"},\"timestamp\":1}" )->bytes() ),
			'a character cut at the end'   => array( 'body', $builder->with_body( $text . "{\"a\":\"\xE2\x82" )->plain()->bytes() ),
			'an event that is no object'   => array( 'body', $builder->with_lines( '[1,2]' )->bytes() ),
			'an empty line'                => array( 'body', $builder->with_lines( Segment_Builder::event( 3, 1 ), '', Segment_Builder::event( 3, 2 ) )->bytes() ),
			'an event that stops'          => array( 'body', $builder->with_body( $text . '{"type":3' )->plain()->bytes() ),
			'plain text declared gzip'     => array( 'body', $builder->wrap( $text ) ),
			'a damaged header'             => array( 'crc32', $builder->bytes( array( 'crc32' => 7 ) ) ),
		);
	}

	#[DataProvider( 'bodies' )]
	public function test_a_malformed_segment_is_named_and_not_stored( string $field, string $bytes ): void {
		$answer = $this->answer( $bytes );
		self::assertSame( 400, $answer->status );
		self::assertSame( $field, $answer->field );
		self::assertSame( array( 'status' => 400, 'field' => $field ), $answer->body()['data'] ?? null );
		$this->assert_nothing_stored();
	}

	public function test_characters_of_every_length_pass_over_the_borders_of_pieces(): void {
		for ( $shift = 0; $shift < 4; $shift++ ) {
			$line = json_encode( array( 'type' => 3, 'data' => array( 't' => str_repeat( 'x', $shift ) . str_repeat( 'aü€😀', 5000 ) ), 'timestamp' => 1 ), JSON_UNESCAPED_UNICODE );
			self::assertSame( 204, $this->answer( ( new Segment_Builder() )->plain()->with_lines( (string) $line )->bytes() )->status );
		}
	}

	public function test_a_bomb_is_looked_at_within_bounds(): void {
		$bomb = ( new Segment_Builder() )->with_lines( '{"type":3,"data":"' . str_repeat( 'a', 40000000 ) . '","timestamp":1}' )->bytes();
		$peak = Peak_Memory::of( fn() => self::assertSame( 204, $this->answer( $bomb )->status, 'The door does not judge what it does not decode; the indexer does.' ) );
		self::assertLessThan( 4 * 1048576, $peak );
	}
}
