<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Indexer;

use Candid\Indexer\Processor_Clock;
use PHPUnit\Framework\TestCase;

final class Processor_Clock_Test extends TestCase {

	public function test_work_moves_it_on_and_never_back(): void {
		$clock = new Processor_Clock();
		$begin = $clock->now_ms();
		$until = hrtime( true ) + 20e9;
		for ( $last = $begin; $last < $begin + 30 && hrtime( true ) < $until; $last = $now ) {
			hash( 'sha256', str_repeat( 'a', 100000 ) );
			$now = $clock->now_ms();
			self::assertGreaterThanOrEqual( $last, $now );
		}
		self::assertGreaterThanOrEqual( $begin + 30, $last );
	}
}
