<?php
/**
 * Tells the screen "What is recorded" which rules hold on a page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Service;
use Candid\Settings\Settings_Store;

/**
 * A JSON tag in the head, for people who may manage settings and for nobody else.
 *
 * Only the page itself knows whether it is masked wholly, what filters of code tighten on it, and whether visits
 * to it are recorded at all. That screen loads pages as the manager sees them, so it reads it here. It is the same
 * code that builds the config of visitors. Pages without the tag count as unknown, never as recorded.
 */
final class Page_Rules_Tag implements Service {

	public const ID = 'candid-page-rules';

	/**
	 * The tag.
	 *
	 * @param Settings_Store $settings The owner's settings.
	 * @param Page_Decision  $decision Which pages may be recorded.
	 * @param Masked_Page    $masked   Which pages are masked wholly.
	 * @param Front_Config   $config   Builds the config of visitors.
	 */
	public function __construct(
		private readonly Settings_Store $settings,
		private readonly Page_Decision $decision,
		private readonly Masked_Page $masked,
		private readonly Front_Config $config,
	) {}

	public function register_hooks(): void {
		add_action( 'wp_head', array( $this, 'print_tag' ) );
	}

	/** Prints the tag, or nothing. */
	public function print_tag(): void {
		if ( ! current_user_can( 'candid_manage_settings' ) ) {
			return;
		}
		$json = wp_json_encode( $this->rules(), JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_UNESCAPED_SLASHES );
		if ( false !== $json ) {
			wp_print_inline_script_tag(
				$json,
				array(
					'type' => 'application/json',
					'id'   => self::ID,
				)
			);
		}
	}

	/**
	 * What holds for visitors of this page, as if recording were on.
	 *
	 * @return array{recorded: bool, masked?: bool, preset?: string, inputs?: bool, block?: list<string>}
	 *         `block`: selectors that code adds to the owner's.
	 */
	private function rules(): array {
		$settings = $this->settings->read();
		$config   = $this->decision->is_page_for_visitors() ? $this->config->of_page( $settings, '', $this->masked->applies() ) : null;
		if ( null === $config ) {
			return array( 'recorded' => false );
		}

		return array(
			'recorded' => true,
			'masked'   => $config['maskPage'],
			'preset'   => $config['preset'],
			'inputs'   => $config['inputs'],
			'block'    => array_values( array_diff( $config['block'], $settings->blocked_selectors ) ),
		);
	}
}
