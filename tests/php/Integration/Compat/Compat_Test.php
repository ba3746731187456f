<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Compat;

use Candid\Compat\Optimizers;
use Candid\Compat\Rest_Address;
use Candid\Tests\Integration\Site_Case;
use PHPUnit\Framework\Attributes\DataProvider;

/** Living with other plugins. */
final class Compat_Test extends Site_Case {

	/** @return array<string, array{0: string, 1: string, 2: string}> */
	public static function addresses(): array {
		return array(
			'a language folder goes'              => array( 'https://a.example/es/wp-json/candid/v1/segments', 'candid/v1/segments', 'https://a.example/wp-json/candid/v1/segments' ),
			'a region goes too'                   => array( 'https://a.example/pt-br/wp-json/candid/v1/segments', 'candid/v1/segments', 'https://a.example/wp-json/candid/v1/segments' ),
			'without pretty links as well'        => array( 'https://a.example/es/index.php/wp-json/candid/v1/segments', '/candid/v1/segments', 'https://a.example/index.php/wp-json/candid/v1/segments' ),
			'an address as it should be stays'    => array( 'https://a.example/wp-json/candid/v1/segments', 'candid/v1/segments', 'https://a.example/wp-json/candid/v1/segments' ),
			'a plain address stays'               => array( 'https://a.example/es/?rest_route=/candid/v1/segments', 'candid/v1/segments', 'https://a.example/es/?rest_route=/candid/v1/segments' ),
			'addresses of others are not ours'    => array( 'https://a.example/es/wp-json/wp/v2/posts', 'wp/v2/posts', 'https://a.example/es/wp-json/wp/v2/posts' ),
		);
	}

	#[DataProvider( 'addresses' )]
	public function test_the_doors_address_has_no_language( string $url, string $path, string $expected ): void {
		self::assertSame( $expected, ( new Rest_Address() )->without_language( $url, $path ) );
	}

	public function test_a_site_in_a_folder_keeps_its_folder(): void {
		add_filter( 'pre_option_home', $home = static fn (): string => 'https://a.example/shop' );
		$address = ( new Rest_Address() )->without_language( 'https://a.example/shop/es/wp-json/candid/v1/segments', 'candid/v1/segments' );
		remove_filter( 'pre_option_home', $home );
		self::assertSame( 'https://a.example/shop/wp-json/candid/v1/segments', $address );
	}

	public function test_optimizers_leave_the_loader_alone(): void {
		( new Optimizers() )->register_hooks();
		self::assertContains( 'build/front/loader.js', apply_filters( 'rocket_delay_js_exclusions', array( 'jquery' ) ) );
		self::assertContains( 'jquery', apply_filters( 'rocket_delay_js_exclusions', array( 'jquery' ) ) );
		self::assertStringContainsString( 'build/front/loader.js', apply_filters( 'autoptimize_filter_js_exclude', 'jquery.js' ) );
		self::assertSame( array( '<script src="/a.js">' ), apply_filters( 'w3tc_minify_js_script_tags', array( '<script src="/a.js">', '<script src="/wp-content/plugins/candid/build/front/loader.js?ver=1">' ) ) );
		self::assertNull( apply_filters( 'litespeed_optimize_js_excludes', null ) );
	}

	public function test_a_change_of_settings_empties_page_caches(): void {
		$before = did_action( 'litespeed_purge_all' );
		$this->given_settings( array( 'blocked_selectors' => array( '.price' ) ) );
		self::assertSame( $before + 1, did_action( 'litespeed_purge_all' ) );
		$this->given_settings( array( 'blocked_selectors' => array( '.price' ) ) );
		self::assertSame( $before + 1, did_action( 'litespeed_purge_all' ) );
	}
}
