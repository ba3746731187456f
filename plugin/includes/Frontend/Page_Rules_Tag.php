<?php
/**
 * Tells the screen "What is recorded" which rules hold on a page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Accounts\Capabilities;
use Candid\Domain\No_Recording;
use Candid\Service;
use Candid\Settings\Settings_Store;

/**
 * A JSON tag in the head, for people who may manage settings and for nobody else.
 *
 * Only the page itself knows whether all of it is masked, what filters of code tighten on it, and whether visits to it
 * are recorded at all. That screen loads pages as the manager sees them, so the tag stands in the page. The same code
 * builds the config of visitors. Pages without the tag count as unknown, never as recorded.
 */
final class Page_Rules_Tag implements Service {

	public const ID = 'candid-page-rules';

	public function __construct(
		private readonly Settings_Store $settings,
		private readonly Page_Recording $page
	) {
	}

	public function register_hooks(): void {
		add_action( 'wp_head', array( $this, 'print_tag' ) );
	}

	/** Prints the tag, or nothing. */
	public function print_tag(): void {
		if ( ! current_user_can( Capabilities::MANAGE ) ) {
			return;
		}
		$json = wp_json_encode( $this->rules(), Page_Tags::JSON );
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
	 * @return array{recorded: bool, reason?: string, masked?: bool, preset?: string, inputs?: bool, block?: list<string>}
	 *         `reason`: a value of No_Recording. `block`: selectors that code adds to the owner's.
	 */
	private function rules(): array {
		$config = $this->page->of_visitors();
		if ( $config instanceof No_Recording ) {
			return array(
				'recorded' => false,
				'reason'   => $config->value,
			);
		}
		return array(
			'recorded' => true,
			'masked'   => $config['maskPage'],
			'preset'   => $config['preset'],
			'inputs'   => $config['inputs'],
			'block'    => array_values( array_diff( $config['block'], $this->settings->read()->blocked_selectors ) ),
		);
	}
}
