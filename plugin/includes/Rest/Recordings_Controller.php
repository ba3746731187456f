<?php
/**
 * Recordings over REST.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Accounts\Capabilities;
use Candid\Contracts\Recording_Contract;
use Candid\Database\Recording_Rows;
use Candid\Domain\Clock;
use Candid\Domain\Malformed;
use Candid\Domain\Page_View;
use Candid\Domain\Recording;
use Candid\Domain\Recording_Id;
use Candid\Domain\Segment_Facts;
use Candid\Service;
use Candid\Site\Indexer_Schedule;
use Candid\Site\Site_Storage;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** List, one, its bytes, deletion; see docs/ARCHITECTURE.md, "REST". Who may: Route. */
final class Recordings_Controller implements Service {

	private const MAX_PER_PAGE = 100;
	private const ID           = '(?P<id>[0-9a-f]{32})';

	/** @param \Closure(): Site_Storage $storage Built only when asked. */
	public function __construct(
		private readonly \Closure $storage,
		private readonly Indexer_Schedule $indexer,
		private readonly Clock $clock
	) {
	}

	public function register_hooks(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
		add_filter( 'rest_pre_serve_request', array( $this, 'print_bytes' ), 10, 3 );
	}

	public function register_routes(): void {
		$one     = '/recordings/' . self::ID;
		$segment = $one . '/segments/(?P<sequence>\d{1,6})';
		self::route( 'GET', '/recordings', Capabilities::WATCH, fn( WP_REST_Request $request ) => $this->newest( $request ) );
		self::route( 'DELETE', '/recordings', Capabilities::DELETE, fn( WP_REST_Request $request ) => $this->delete( self::ids( $request ) ) );
		self::route( 'GET', $one, Capabilities::WATCH, fn( WP_REST_Request $request ) => $this->one( self::id( $request ) ) );
		self::route( 'DELETE', $one, Capabilities::DELETE, fn( WP_REST_Request $request ) => $this->delete_one( self::id( $request ) ) );
		self::route( 'GET', $segment, Capabilities::WATCH, fn( WP_REST_Request $request ) => $this->segment( self::id( $request ), (int) $request['sequence'] ) );
	}

	/**
	 * @param non-falsy-string                                                               $path
	 * @param \Closure( WP_REST_Request<array<string, mixed>> ): (WP_REST_Response|WP_Error) $callback
	 */
	private static function route( string $method, string $path, string $capability, \Closure $callback ): void {
		( new Route( $method, $path, $capability, $callback, Recording_Contract::SCHEMA ) )->register();
	}

