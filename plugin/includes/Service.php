<?php
/**
 * A part that hooks into WordPress.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid;

/** Plugin boots these. */
interface Service {

	/** Adds actions and filters, and does nothing else: it runs on every request. */
	public function register_hooks(): void;
}
