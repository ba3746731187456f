<?php
/**
 * The composition root.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid;

use Candid\Accounts\Account_Resolver;
use Candid\Admin\Admin_Page;
use Candid\Admin\Plugin_Row;
use Candid\Blocks\Block_Registration;
use Candid\Blocks\Policy_Guide;
use Candid\Blocks\Privacy_Statement;
use Candid\Cli\Cli_Registration;
use Candid\Compat\Other_Plugins;
use Candid\Domain\Clock;
use Candid\Domain\System_Clock;
use Candid\Door\Acceptor;
use Candid\Door\Policy;
use Candid\Fence\Fence;
use Candid\Frontend\Consent_Link;
use Candid\Frontend\Door_Hosts;
use Candid\Frontend\Front_Config;
use Candid\Frontend\Masked_Page;
use Candid\Frontend\Page_Facts;
use Candid\Frontend\Page_Recording;
use Candid\Frontend\Page_Rules_Tag;
use Candid\Frontend\Page_Tags;
use Candid\Health\Consent_Checks;
use Candid\Health\Health_Report;
use Candid\Health\Index_Checks;
use Candid\Health\Index_Log;
use Candid\Health\Leak_Log;
use Candid\Health\Recorder_Checks;
use Candid\Health\Recording_Checks;
use Candid\Health\Server_Checks;
use Candid\Health\Site_Health;
use Candid\Health\Statement_Checks;
use Candid\Health\Stop_Log;
use Candid\Health\Vault_Checks;
use Candid\Indexer\Decode_Budget;
use Candid\Indexer\Frame_Keeper;
use Candid\Indexer\Indexer;
use Candid\Indexer\Segment_Reader;
use Candid\Rest\Erasures_Controller;
use Candid\Rest\Health_Controller;
use Candid\Rest\Recordings_Controller;
use Candid\Rest\Segments_Controller;
use Candid\Rest\Settings_Controller;
use Candid\Settings\Settings_Registration;
use Candid\Settings\Settings_Store;
use Candid\Settings\Settings_Validator;
use Candid\Site\Indexer_Schedule;
use Candid\Site\Site_Storage;
use Candid\Statement\Published_Statement;
use Candid\Statement\Site_Statement;
use Closure;

/**
 * Builds every object, once a site, when it is first needed; the only place that does. One method a concept.
 *
 * An object that keeps something of a site (folder, key) is another one after switch_to_blog(), so services take
 * a closure for it. The acceptor and the indexer are made of facts of the moment, and are built anew for each use.
 */
final class Plugin {

	/**
	 * How long the lock of the indexer holds, s; renewed at half time. A step is one segment: 1 s of processor time, eight
	 * times that on a crowded server, and a slow disk.
	 */
	private const LOCK_SECONDS = 30;

	private static ?self $instance = null;

	/** @var array<string, object> Built objects by site and class. */
	private array $built = array();

	/** @param string|null $fixed_key Value of the constant CANDID_ACCOUNT_KEY; null when it is not defined. */
	public function __construct( private readonly ?string $fixed_key ) {
	}

	/** The one of this request. */
	public static function instance(): self {
		self::$instance ??= new self( Account_Resolver::key_of_constant() );
		return self::$instance;
	}

	/** Hooks everything into WordPress. Does no work of its own: no query, no file. */
	public function boot(): void {
		foreach ( $this->services() as $service ) {
			$service->register_hooks();
		}
	}

	/**
	 * Everything that talks to WordPress. Each has register_hooks(), which only adds hooks.
	 *
	 * @return list<Service>
	 */
	private function services(): array {
		return array(
			new Languages(),
			$this->installation(),
			...$this->recording(),
			...$this->screens(),
			...$this->pages(),
		);
	}

	/** @return list<Service> Door, indexer, and what shows recordings. */
	private function recording(): array {
		$storage = fn(): Site_Storage => $this->storage();
		return array(
			$this->indexing(),
			new Segments_Controller( fn(): Acceptor => $this->acceptor(), $this->indexing() ),
			new Erasures_Controller( $storage, fn(): Policy => $this->door_policy(), $this->indexing() ),
			new Recordings_Controller( $storage, $this->indexing(), $this->clock() ),
			new Cli_Registration(
				$storage,
				fn(): Indexer => $this->indexer(),
				fn(): bool => $this->accounts()->policy()->of_site()->is_yes()
			),
		);
	}

	/** @return list<Service> Settings, health, and the page in wp-admin. */
	private function screens(): array {
		return array(
			new Settings_Registration(),
			new Settings_Controller( $this->settings(), new Settings_Validator(), $this->accounts() ),
			new Health_Controller( $this->health(), $this->leaks(), $this->stops() ),
			new Site_Health( $this->health() ),
			new Admin_Page( $this->health() ),
			new Plugin_Row( $this->settings() ),
		);
	}

	/** @return list<Service> Pages of the site, and the block. */
	private function pages(): array {
		return array(
			new Page_Tags( $this->page_recording() ),
			new Consent_Link( new Page_Facts() ),
			new Page_Rules_Tag( $this->settings(), $this->page_recording() ),
			new Other_Plugins( $this->settings() ),
			new Frontend\Logged_In_Cookie( $this->settings() ),
			new Block_Registration( $this->privacy_statement() ),
			new Policy_Guide( $this->statement() ),
		);
	}

	public function clock(): Clock {
		return $this->once( System_Clock::class, static fn(): System_Clock => new System_Clock() );
	}

