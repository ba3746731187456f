<?php
/**
 * Keeps the settings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

use Candid\Contracts\Settings_Contract;

/** The one place that reads and writes the option. */
final class Settings_Store {

	public const OPTION = 'candid_settings';

	/** Fires after settings were stored: `do_action( 'candid_settings_saved', Settings $now, Settings $before )`. */
	public const SAVED = 'candid_settings_saved';

	/** What was read last, and what it was read from: a page asks several times, checking costs a tenth of a millisecond. */
	private ?Settings $last = null;

	private mixed $last_stored = null;

	/** Writes the settings as installed, where there are none. An option that is missing would cost every page a query. */
	public function install(): void {
		add_option( self::OPTION, Settings_Contract::DEFAULTS, '', true );
	}

	/** The settings in force. Reads fail closed, see Settings::from_stored(). No query: the option is autoloaded. */
	public function read(): Settings {
		$stored = get_option( self::OPTION, array() );
		if ( null === $this->last || $stored !== $this->last_stored ) {
			$this->last        = Settings::from_stored( $stored );
			$this->last_stored = $stored;
		}
		return $this->last;
	}

	/**
	 * Stores settings.
	 *
	 * @param Settings $settings The settings.
	 * @return bool Whether the database now holds them.
	 */
	public function write( Settings $settings ): bool {
		$before = $this->read();
		update_option( self::OPTION, $settings->to_array(), true );
		$kept = $this->read()->to_array() === $settings->to_array();
		if ( $kept && $before->to_array() !== $settings->to_array() ) {
			do_action( self::SAVED, $settings, $before );
		}
		return $kept;
	}
}
