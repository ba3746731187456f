<?php
/**
 * The face of the plugin towards WordPress.
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
use Candid\Compat\Optimisers;
use Candid\Compat\Page_Caches;
use Candid\Compat\Rest_Address;
use Candid\Domain\System_Clock;
use Candid\Frontend\Front_Config;
use Candid\Frontend\Masked_Page;
use Candid\Frontend\Page_Decision;
use Candid\Frontend\Page_Rules_Tag;
use Candid\Frontend\Page_Tags;
use Candid\Health\Check_Group;
use Candid\Health\Health_Report;
use Candid\Health\Leak_Source;
use Candid\Health\Recorder_Checks;
use Candid\Health\Recording_Checks;
use Candid\Health\Site_Health;
use Candid\Health\Statement_Checks;
use Candid\Health\Stop_Log;
use Candid\Rest\Health_Controller;
use Candid\Rest\Settings_Controller;
use Candid\Settings\Settings_Registration;
use Candid\Settings\Settings_Sanitiser;
use Candid\Settings\Settings_Store;
use Closure;

/** The part of the composition root that builds pages, screens, blocks, settings and health. Only Plugin makes one. */
final class Site_Parts {

	public readonly Settings_Store $settings;

	public readonly Account_Resolver $accounts;

	public readonly Privacy_Statement $statement;

	/**
	 * The parts.
	 *
	 * @param Closure           $own_key       Gives the key of this site's own account, a string; empty while there is none. Must not query on every call: pages ask it.
	 * @param list<Check_Group> $server_checks Checks of what keeps recordings.
	 * @param Leak_Source       $leaks         What the fence found.
	 * @param string|null       $fixed_key     In place of the constant CANDID_ACCOUNT_KEY; null: what wp-config.php says.
	 */
	public function __construct(
		Closure $own_key,
		private readonly array $server_checks,
		private readonly Leak_Source $leaks,
		?string $fixed_key = null,
	) {
		$this->settings  = new Settings_Store();
		$this->accounts  = new Account_Resolver( $this->settings, $own_key, $fixed_key ?? Account_Resolver::key_of_constant() );
		$this->statement = new Privacy_Statement( $this->accounts );
	}

	/**
	 * Everything here that hooks into WordPress.
	 *
	 * @return list<Service>
	 */
	public function services(): array {
		$report = new Health_Report(
			array(
				new Recording_Checks( $this->settings, $this->accounts ),
				...$this->server_checks,
				new Recorder_Checks( new Stop_Log(), $this->leaks, new System_Clock(), $this->settings ),
				new Statement_Checks( $this->settings, $this->accounts ),
			)
		);

		return array(
			new Languages(),
			new Settings_Registration(),
			new Settings_Controller( $this->settings, new Settings_Sanitiser( $this->accounts ), $this->accounts ),
			new Health_Controller( $report, $this->leaks, new Stop_Log() ),
			new Site_Health( $report ),
			new Admin_Page( $report ),
			new Plugin_Row( $this->settings ),
			new Page_Tags( $this->settings, $this->accounts, new Page_Decision(), new Masked_Page(), new Front_Config() ),
			new Page_Rules_Tag( $this->settings, new Page_Decision(), new Masked_Page(), new Front_Config() ),
			new Optimisers(),
			new Rest_Address(),
			new Page_Caches(),
			new Block_Registration( $this->statement ),
			new Policy_Guide( $this->statement ),
		);
	}
}
