<?php
/**
 * Activation, upgrades and removal.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid;

use Candid\Accounts\Capabilities;
use Candid\Accounts\Own_Account;
use Candid\Database\Schema;
use Candid\Domain\Clock;
use Candid\Domain\Failure;
use Candid\Health\Fault_Text;
use Candid\Settings\Settings_Store;
use Candid\Site\Indexer_Schedule;
use Candid\Site\Site_Storage;
use Closure;

/** Sets a site up and takes everything away again: on activation, on upgrades, and for new and deleted sites of a network. */
final class Installation implements Service {

	/**
	 * @param Closure(): Site_Storage $storage Of the current site.
	 * @param Closure(): void         $forget  Forgets every object that holds folder or key of the current site.
	 */
	public function __construct(
		private readonly Closure $storage,
		private readonly Settings_Store $settings,
		private readonly Clock $clock,
		private readonly Closure $forget
	) {
	}

	public function register_hooks(): void {
		register_activation_hook( CANDID_FILE, array( $this, 'activate' ) );
		register_deactivation_hook( CANDID_FILE, array( $this, 'deactivate' ) );
		// Not only in wp-admin: sites are also made by sign-up and by WP-CLI.
		add_action( 'wp_initialize_site', array( $this, 'add_site' ), 20 );
		// Before WordPress drops the site's tables and uploads.
		add_action( 'wp_uninitialize_site', array( $this, 'remove_site' ), 5 );
		// An update of the plugin fires no hook of ours: whoever comes first brings the tables up to date.
		add_action( 'admin_init', array( $this, 'upgrade' ) );
		add_action( Indexer_Schedule::HOOK, array( $this, 'upgrade' ), 1 );
	}

	/** @param bool $network_wide Whether for all sites of a network. */
	public function activate( $network_wide = false ): void {
		$unmet = Requirements::unmet();
		try {
			if ( array() === $unmet ) {
				$this->on_sites( (bool) $network_wide, array( $this, 'set_up' ) );
			}
		} catch ( Failure $failure ) {
			$unmet[] = Fault_Text::of( $failure->fault, $failure->parameters );
		}
		if ( array() !== $unmet ) {
			Requirements::stop_activation( $unmet );
		}
	}

	/** @param bool $network_wide Whether for all sites of a network. */
	public function deactivate( $network_wide = false ): void {
		$this->on_sites( (bool) $network_wide, array( Indexer_Schedule::class, 'unschedule' ) );
	}

	/** Sets up a new site where the whole network uses Candid. */
	public function add_site( \WP_Site $site ): void {
		if ( ! function_exists( 'is_plugin_active_for_network' ) ) {
			require_once ABSPATH . 'wp-admin/includes/plugin.php';
		}
		if ( is_plugin_active_for_network( plugin_basename( CANDID_FILE ) ) ) {
			$this->on_site( (int) $site->blog_id, fn() => $this->set_up_quietly() );
		}
	}

	/** Removes everything of a site that is being deleted. */
	public function remove_site( \WP_Site $site ): void {
		$this->on_site( (int) $site->blog_id, array( $this, 'tear_down' ) );
	}

	/** Brings an older installation, or a site the activation did not reach, up to date. One cached option when nothing is to do. */
	public function upgrade(): void {
		if ( Schema::VERSION === (int) get_option( Schema::OPTION ) ) {
			return;
		}
		$this->set_up_quietly();
	}

	/** Removes everything, everywhere. For uninstall.php. */
	public function remove_all(): void {
		$this->on_sites( is_multisite(), array( $this, 'tear_down' ) );
		Site_Storage::forget_people();
	}

	/** @throws Failure When the key, the folder or a table cannot be made. */
	public function set_up(): void {
		( $this->forget )();
		$storage = ( $this->storage )();
		$storage->folder->create();
		$storage->key->create();
		$storage->schema->migrate();
		( new Own_Account( $storage->accounts, $this->clock ) )->ensure();
		$this->settings->install();
		// Once: an owner may have taken a capability away since, and an update is no reason to give it back.
		if ( ! Capabilities::are_granted() ) {
			Capabilities::grant();
		}
		// Earlier versions had a job every minute, for ever.
		Indexer_Schedule::unschedule();
		if ( $storage->inbox()->has_work() ) {
			Indexer_Schedule::schedule( Indexer_Schedule::SOON_SECONDS );
		}
	}

	/** Sets up what can be set up. What cannot is tried again by upgrade(), and the health screen says what is missing. */
	private function set_up_quietly(): void {
		try {
			$this->set_up();
		} catch ( Failure $failure ) {
			// Whoever made the site, or asked for the page, did not ask for us: theirs must still come.
			unset( $failure );
		}
	}

	/** Removes everything of the current site: recordings, keys, tables, options, capabilities, the scheduled job. */
	public function tear_down(): void {
		Indexer_Schedule::unschedule();
		Capabilities::withdraw();
		( $this->storage )()->destroy();
		( $this->forget )();
	}

	/** @param callable(): void $work */
	private function on_sites( bool $all, callable $work ): void {
		if ( ! $all || ! is_multisite() ) {
			$work();
			return;
		}
		$sites = get_sites(
			array(
				'fields' => 'ids',
				'number' => 0,
			)
		);
		foreach ( $sites as $id ) {
			$this->on_site( (int) $id, $work );
		}
	}

	/** @param callable(): void $work */
	private function on_site( int $id, callable $work ): void {
		switch_to_blog( $id );
		try {
			$work();
		} finally {
			restore_current_blog();
		}
	}
}
