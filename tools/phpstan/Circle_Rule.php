<?php
/**
 * No circle between classes.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tools;

use PhpParser\Node;
use PHPStan\Analyser\Scope;
use PHPStan\Node\CollectedDataNode;
use PHPStan\Rules\IdentifierRuleError;
use PHPStan\Rules\Rule;
use PHPStan\Rules\RuleErrorBuilder;

/**
 * Of classes that need each other none can be understood, tested or replaced alone.
 *
 * @implements Rule<CollectedDataNode>
 */
final class Circle_Rule implements Rule {

	/** @var array<string, array<string, true>> Names by name. */
	private array $arrows = array();

	/** @var array<string, int> 1: being walked, 2: done. */
	private array $seen = array();

	/** @var list<string> The way to the class that is being walked. */
	private array $way = array();

	/** @var list<string> Circles found. */
	private array $circles = array();

	public function getNodeType(): string {
		return CollectedDataNode::class;
	}

	/** @return list<IdentifierRuleError> */
	public function processNode( Node $node, Scope $scope ): array {
		$files = array();
		foreach ( $node->get( Arrow_Collector::class ) as $file => $arrows ) {
			foreach ( $arrows as list( $from, $names ) ) {
				$this->arrows[ $from ] = array_fill_keys( $names, true );
				$files[ $from ]        = $file;
			}
		}
		foreach ( array_keys( $this->arrows ) as $name ) {
			$this->walk( $name );
		}
		return array_map(
			static fn( string $circle ): IdentifierRuleError => RuleErrorBuilder::message( "These classes need each other in a circle: $circle." )->identifier( 'candid.circle' )->file( $files[ explode( ' ', $circle )[0] ] ?? '' )->line( 1 )->build(),
			$this->circles
		);
	}

	private function walk( string $name ): void {
		$state = $this->seen[ $name ] ?? 0;
		if ( 1 === $state ) {
			$this->circles[] = implode( ' → ', array( ...array_slice( $this->way, (int) array_search( $name, $this->way, true ) ), $name ) );
		}
		if ( 0 !== $state ) {
			return;
		}
		$this->seen[ $name ] = 1;
		$this->way[]         = $name;
		foreach ( array_keys( $this->arrows[ $name ] ?? array() ) as $next ) {
			$this->walk( $next );
		}
		array_pop( $this->way );
		$this->seen[ $name ] = 2;
	}
}
