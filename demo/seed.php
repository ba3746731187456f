<?php
/**
 * Fills a WordPress site with the demonstration shop. Running it again changes nothing but repairs
 * what was altered.
 *
 *     php demo/seed.php /path/to/wordpress      a native site
 *     require 'demo/seed.php';                  where WordPress is already loaded (blueprint, tests)
 *
 * Reads demo/content/, copies demo/shop to wp-content/themes/ovenbird, and says what went wrong in an
 * exception; a half-seeded site is completed by the next run.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Candid\Demo;

if ( ! defined( 'ABSPATH' ) ) {
	if ( 'cli' !== PHP_SAPI || ! isset( $argv[1] ) || ! is_file( $argv[1] . '/wp-load.php' ) ) {
		echo "Usage: php demo/seed.php <folder of WordPress>\n";
		exit( 1 );
	}
	require $argv[1] . '/wp-load.php';
}

require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/image.php';
require_once __DIR__ . '/seed/content.php';
require_once __DIR__ . '/seed/media.php';
require_once __DIR__ . '/seed/site.php';

seed( __DIR__ . '/content' );

/**
 * Seeds everything, in the order in which one thing needs another.
 *
 * @param string $folder Where products.json, site.json, article.html and pages/ are.
 * @throws \RuntimeException When the theme or a content file is missing or WordPress refuses a write.
 */
function seed( string $folder ): void {
	$site     = read_json( "{$folder}/site.json" );
	$products = read_json( "{$folder}/products.json" );

	act_as_administrator();
	install_theme( __DIR__ . '/shop', 'ovenbird' );
	activate_theme( 'ovenbird' );
	$pages = array();
	foreach ( $site['pages'] as $page ) {
		$pages[ $page['slug'] ] = put_post( 'page', $page['slug'], $page['title'], read_text( "{$folder}/pages/{$page['slug']}.html" ) );
	}
	foreach ( $products as $index => $product ) {
		put_product( $product, $index );
	}
	put_article( $site['article'], read_text( "{$folder}/article.html" ), $site['comment'] );
	set_options( $site, $pages );
	put_menus( $site['menus'], $pages );
	put_editor( $site['editor'] );
	remove_samples();
	flush_rewrite_rules();
}

/** Decodes a content file. */
function read_json( string $file ): array {
	$data = json_decode( read_text( $file ), true );
	if ( ! is_array( $data ) ) {
		throw new \RuntimeException( "{$file} is not valid JSON." );
	}
	return $data;
}

/** Reads a content file. */
function read_text( string $file ): string {
	$text = is_file( $file ) ? file_get_contents( $file ) : false;
	if ( false === $text ) {
		throw new \RuntimeException( "{$file} is missing; the folder demo/content is incomplete." );
	}
	return $text;
}
