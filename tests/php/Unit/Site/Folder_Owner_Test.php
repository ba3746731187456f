<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Site;

use Candid\Site\Folder_Owner;
use Candid\Tests\Segment\Scratch_Folder;
use PHPUnit\Framework\TestCase;

/** Two users: tests/php/Integration/Site/Other_User_Test.php. This one also runs in PHP-WASM, where there is one. */
final class Folder_Owner_Test extends TestCase {

	use Scratch_Folder;

	public function test_who_made_the_folder_works_in_it(): void {
		self::assertSame( 7, Folder_Owner::run( $this->folder, static fn(): int => 7 ) );
	}

	public function test_a_folder_that_is_not_there_is_for_the_work_to_report(): void {
		self::assertSame( 7, Folder_Owner::run( $this->folder . '/gone', static fn(): int => 7 ) );
	}
}
