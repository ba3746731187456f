<?php
/**
 * Tells WordPress about the option.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

use Candid\Contracts\Settings_Contract;
use Candid\Service;

/**
 * Registers the option so that every writer, also another plugin or a command line, passes the same checks.
 *
 * Not exposed in /wp/v2/settings: that route knows one capability only, and the account key is for people
 * who may manage Candid's settings.
 */
final class Settings_Registration implements Service {

	public function register_hooks(): void {
		add_action( 'init', array( $this, 'register' ) );
	}

	/** Registers the option. */
	public function register(): void {
		register_setting(
			'candid',
			Settings_Store::OPTION,
			array(
				'type'              => 'object',
				'description'       => Settings_Contract::SCHEMA['description'],
				'sanitize_callback' => static fn( mixed $value ): array => Settings::from_stored( $value )->to_array(),
				'show_in_rest'      => false,
			)
		);
	}
}
