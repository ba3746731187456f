<?php
/**
 * Whether and how the page being printed is recorded.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Accounts\Account_Resolver;
use Candid\Domain\No_Recording;
use Candid\Domain\Recording_Decision;
use Candid\Settings\Settings_Store;

/**
 * Asks the recording policy about this page, and builds the config of pages that are recorded. Works from autoloaded
 * options and the query WordPress has run anyway: no query of its own. Filters of other plugins run only where the
 * policy has said yes.
 *
 * @phpstan-import-type Config from Front_Config
 */
final class Page_Recording {

	public function __construct(
		private readonly Settings_Store $settings,
		private readonly Account_Resolver $accounts,
		private readonly Page_Facts $facts,
		private readonly Masked_Page $masked,
		private readonly Front_Config $config
	) {
	}

	/**
	 * What holds for this visit.
	 *
	 * @return Config|No_Recording
	 */
	public function of_visit(): array|No_Recording {
		return $this->config_for( $this->accounts->policy()->of_visit( $this->facts->exclusion(), $this->facts->is_seen_by_staff(), is_user_logged_in() ) );
	}

	/**
	 * What holds for visitors of this page as if recording were on, whoever looks at the page now.
	 *
	 * @return Config|No_Recording
	 */
	public function of_visitors(): array|No_Recording {
		return $this->config_for( $this->accounts->policy()->of_page( $this->facts->exclusion() ) );
	}

	/** @return Config|No_Recording */
	private function config_for( Recording_Decision $decision ): array|No_Recording {
		return $decision->reason ?? $this->config->of_page( $this->settings->read(), $decision->account_key, $this->masked->applies() );
	}
}
