<?php
/**
 * Whether a text may be stored as a blocked selector.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Settings;

use Candid\Contracts\Settings_Contract;

/**
 * A look at a CSS selector without a browser: bytes, length, and the signs that could end the page's JSON or a style
 * sheet. Whether the text is a selector at all is judged by browsers: by the owner's before it is saved, and by each
 * visitor's, which records nothing when it cannot parse one.
 */
final class Blocked_Selector {

	/** @param string $selector The entry, trimmed. */
	public static function fault( string $selector ): ?Entry_Fault {
		$rule = Settings_Contract::SCHEMA['properties']['blocked_selectors']['items'];
		return match ( true ) {
			'' === $selector => Entry_Fault::Is_Empty,
			! mb_check_encoding( $selector, 'UTF-8' ) => Entry_Fault::Bad_Characters,
			mb_strlen( $selector, 'UTF-8' ) > $rule['maxLength'] => Entry_Fault::Too_Long,
			1 === preg_match( '/[<{}]/', $selector ) => Entry_Fault::No_Selector,
			1 !== preg_match( '~' . $rule['pattern'] . '~uD', $selector ) => Entry_Fault::Bad_Characters,
			default => null,
		};
	}
}