	/**
	 * Prints the bytes of a segment instead of JSON.
	 *
	 * @param mixed                                 $served  Whether somebody has answered already.
	 * @param mixed                                 $result  The answer.
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function print_bytes( mixed $served, mixed $result, WP_REST_Request $request ): mixed {
		if ( true === $served || ! $result instanceof Segment_Response ) {
			return $served;
		}
		if ( 'HEAD' !== $request->get_method() ) {
			echo $result->bytes; // phpcs:ignore WordPress.Security.EscapeOutput -- Bytes, declared as such, not to be sniffed, offered as a download.
		}
		return true;
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function newest( WP_REST_Request $request ): WP_REST_Response {
		$per_page = self::number( $request, 'per_page', 25, 1, self::MAX_PER_PAGE );
		$before   = self::number( $request, 'before', 0, 1, PHP_INT_MAX );
		$this->indexer->catch_up();
		$rows  = $this->storage()->recordings;
		$found = $rows->newest( $per_page + 1, 0 === $before ? null : $before );
		$items = array_slice( $found, 0, $per_page );
		$count = $rows->count();
		$now   = $this->clock->now_ms();
		return new WP_REST_Response(
			array(
				'items'        => array_map( static fn( Recording $item ): array => $item->to_array( $now ), $items ),
				'next'         => count( $found ) > $per_page ? (string) $items[ $per_page - 1 ]->row : null,
				'total'        => min( $count, Recording_Rows::COUNT_CAP ),
				'total_capped' => $count > Recording_Rows::COUNT_CAP,
			)
		);
	}

	private function one( Recording_Id $id ): WP_REST_Response|WP_Error {
		$this->indexer->catch_up();
		$storage   = $this->storage();
		$recording = $storage->recordings->find( $id );
		if ( null === $recording ) {
			return self::missing();
		}
		$parts = array(
			'page_views'   => array_map( static fn( Page_View $view ): array => $view->to_array(), $storage->recordings->page_views( $recording ) ),
			'segment_list' => array_values(
				array_map(
					static fn( Segment_Facts $facts ): array => array(
						'sequence' => $facts->sequence,
						'bytes'    => $facts->bytes,
						'page'     => $facts->page,
					),
					$storage->vault()->segments( $id )
				)
			),
		);
		return new WP_REST_Response( $recording->to_array( $this->clock->now_ms() ) + $parts );
	}

	private function segment( Recording_Id $id, int $sequence ): WP_REST_Response|WP_Error {
		$bytes = $this->storage()->vault()->read( $id, $sequence );
		return null === $bytes ? self::missing() : new Segment_Response( $bytes );
	}

	private function delete_one( Recording_Id $id ): WP_REST_Response|WP_Error {
		// What waits in the inbox may belong to it: indexed first, so that the recording is known.
		$this->indexer->catch_up();
		$deleted = $this->erase( array( $id ) );
		return 0 === $deleted ? self::missing() : new WP_REST_Response( array( 'deleted' => $deleted ) );
	}

	/** @param list<Recording_Id> $ids */
	private function delete( array $ids ): WP_REST_Response {
		$this->indexer->catch_up();
		return new WP_REST_Response( array( 'deleted' => $this->erase( $ids ) ) );
	}

	/**
	 * Erases, as the owner of the data folder.
	 *
	 * @param list<Recording_Id> $ids
	 * @return int How many there were.
	 */
	private function erase( array $ids ): int {
		$storage = $this->storage();
		return $storage->folder->as_owner( static fn(): int => $storage->keeper()->erase( $ids ) );
	}

	private function storage(): Site_Storage {
		return ( $this->storage )();
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private static function id( WP_REST_Request $request ): Recording_Id {
		return Recording_Id::from_hex( (string) $request->get_url_params()['id'] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return list<Recording_Id>
	 * @throws Malformed
	 */
	private static function ids( WP_REST_Request $request ): array {
		$ids = $request['ids'];
		if ( ! is_array( $ids ) || ! array_is_list( $ids ) || array() === $ids || count( $ids ) > self::MAX_PER_PAGE ) {
			throw new Malformed( 'ids', sprintf( 'ids must be a list of 1 to %d recording ids.', self::MAX_PER_PAGE ) );
		}
		$found = array();
		foreach ( $ids as $i => $id ) {
			if ( ! is_string( $id ) || 1 !== preg_match( '/\A[0-9a-f]{32}\z/', $id ) ) {
				throw new Malformed( "ids[$i]", 'A recording id has 32 hexadecimal digits.' );
			}
			$found[ $id ] = Recording_Id::from_hex( $id );
		}
		return array_values( $found );
	}

	/**
	 * A whole number of the query.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws Malformed
	 */
	private static function number( WP_REST_Request $request, string $name, int $otherwise, int $least, int $most ): int {
		$value = $request[ $name ];
		if ( null === $value ) {
			return $otherwise;
		}
		if ( ( ! is_string( $value ) && ! is_int( $value ) ) || 1 !== preg_match( '/\A\d{1,18}\z/', (string) $value ) || (int) $value < $least || (int) $value > $most ) {
			throw new Malformed( $name, PHP_INT_MAX === $most ? "$name must be what an earlier answer gave as \"next\"." : "$name must be a whole number from $least to $most." );
		}
		return (int) $value;
	}

	private static function missing(): WP_Error {
		return new WP_Error( 'candid_not_found', __( 'This recording is not here. It may have been deleted.', 'candid' ), array( 'status' => 404 ) );
	}
}
