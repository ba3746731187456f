<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Frontend;

use Candid\Frontend\Masked_Page;
use Candid\Tests\Integration\Site_Case;
use PHPUnit\Framework\Attributes\DataProvider;

/** Pages that show personal data by their nature. */
final class Masked_Page_Test extends Site_Case {

	/** @var list<int> */
	private array $pages = array();

	protected function tearDown(): void {
		foreach ( $this->pages as $id ) {
			wp_delete_post( $id, true );
		}
		parent::tearDown();
	}

	/** @return array<string, array{0: string, 1: string, 2: bool}> */
	public static function pages(): array {
		return array(
			'an account page'                      => array( 'my-account', '', true ),
			'an account page in Polish'            => array( 'moje-konto', '', true ),
			'an account page in Hungarian'         => array( 'fiokom', '', true ),
			'a received order'                     => array( 'order-received', '', true ),
			'a lost password'                      => array( 'lost-password', '', true ),
			'any page with an account\'s shortcode' => array( 'hello', '<!-- wp:shortcode -->[woocommerce_my_account]<!-- /wp:shortcode -->', true ),
			'a page about accounts'                => array( 'accounting-services', '', false ),
			'a page of products'                   => array( 'products', 'Chairs', false ),
			'the privacy policy'                   => array( 'privacy-policy', '<!-- wp:candid/privacy-statement /-->', false ),
		);
	}

	#[DataProvider( 'pages' )]
	public function test_a_page_is_masked_by_what_it_is( string $slug, string $content, bool $masked ): void {
		$this->open( $slug, $content );
		self::assertSame( $masked, ( new Masked_Page() )->applies() );
	}

	public function test_an_address_with_a_key_to_an_order_masks_any_page(): void {
		$this->open( 'products', '' );
		$_GET['key'] = 'wc_order_AbCdEf123';
		self::assertTrue( ( new Masked_Page() )->applies() );
		add_filter( 'candid_mask_page', '__return_false' );
		self::assertTrue( ( new Masked_Page() )->applies() );
	}

	public function test_a_comment_that_waits_for_approval_masks_the_page_that_shows_it(): void {
		$this->open( 'products', '' );
		$_GET['unapproved']      = '7';
		$_GET['moderation-hash'] = '0123456789abcdef0123456789abcdef';
		self::assertTrue( ( new Masked_Page() )->applies() );
	}

	public function test_the_filter_masks_more_pages_and_may_correct_a_guess(): void {
		$this->open( 'products', '' );
		add_filter( 'candid_mask_page', '__return_true' );
		self::assertTrue( ( new Masked_Page() )->applies() );
		remove_all_filters( 'candid_mask_page' );
		$this->open( 'profile', '' );
		add_filter( 'candid_mask_page', '__return_false' );
		self::assertFalse( ( new Masked_Page() )->applies() );
	}

	public function test_a_filter_that_forgets_to_answer_masks(): void {
		$this->open( 'products', '' );
		add_filter( 'candid_mask_page', static fn () => null );
		self::assertTrue( ( new Masked_Page() )->applies() );
	}

	private function open( string $slug, string $content ): void {
		$id            = $this->page( $slug, $content );
		$this->pages[] = $id;
		$this->visit( array( 'page_id' => $id ) );
		self::assertTrue( is_page( $id ) );
	}
}
