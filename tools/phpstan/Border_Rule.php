<?php
/**
 * Rooms without WordPress.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tools;

use PhpParser\Node;
use PHPStan\Analyser\Scope;
use PHPStan\Node\InClassNode;
use PHPStan\Reflection\ReflectionProvider;
use PHPStan\Rules\IdentifierRuleError;
use PHPStan\Rules\Rule;
use PHPStan\Rules\RuleErrorBuilder;

/**
 * Forbids functions, classes, constants and globals of WordPress in the rooms that run without it: a door may be opened
 * before WordPress is loaded, and an indexer without it.
 *
 * @implements Rule<Node>
 */
final class Border_Rule implements Rule {

	/** @var array<string, true>|null Constants of PHP and its extensions. */
	private static ?array $constants = null;

	public function __construct( private readonly ReflectionProvider $reflection ) {
	}

	public function getNodeType(): string {
		return Node::class;
	}

	/** @return list<IdentifierRuleError> */
	public function processNode( Node $node, Scope $scope ): array {
		if ( ! in_array( Rooms::of( $scope ), Rooms::PLAIN, true ) ) {
			return array();
		}
		$found = match ( true ) {
			$node instanceof Node\Expr\FuncCall          => $this->function( $node, $scope ),
			$node instanceof InClassNode                 => $this->class_name( $node ),
			$node instanceof Node\Expr\ConstFetch        => self::constant( $node ),
			$node instanceof Node\Stmt\Global_           => 'a global variable',
			$node instanceof Node\Expr\Variable          => 'GLOBALS' === $node->name ? '$GLOBALS' : null,
			default                                      => null,
		};
		return null === $found ? array() : array( RuleErrorBuilder::message( sprintf( 'Candid\%s runs without WordPress and uses %s.', Rooms::of( $scope ), $found ) )->identifier( 'candid.border' )->build() );
	}

	private function function( Node\Expr\FuncCall $call, Scope $scope ): ?string {
		if ( ! $call->name instanceof Node\Name || ! $this->reflection->hasFunction( $call->name, $scope ) ) {
			return $call->name instanceof Node\Name ? $call->name->toString() . '(), which is not known' : null;
		}
		$function = $this->reflection->getFunction( $call->name, $scope );
		return Rooms::is_of_wordpress( $function->getFileName() ) ? $function->getName() . '()' : null;
	}

	private function class_name( InClassNode $node ): ?string {
		foreach ( Arrow_Collector::names( $node->getOriginalNode() ) as $name ) {
			if ( $this->reflection->hasClass( $name->toString() ) && Rooms::is_of_wordpress( $this->reflection->getClass( $name->toString() )->getFileName() ) ) {
				return $name->toString();
			}
		}
		return null;
	}

	private static function constant( Node\Expr\ConstFetch $fetch ): ?string {
		self::$constants ??= array_fill_keys( array_keys( array_merge( ...array_values( array_diff_key( get_defined_constants( true ), array( 'user' => true ) ) ) ) ), true );
		$name              = $fetch->name->toString();
		return isset( self::$constants[ $name ] ) || in_array( strtolower( $name ), array( 'true', 'false', 'null' ), true ) ? null : "the constant $name";
	}
}
