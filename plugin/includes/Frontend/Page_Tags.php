<?php
/**
 * Prints the page's two tags.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Compat\Optimizers;
use Candid\Domain\No_Recording;
use Candid\Service;

/** A JSON tag and the loader, only where the visit is recorded. */
final class Page_Tags implements Service {

	/** Hexadecimal escapes: nothing that a selector holds can end the script element. */
	public const JSON = JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_UNESCAPED_SLASHES;

	/** After styles, so that the loader never delays them. */
	private const PRIORITY = 20;

	public function __construct( private readonly Page_Recording $page ) {
	}

	public function register_hooks(): void {
		add_action( 'wp_head', array( $this, 'print_tags' ), self::PRIORITY );
	}

	/** Prints the tags, or nothing. */
	public function print_tags(): void {
		$config = $this->page->of_visit();
		$json   = $config instanceof No_Recording ? false : wp_json_encode( $config, self::JSON );
		if ( false === $json ) {
			return;
		}
		wp_print_inline_script_tag(
			$json,
			array(
				'type' => 'application/json',
				'id'   => 'candid-config',
			) + Optimizers::LEAVE_ALONE
		);
		wp_print_script_tag(
			array(
				'async' => true,
				'src'   => Own_Script::address( Own_Script::LOADER ),
				'id'    => 'candid-loader-js',
			) + Optimizers::LEAVE_ALONE
		);
	}
}
