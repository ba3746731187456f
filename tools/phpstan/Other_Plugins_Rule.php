<?php
/**
 * Other plugins' names stand in Compat only.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tools;

use PhpParser\Node;
use PHPStan\Analyser\Scope;
use PHPStan\Rules\Rule;
use PHPStan\Rules\RuleErrorBuilder;

/**
 * Looks at texts and at functions that are called. Contracts are generated: privacy rules name attributes of others.
 *
 * @implements Rule<Node>
 */
final class Other_Plugins_Rule implements Rule {

	private const ROOMS = '~\ACandid\\\\(?:Compat|Consent|Destinations|Contracts)\b~';

	/** Names and prefixes of functions, hooks and options; litespeed_finish_request() is of the server. */
	private const NAMES = '~woocommerce|wp_consent|wp_has_consent|wp_get_consent|wp_add_cookie|\bwc_|\bedd_|\bbp_|buddypress|ultimatemember|\bmepr|\bpmpro|\brcp_|\bpll_|\bicl_|wpml|polylang|translatepress|\btrp_|elementor|rocket|litespeed(?!_finish_request)|autoptimize|\bsgo?_|\bw3tc|\bwpfc|\bwpo_|wp-optimize|\bwphb|\bbreeze_|rt_nginx|perfmatters|flying_press|cache_enabler|\bamp_|ampforwp|is_amp|jetpack|data-no-optimize|data-cfasync~i';

	public function getNodeType(): string {
		return Node::class;
	}

	/** @inheritDoc */
	public function processNode( Node $node, Scope $scope ): array {
		$name = match ( true ) {
			$node instanceof Node\Scalar\String_ => $node->value,
			$node instanceof Node\Expr\FuncCall && $node->name instanceof Node\Name => $node->name->toString(),
			default => '',
		};
		if ( '' === $name || 1 !== preg_match( self::NAMES, $name ) || 1 === preg_match( self::ROOMS, (string) $scope->getNamespace() ) ) {
			return array();
		}
		return array(
			RuleErrorBuilder::message( sprintf( 'The name of another plugin, "%s", belongs in Compat.', $name ) )->identifier( 'candid.otherPlugins' )->build(),
		);
	}
}
