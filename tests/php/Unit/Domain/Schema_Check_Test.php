<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Domain;

use Candid\Domain\Malformed;
use Candid\Domain\Schema_Check;
use PHPUnit\Framework\TestCase;

/** What the envelope's tests do not reach of the one validator. */
final class Schema_Check_Test extends TestCase {

	public function test_a_list_of_unique_items_has_none_twice(): void {
		$schema = array( 'type' => 'array', 'uniqueItems' => true );
		Schema_Check::check( array( 'a', 'A', 1, '1', true ), $schema, 'list' );
		$this->expectException( Malformed::class );
		Schema_Check::check( array( 'a', 'b', 'a' ), $schema, 'list' );
	}
}
