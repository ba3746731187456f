<?php
/**
 * Which class names which.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tools;

use PhpParser\Node;
use PhpParser\NodeFinder;
use PHPStan\Analyser\Scope;
use PHPStan\Collectors\Collector;
use PHPStan\Node\InClassNode;

/**
 * Collects the arrows between classes for Circle_Rule.
 *
 * @implements Collector<InClassNode, array{string, list<string>}>
 */
final class Arrow_Collector implements Collector {

	public function getNodeType(): string {
		return InClassNode::class;
	}

	/** @return array{string, list<string>} A class and those it names. */
	public function processNode( Node $node, Scope $scope ): array {
		$from  = $node->getClassReflection()->getName();
		$names = array_map( static fn( Node\Name\FullyQualified $name ): string => $name->toString(), self::names( $node->getOriginalNode() ) );
		return array( $from, array_values( array_unique( array_filter( $names, static fn( string $to ): bool => str_starts_with( $to, 'Candid\\' ) && $from !== $to ) ) ) );
	}

	/** @return list<Node\Name\FullyQualified> Every class that is named in the code of another. */
	public static function names( Node $node ): array {
		return array_values( ( new NodeFinder() )->findInstanceOf( array( $node ), Node\Name\FullyQualified::class ) );
	}
}
