<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Frontend;

use Candid\Frontend\Search_Addresses;
use Candid\Tests\Integration\Site_Case;

/** What the recorder is told of addresses of searches. */
final class Search_Addresses_Test extends Site_Case {

	protected function tearDown(): void {
		unset( $_SERVER['REQUEST_URI'] );
		remove_all_filters( 'candid_search_bases' );
		parent::tearDown();
	}

	public function test_a_page_says_what_its_own_search_is_called(): void {
		$this->visit( array( 's' => 'Blue Mug' ) );
		$_SERVER['REQUEST_URI'] = '/de/finde/blue+mug/page/2/?x=1';
		self::assertContains( 'finde', Search_Addresses::bases() );
		$this->visit( array() );
		self::assertNotContains( 'finde', Search_Addresses::bases(), 'Another page does not know.' );
	}

	public function test_code_may_name_more_words_and_nothing_else(): void {
		add_filter( 'candid_search_bases', static fn ( array $bases ): array => array( ...$bases, 'zkousej', 'a/b', '', 7 ) );
		self::assertContains( 'zkousej', Search_Addresses::bases() );
		self::assertNotContains( 'a/b', Search_Addresses::bases() );
		remove_all_filters( 'candid_search_bases' );
		add_filter( 'candid_search_bases', '__return_null' );
		self::assertSame( array(), Search_Addresses::bases() );
	}
}
