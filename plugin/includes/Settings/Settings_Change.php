<?php
/**
 * The outcome of checking a change of settings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

/** New settings, and the entries of the request that were left out, each alone. */
final class Settings_Change {

	/**
	 * @param Settings                                                      $settings Settings after the change.
	 * @param list<array{field: string, value: string, fault: Entry_Fault}> $rejected Entries that were left out.
	 */
	public function __construct(
		public readonly Settings $settings,
		public readonly array $rejected
	) {
	}
}
