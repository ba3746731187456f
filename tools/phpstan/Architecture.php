<?php
/**
 * The arrows of docs/ARCHITECTURE.md, checked for PHP.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tools;

use PHPat\Selector\Selector;
use PHPat\Selector\SelectorInterface;
use PHPat\Test\Builder\Rule;
use PHPat\Test\PHPat;

/**
 * `Contracts ← Domain ← { Door, Inbox, Vault, Privacy } ← { Fence, Insights } ← Indexer`, none of these with WordPress
 * (Border_Rule); `Domain ← Database, Site, Accounts, Settings, … ← faces ← root`.
 */
final class Architecture {

	/** Rooms without WordPress, and the other rooms each may know. Door appends to the inbox; the others on its floor do not know each other. */
	private const PLAIN = array(
		'Contracts' => array(),
		'Domain'    => array( 'Contracts' ),
		'Inbox'     => array( 'Contracts', 'Domain' ),
		'Door'      => array( 'Contracts', 'Domain', 'Inbox' ),
		'Vault'     => array( 'Contracts', 'Domain' ),
		'Privacy'   => array( 'Contracts', 'Domain' ),
		'Fence'     => array( 'Contracts', 'Domain', 'Privacy' ),
		'Insights'  => array( 'Contracts', 'Domain', 'Privacy' ),
		'Indexer'   => array( 'Contracts', 'Domain', 'Inbox', 'Vault', 'Privacy', 'Fence', 'Insights' ),
	);

	/** Services with WordPress. */
	private const SERVICES = array( 'Database', 'Site', 'Accounts', 'Settings', 'Statement' );

	private const FACES = array( 'Rest', 'Admin', 'Frontend', 'Blocks', 'Cli', 'Health' );

	/** @return iterable<Rule> */
	public function test_each_plain_room_knows_the_rooms_below_it_only(): iterable {
		foreach ( self::PLAIN as $room => $known ) {
			yield PHPat::rule()
				->classes( self::room( $room ) )
				->shouldNotDependOn()
				->classes( Selector::inNamespace( 'Candid' ) )
				->excluding( self::room( $room ), ...array_map( array( self::class, 'room' ), $known ) )
				->because( 'the arrows of docs/ARCHITECTURE.md run one way' );
		}
	}

	public function test_the_database_knows_the_domain_only(): Rule {
		return PHPat::rule()
			->classes( self::room( 'Database' ) )
			->shouldNotDependOn()
			->classes( Selector::inNamespace( 'Candid' ) )
			->excluding( self::room( 'Database' ), self::room( 'Domain' ), self::room( 'Contracts' ) )
			->because( 'rows are written from the domain, and what fills them need not be known' );
	}

	public function test_services_do_not_know_the_faces(): Rule {
		return PHPat::rule()
			->classes( ...array_map( array( self::class, 'room' ), self::SERVICES ) )
			->shouldNotDependOn()
			->classes( ...array_map( array( self::class, 'room' ), self::FACES ) )
			->because( 'arrows run from the faces to the services' );
	}

	public function test_only_the_database_room_knows_the_database(): Rule {
		return PHPat::rule()
			->classes( Selector::inNamespace( 'Candid' ) )
			->excluding( self::room( 'Database' ) )
			->shouldNotDependOn()
			->classes( Selector::classname( 'wpdb' ) )
			->because( 'SQL lives in Database' );
	}

	private static function room( string $name ): SelectorInterface {
		return Selector::inNamespace( "Candid\\$name" );
	}
}
