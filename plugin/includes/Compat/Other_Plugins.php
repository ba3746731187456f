<?php
/**
 * Everything that has to do with other plugins.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Compat;

use Candid\Service;
use Candid\Settings\Settings_Store;

/** Consent plugins, optimizers, page caches, and plugins for several languages. */
final class Other_Plugins implements Service {

	public function __construct( private readonly Settings_Store $settings ) {
	}

	public function register_hooks(): void {
		foreach ( array( new Consent_Api( $this->settings ), new Optimizers(), new Rest_Address(), new Page_Caches() ) as $service ) {
			$service->register_hooks();
		}
	}
}
