<?php
/**
 * What belongs in one place only.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tools;

use PhpParser\Node;
use PHPStan\Analyser\Scope;
use PHPStan\Rules\IdentifierRuleError;
use PHPStan\Rules\Rule;
use PHPStan\Rules\RuleErrorBuilder;

/**
 * Hooks are added in register_hooks(); the request is read by the door and the front end; sentences are translated in
 * faces; the database is Database's.
 *
 * @implements Rule<Node>
 */
final class Place_Rule implements Rule {

	private const HOOKS = array( 'add_action', 'add_filter' );

	private const SENTENCES = array( '__', '_e', '_x', '_ex', '_n', '_nx', 'esc_html__', 'esc_html_e', 'esc_html_x', 'esc_attr__', 'esc_attr_e', 'esc_attr_x' );

	private const REQUEST = array( '_SERVER' );

	/** Says why a server cannot run Candid, before there are faces. */
	private const ROOT = 'Candid\Requirements';

	private const LABELLED = array( ...Rooms::FACES, 'Setup' );

	public function getNodeType(): string {
		return Node::class;
	}

	/** @return list<IdentifierRuleError> */
	public function processNode( Node $node, Scope $scope ): array {
		$room  = Rooms::of( $scope );
		$class = $scope->getClassReflection()?->getName() ?? '';
		if ( 'elsewhere' === $room || '' === $class ) {
			return array();
		}
		$called = $node instanceof Node\Expr\FuncCall && $node->name instanceof Node\Name ? $node->name->getLast() : '';
		$found  = match ( true ) {
			in_array( $called, self::HOOKS, true )      => 'register_hooks' === $scope->getFunctionName() ? null : "$called() belongs in register_hooks().",
			in_array( $called, self::SENTENCES, true )  => in_array( $room, self::LABELLED, true ) || self::ROOT === $class ? null : "$called() belongs in a face: throw a fault code instead.",
			$node instanceof Node\Expr\Variable         => in_array( $node->name, self::REQUEST, true ) && ! self::may_read_request( $room, $class ) ? '$' . $node->name . ' belongs in Door\Request or Frontend.' : null,
			$node instanceof Node\Scalar\String_        => 'php://input' === $node->value && ! self::may_read_request( $room, $class ) ? 'php://input belongs in Door\Request.' : null,
			$node instanceof Node\Stmt\Global_          => 'Database' !== $room && self::names( $node, 'wpdb' ) ? '$wpdb belongs in Database.' : null,
			default                                     => null,
		};
		return null === $found ? array() : array( RuleErrorBuilder::message( $found )->identifier( 'candid.place' )->build() );
	}

	private static function may_read_request( string $room, string $class ): bool {
		return 'Frontend' === $room || 'Candid\Door\Request' === $class;
	}

	private static function names( Node\Stmt\Global_ $statement, string $name ): bool {
		foreach ( $statement->vars as $variable ) {
			if ( $variable instanceof Node\Expr\Variable && $name === $variable->name ) {
				return true;
			}
		}
		return false;
	}
}
