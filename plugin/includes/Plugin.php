<?php
/**
 * The composition root.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid;

use Candid\Accounts\Own_Account;
use Candid\Blocks\Privacy_Statement;
use Candid\Domain\Leak_Sink;
use Candid\Domain\Segment_Fence;
use Candid\Domain\System_Clock;
use Candid\Fence\Fence;
use Candid\Health\Index_Checks;
use Candid\Health\Index_Log;
use Candid\Health\Leak_Log;
use Candid\Health\Leak_Source;
use Candid\Health\Server_Checks;
use Candid\Health\Vault_Checks;
use Candid\Site\Data_Folder;
use Candid\Site\Data_Key;

/** Builds every object, once, when it is first needed; the only place that does. */
final class Plugin {

	private static ?self $instance = null;

	private ?Site_Parts $site = null;

	private ?Recording_Parts $recording = null;

	/** The one of this request. */
	public static function instance(): self {
		self::$instance ??= new self();
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
		return array( ...$this->recording()->services(), ...$this->site()->services() );
	}

	/** Door, inbox, indexer, vault and what shows recordings. */
	public function recording(): Recording_Parts {
		$this->recording ??= new Recording_Parts(
			$this->site()->settings,
			$this->site()->accounts,
			new System_Clock(),
			function (): Segment_Fence {
				$settings = $this->site()->settings->read();
				return new Fence( $settings->allowed_query_keys, $settings->record_inputs, $settings->preset );
			},
			static fn(): Leak_Sink => new Leak_Log()
		);
		return $this->recording;
	}

	/** The block's renderer, for its render.php. */
	public function privacy_statement(): Privacy_Statement {
		return $this->site()->statement;
	}

	/** Pages, screens, blocks, settings and health. */
	private function site(): Site_Parts {
		$this->site ??= new Site_Parts(
			static fn (): string => Own_Account::key(),
			array(
				new Server_Checks( new Data_Key(), new Data_Folder(), new System_Clock() ),
				new Index_Checks( new Index_Log(), new Data_Key(), new Data_Folder(), new System_Clock() ),
				new Vault_Checks( new Data_Folder() ),
			),
			new class() implements Leak_Source {
				public function leaks(): array {
					return ( new Leak_Log() )->all();
				}

				public function forget_leaks(): void {
					( new Leak_Log() )->clear();
				}
			}
		);
		return $this->site;
	}
}
