<?php
/**
 * Prints the page's two tags.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Accounts\Account_Resolver;
use Candid\Service;
use Candid\Settings\Settings_Store;

/**
 * A JSON tag and the loader, only where recording may happen.
 *
 * Everything here works from autoloaded options and the query WordPress has run anyway: no query of its own.
 */
final class Page_Tags implements Service {

	/** After styles, so that the loader never delays them. */
	private const PRIORITY = 20;

	/**
	 * Attributes by which optimisers are asked to leave a tag alone: Cloudflare Rocket Loader, LiteSpeed,
	 * WP Rocket (two), Autoptimize.
	 */
	private const LEAVE_ALONE = array(
		'data-cfasync'     => 'false',
		'data-no-optimize' => '1',
		'data-no-minify'   => '1',
		'data-noptimize'   => '1',
		'nowprocket'       => true,
	);

	/**
	 * The tags of a page.
	 *
	 * @param Settings_Store   $settings The owner's settings.
	 * @param Account_Resolver $accounts Knows where recordings go.
	 * @param Page_Decision    $decision Which pages may be recorded.
	 * @param Masked_Page      $masked   Which pages are masked wholly.
	 * @param Front_Config     $config   Builds the JSON.
	 */
	public function __construct(
		private readonly Settings_Store $settings,
		private readonly Account_Resolver $accounts,
		private readonly Page_Decision $decision,
		private readonly Masked_Page $masked,
		private readonly Front_Config $config,
	) {}

	public function register_hooks(): void {
		add_action( 'wp_head', array( $this, 'print_tags' ), self::PRIORITY );
	}

	/** Prints the tags, or nothing. */
	public function print_tags(): void {
		$settings = $this->settings->read();
		if ( ! $settings->recording || ! $this->decision->allows_recording() ) {
			return;
		}
		$account = $this->accounts->account();
		// A key elsewhere is for a connector; this version has none, so nothing is recorded.
		if ( ! $account->is_own() ) {
			return;
		}
		$config = $this->config->of_page( $settings, $account->key, $this->masked->applies() );
		// Hexadecimal escapes: nothing a selector holds can end the script element. Broken UTF-8 gives false: nothing is printed.
		$json = null === $config ? false : wp_json_encode( $config, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_UNESCAPED_SLASHES );
		if ( false === $json ) {
			return;
		}

		wp_print_inline_script_tag(
			$json,
			array(
				'type' => 'application/json',
				'id'   => 'candid-config',
			) + self::LEAVE_ALONE
		);
		wp_print_script_tag(
			array(
				'async' => true,
				'src'   => Front_Config::address( Front_Config::LOADER ),
				'id'    => 'candid-loader-js',
			) + self::LEAVE_ALONE
		);
	}
}
