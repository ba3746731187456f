<?php
/**
 * The arrows of docs/ARCHITECTURE.md, checked for PHP.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tools;

use PHPat\Selector\Selector;
use PHPat\Test\Builder\Rule;
use PHPat\Test\PHPat;

/** `Contracts ← Domain ← services ← faces ← Plugin`. */
final class Architecture {

	private const FACES = array( 'Rest', 'Admin', 'Frontend', 'Blocks', 'Cli', 'Health' );

	/** @return list<\PHPat\Selector\SelectorInterface> */
	private function faces(): array {
		return array_map( static fn( string $name ) => Selector::inNamespace( "Candid\\$name" ), self::FACES );
	}

	public function test_contracts_depend_on_nothing(): Rule {
		return PHPat::rule()
			->classes( Selector::inNamespace( 'Candid\Contracts' ) )
			->shouldNotDependOn()
			->classes( Selector::inNamespace( 'Candid' ) )
			->excluding( Selector::inNamespace( 'Candid\Contracts' ) )
			->because( 'contracts are generated from the schemas and know nobody' );
	}

	public function test_domain_depends_on_contracts_only(): Rule {
		return PHPat::rule()
			->classes( Selector::inNamespace( 'Candid\Domain' ) )
			->shouldNotDependOn()
			->classes( Selector::inNamespace( 'Candid' ) )
			->excluding( Selector::inNamespace( 'Candid\Domain' ), Selector::inNamespace( 'Candid\Contracts' ) )
			->because( 'the domain is used by everybody and uses nobody' );
	}

	public function test_services_do_not_know_the_faces(): Rule {
		return PHPat::rule()
			->classes( ...array_map( static fn( string $name ) => Selector::inNamespace( "Candid\\$name" ), array( 'Door', 'Inbox', 'Vault', 'Privacy', 'Fence', 'Indexer', 'Database', 'Site', 'Accounts', 'Settings', 'Statement' ) ) )
			->shouldNotDependOn()
			->classes( ...$this->faces() )
			->because( 'arrows run from the faces to the services' );
	}

	public function test_only_the_database_room_knows_the_database(): Rule {
		return PHPat::rule()
			->classes( Selector::inNamespace( 'Candid' ) )
			->excluding( Selector::inNamespace( 'Candid\Database' ), Selector::inNamespace( 'Candid\Site' ) )
			->shouldNotDependOn()
			->classes( Selector::classname( 'wpdb' ) )
			->because( 'SQL lives in Database' );
	}
}