	public function settings(): Settings_Store {
		return $this->once( Settings_Store::class, static fn(): Settings_Store => new Settings_Store() );
	}

	/** Where recordings go, and the recording policy. */
	public function accounts(): Account_Resolver {
		return $this->once( Account_Resolver::class, fn(): Account_Resolver => new Account_Resolver( $this->settings(), $this->fixed_key ) );
	}

	/** Activation, upgrades and removal. */
	public function installation(): Installation {
		return $this->once(
			Installation::class,
			fn(): Installation => new Installation( fn(): Site_Storage => $this->storage(), $this->settings(), $this->clock(), fn() => $this->forget_site() )
		);
	}

	/** Everything the current site stores. */
	public function storage(): Site_Storage {
		return $this->once_a_site( Site_Storage::class, static fn(): Site_Storage => new Site_Storage() );
	}

	/** @throws \Candid\Domain\Unavailable When there is no data folder. */
	public function acceptor(): Acceptor {
		return new Acceptor( $this->door_policy(), $this->storage()->inbox(), $this->clock() );
	}

	private function door_policy(): Policy {
		return new Policy( $this->accounts()->policy()->of_site()->is_yes(), Accounts\Own_Account::key(), Accounts\Own_Account::row(), Door_Hosts::of_site() );
	}

	/** @throws \Candid\Domain\Unavailable When there is no data folder. */
	public function indexer(): Indexer {
		$storage  = $this->storage();
		$settings = $this->settings()->read();
		$fence    = new Fence( array( ...$settings->allowed_query_keys, ...array_map( static fn( string $base ): string => "/$base/", Frontend\Search_Addresses::bases() ) ), $settings->record_inputs, $settings->preset );
		$reader   = new Segment_Reader( $fence, Decode_Budget::of_this_process() );
		$frames   = new Frame_Keeper( $storage->vault(), $reader, $storage->key, $this->clock(), $this->leaks(), $this->stops() );
		return new Indexer(
			$storage->inbox(),
			$frames,
			$storage->keeper(),
			$storage->key,
			$storage->lock( 'indexer', self::LOCK_SECONDS ),
			$this->clock(),
			$this->index_log()
		);
	}

	/** When the indexer runs. */
	public function indexing(): Indexer_Schedule {
		return $this->once(
			Indexer_Schedule::class,
			fn(): Indexer_Schedule => new Indexer_Schedule( fn(): Indexer => $this->indexer(), fn(): Site_Storage => $this->storage() )
		);
	}

	/** What the indexer met. */
	public function index_log(): Index_Log {
		return $this->once( Index_Log::class, static fn(): Index_Log => new Index_Log() );
	}

	/** What the fence found. */
	public function leaks(): Leak_Log {
		return $this->once_a_site( Leak_Log::class, static fn(): Leak_Log => new Leak_Log() );
	}

	/** Why recorders stopped by themselves. */
	public function stops(): Stop_Log {
		return $this->once_a_site( Stop_Log::class, static fn(): Stop_Log => new Stop_Log() );
	}

	public function health(): Health_Report {
		$storage = fn(): Site_Storage => $this->storage();
		return $this->once(
			Health_Report::class,
			fn(): Health_Report => new Health_Report(
				array(
					new Recording_Checks( $this->accounts() ),
					new Consent_Checks( $this->settings(), $this->accounts() ),
					new Server_Checks( $storage, $this->clock() ),
					new Index_Checks( $this->index_log(), $storage, $this->clock() ),
					new Vault_Checks( $storage ),
					new Recorder_Checks( $this->stops(), $this->leaks(), $this->clock(), $this->settings() ),
					new Statement_Checks( $this->accounts(), new Published_Statement( $this->statement() ) ),
				)
			)
		);
	}

	/** The privacy statement of this site. */
	public function statement(): Site_Statement {
		return $this->once( Site_Statement::class, fn(): Site_Statement => new Site_Statement( $this->accounts() ) );
	}

	/** The block's renderer, for its render.php. */
	public function privacy_statement(): Privacy_Statement {
		return $this->once( Privacy_Statement::class, fn(): Privacy_Statement => new Privacy_Statement( $this->statement() ) );
	}

	/** Whether and how the page being printed is recorded. */
	public function page_recording(): Page_Recording {
		return $this->once(
			Page_Recording::class,
			fn(): Page_Recording => new Page_Recording( $this->settings(), $this->accounts(), new Page_Facts(), new Masked_Page(), new Front_Config() )
		);
	}

	/** Forgets the objects of the current site. Its folder and key are other ones after it was removed or set up anew. */
	private function forget_site(): void {
		foreach ( array( Site_Storage::class, Leak_Log::class, Stop_Log::class ) as $class ) {
			unset( $this->built[ get_current_blog_id() . ' ' . $class ] );
		}
	}

	/**
	 * An object that serves every site: it reads what it needs each time it is asked.
	 *
	 * @template T of object
	 * @param class-string<T> $class
	 * @param Closure(): T    $make
	 * @return T
	 */
	private function once( string $class, Closure $make ): object {
		/** @var T */
		return $this->built[ $class ] ??= $make();
	}

	/**
	 * An object of the site WordPress is on now.
	 *
	 * @template T of object
	 * @param class-string<T> $class
	 * @param Closure(): T    $make
	 * @return T
	 */
	private function once_a_site( string $class, Closure $make ): object {
		/** @var T */
		return $this->built[ get_current_blog_id() . ' ' . $class ] ??= $make();
	}
}
