<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Door;

use Candid\Domain\Erasure;
use Candid\Domain\Fault;
use Candid\Domain\Recording_Id;
use Candid\Domain\Recording_Key;
use Candid\Domain\Recording_Unavailable;
use Candid\Door\Answer;
use Candid\Door\Eraser;
use Candid\Door\Policy;
use Candid\Door\Request;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What a tab may erase: what it holds the keys of. */
final class Eraser_Test extends TestCase {

	private const KEY = "\1\2\3\4\5\6\7\10\1\2\3\4\5\6\7\10";

	/** @var list<string> Ids that were erased. */
	private array $erased = array();

	/** @param array<string, mixed> $changes Parts of the request. */
	private function answer( string $bytes, array $changes = array(), bool $fails = false ): Answer {
		$parts   = array_merge(
			array(
				'method'         => 'POST',
				'content_type'   => 'application/octet-stream',
				'content_length' => strlen( $bytes ),
				'user_agent'     => 'Mozilla/5.0',
				'purpose'        => '',
				'fetch_site'     => 'same-origin',
				'origin'         => 'https://shop.example',
			),
			$changes
		);
		$erasure = new class( fn( string $id ): int => array_push( $this->erased, $id ), $fails ) implements Erasure {
			public function __construct( private readonly \Closure $note, private readonly bool $fails ) {
			}

			public function withdraw( array $ids ): void {
				if ( $this->fails ) {
					throw new Recording_Unavailable( Fault::Recording_Not_Erased, array( 'path' => '/secret/place' ) );
				}
				array_map( fn( Recording_Id $id ) => ( $this->note )( $id->hex ), $ids );
			}
		};
		// Recording is off and nobody has an account: what was recorded can still be erased.
		$eraser = new Eraser( new Policy( false, '', 0, array( 'shop.example' ) ), $erasure );
		return $eraser->answer( new Request( ...array_values( $parts ), body: $bytes ) );
	}

	public function test_who_holds_the_key_erases_the_recording_and_gets_a_receipt(): void {
		$answer = $this->answer( self::KEY );
		self::assertSame( array( 200, true ), array( $answer->status, $answer->is_readable ) );
		self::assertSame( array( Recording_Key::from_bytes( self::KEY )->id()->hex ), $this->erased );
		$receipts = $answer->body()['receipts'] ?? array();
		self::assertMatchesRegularExpression( '/\A[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}\z/', $receipts[0] );
		self::assertSame( $receipts, $this->answer( self::KEY )->body()['receipts'], 'Asked again, the receipt is the same.' );
	}

	public function test_up_to_eight_recordings_are_erased_at_once(): void {
		$keys = implode( '', array_map( static fn( int $i ): string => str_repeat( chr( $i ), 16 ), range( 1, 8 ) ) );
		self::assertCount( 8, array_unique( $this->answer( $keys )->body()['receipts'] ?? array() ) );
		self::assertCount( 8, $this->erased );
	}

	/** @return array<string, array{int, string, array<string, mixed>}> */
	public static function refused(): array {
		return array(
			'nothing'                      => array( 400, '', array() ),
			'half a key'                   => array( 400, substr( self::KEY, 0, 8 ), array() ),
			'a key and a half'             => array( 400, self::KEY . substr( self::KEY, 0, 8 ), array() ),
			'nine keys'                    => array( 400, str_repeat( self::KEY, 9 ), array() ),
			'zeros'                        => array( 400, str_repeat( "\0", 16 ), array() ),
			'an id in hexadecimal'         => array( 400, str_repeat( 'a', 15 ), array() ),
			'a plain form of another site' => array( 400, self::KEY, array( 'content_type' => 'text/plain' ) ),
			'another site'                 => array( 403, self::KEY, array( 'fetch_site' => 'cross-site', 'origin' => 'https://evil.example' ) ),
			'another method'               => array( 405, self::KEY, array( 'method' => 'GET' ) ),
		);
	}

	/** @param array<string, mixed> $changes */
	#[DataProvider( 'refused' )]
	public function test_anything_else_erases_nothing( int $status, string $bytes, array $changes ): void {
		self::assertSame( $status, $this->answer( $bytes, $changes )->status );
		self::assertSame( array(), $this->erased );
	}

	public function test_what_cannot_be_erased_now_is_to_be_asked_for_again_and_no_place_is_named(): void {
		$answer = $this->answer( self::KEY, array(), true );
		self::assertSame( array( 503, 60 ), array( $answer->status, $answer->retry_after ) );
		self::assertStringNotContainsString( 'secret', (string) json_encode( $answer->body() ) );
	}

	public function test_an_answer_leaves_at_a_step_of_time(): void {
		$begin = hrtime( true );
		$this->answer( self::KEY );
		self::assertGreaterThanOrEqual( 50000, intdiv( hrtime( true ) - $begin, 1000 ) );
	}
}
