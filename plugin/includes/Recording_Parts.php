<?php
/**
 * The way of an event, on the server.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid;

use Candid\Accounts\Account_Resolver;
use Candid\Accounts\Own_Account;
use Candid\Cli\Cli_Registration;
use Candid\Domain\Clock;
use Candid\Domain\Leak_Sink;
use Candid\Domain\Segment_Fence;
use Candid\Door\Acceptor;
use Candid\Door\Policy;
use Candid\Health\Index_Log;
use Candid\Health\Stop_Log;
use Candid\Indexer\Decode_Budget;
use Candid\Indexer\Frame_Keeper;
use Candid\Indexer\Indexer;
use Candid\Indexer\Segment_Reader;
use Candid\Rest\Recordings_Controller;
use Candid\Rest\Segments_Controller;
use Candid\Settings\Settings_Store;
use Candid\Site\Indexer_Schedule;
use Candid\Site\Site_Storage;

/** The part of the composition root that builds door, inbox, indexer, vault and what shows recordings. Only Plugin makes one. */
final class Recording_Parts {

	/** A step of the indexer is one segment: 1 s of processor time, eight times that on a crowded server, and a slow disk. Renewed at half time (s). */
	private const LOCK_SECONDS = 30;

	/**
	 * @param \Closure(): Segment_Fence $fence The fence; built only when something is indexed.
	 * @param \Closure(): Leak_Sink     $leaks Who is told of leaks.
	 */
	public function __construct(
		private readonly Settings_Store $settings,
		private readonly Account_Resolver $accounts,
		private readonly Clock $clock,
		private readonly \Closure $fence,
		private readonly \Closure $leaks
	) {
	}

	/**
	 * Everything here that hooks into WordPress.
	 *
	 * @return list<Service>
	 */
	public function services(): array {
		$schedule = new Indexer_Schedule( fn(): Indexer => $this->indexer(), fn(): Site_Storage => $this->storage() );
		return array(
			new Installation(),
			$schedule,
			new Segments_Controller( fn(): Acceptor => $this->acceptor(), $schedule ),
			new Recordings_Controller( fn(): Site_Storage => $this->storage(), $schedule, $this->clock ),
			new Cli_Registration( fn(): Site_Storage => $this->storage(), fn(): Indexer => $this->indexer(), fn(): bool => $this->is_recording() ),
		);
	}

	/** The acceptor, with what it must know now. */
	public function acceptor(): Acceptor {
		$policy = new Policy( $this->is_recording(), Own_Account::key(), Own_Account::row(), $this->hosts() );
		return new Acceptor( $policy, $this->storage()->inbox(), $this->clock );
	}

	/** The indexer of the current site. */
	public function indexer(): Indexer {
		$storage = $this->storage();
		$frames  = new Frame_Keeper(
			$storage->vault(),
			new Segment_Reader( ( $this->fence )(), Decode_Budget::of_this_process() ),
			$storage->key,
			$this->clock,
			( $this->leaks )(),
			new Stop_Log()
		);
		return new Indexer(
			$storage->inbox(),
			$frames,
			$storage->keeper(),
			$storage->key,
			$storage->lock( 'indexer', self::LOCK_SECONDS ),
			$this->clock,
			new Index_Log()
		);
	}

	/** Not kept: after switch_to_blog() it is another one. */
	private function storage(): Site_Storage {
		return new Site_Storage();
	}

	/** Recording is on, and recordings stay here: with somebody else's key nothing comes to our door. */
	private function is_recording(): bool {
		return $this->settings->read()->recording && $this->accounts->account()->is_own();
	}

	/**
	 * Hosts whose pages may send, for browsers that do not say that the request is same-origin.
	 *
	 * @return list<string>
	 */
	private function hosts(): array {
		$hosts = array();
		foreach ( array( home_url(), site_url() ) as $address ) {
			$parts = wp_parse_url( $address );
			if ( is_array( $parts ) && isset( $parts['host'] ) ) {
				$hosts[] = strtolower( $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
			}
		}
		/**
		 * Hosts, lower case, with a port when it is not the scheme's own, whose pages may send segments. For sites with a domain per language.
		 *
		 * @param list<string> $hosts Hosts of the site's two addresses.
		 */
		$filtered = apply_filters( 'candid_door_hosts', array_values( array_unique( $hosts ) ) );
		return is_array( $filtered ) ? array_values( array_filter( $filtered, 'is_string' ) ) : array();
	}
}
