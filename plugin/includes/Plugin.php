<?php
/**
 * The composition root.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid;

/** Builds every object, once, when it is first needed; the only place that does. */
final class Plugin {

	private static ?self $instance = null;

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
		return array();
	}
}
