<?php
/**
 * The outcome of checking a change of settings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

/** New settings, and what of the request was not taken over. */
final class Settings_Change {

	/**
	 * An outcome.
	 *
	 * @param Settings                                                      $settings Settings after the change.
	 * @param list<array{field: string, value: string, reason: string}>    $rejected Entries that were refused, each alone.
	 */
	public function __construct(
		public readonly Settings $settings,
		public readonly array $rejected,
	) {}
}
