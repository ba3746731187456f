<?php
/**
 * Pages of a real WordPress for run.mjs: the demo shop, and the default themes of the core at hand with a blog in them.
 * Prints one line of JSON, { "root": address, "core": folder, "content": folder, "pages": { name: HTML } }, serves
 * nothing after that, and keeps the files until standard input ends.
 *
 * @package Candid
 */

declare(strict_types=1);

use Candid\Tests\Site\Throwaway_Site;

require_once dirname( __DIR__, 3 ) . '/vendor/autoload.php';

/** A text as PHP writes it. */
$candid_quote = static fn( string $text ): string => "'" . addcslashes( $text, "'\\" ) . "'";
$candid_root  = dirname( __DIR__, 3 );
$candid_core  = getenv( 'CANDID_CORE' ) ?: "$candid_root/.cache/core/6.6";
$candid_site  = Throwaway_Site::make();
try {
	foreach ( (array) glob( "$candid_core/wp-content/themes/*", GLOB_ONLYDIR ) as $candid_theme ) {
		symlink( (string) realpath( (string) $candid_theme ), "$candid_site->folder/content/themes/" . basename( (string) $candid_theme ) );
	}
	$candid_site->run( 'define( "CANDID_DEMO_FOLDER", ' . $candid_quote( "$candid_root/demo" ) . ' ); define( "CANDID_DEMO_ACTIVATE", false ); require ' . $candid_quote( "$candid_root/tools/wordpress/open-shop.php" ) . ';' );
	$candid_address = $candid_site->serve();
	$candid_pages   = array();
	$candid_save    = static function ( string $name, string $path ) use ( $candid_address, &$candid_pages ): void {
		$context               = stream_context_create( array( 'http' => array( 'ignore_errors' => true ) ) );
		$candid_pages[ $name ] = (string) file_get_contents( $candid_address . $path, false, $context );
	};
	$candid_product = (string) $candid_site->run( 'return wp_make_link_relative( get_permalink( get_posts( array( "post_type" => "ovenbird_product", "numberposts" => 1, "name" => "market-bowl" ) )[0] ) );' );
	foreach ( array( 'home' => '/', 'catalogue' => '/shop/', 'product' => $candid_product, 'contact' => '/contact/', 'checkout' => '/checkout/', 'visit' => '/visit/' ) as $candid_name => $candid_path ) {
		$candid_save( "shop-$candid_name", $candid_path );
	}
	$candid_themes = $candid_site->run( 'require ' . $candid_quote( __DIR__ . '/blog.php' ) . '; return candid_blog_themes();' );
	foreach ( $candid_themes as $candid_at => $candid_theme ) {
		$candid_single = (string) $candid_site->run( 'require ' . $candid_quote( __DIR__ . '/blog.php' ) . '; return candid_blog( ' . $candid_quote( $candid_theme ) . ' );' );
		$candid_save( "$candid_theme-front", '/' );
		$candid_save( "$candid_theme-single", $candid_single );
		if ( 0 === $candid_at ) {
			foreach ( array( 'archive' => '/category/kiln/', 'search' => '/?s=glaze', 'missing' => '/no-such-page/' ) as $candid_name => $candid_path ) {
				$candid_save( "theme-$candid_name", $candid_path );
			}
		}
	}
	$candid_site->stop();
	echo json_encode(
		array(
			'root'    => $candid_address,
			'core'    => realpath( $candid_core ),
			'content' => "$candid_site->folder/content",
			'themes'  => $candid_themes,
			'pages'   => $candid_pages,
		),
		JSON_THROW_ON_ERROR
	), "\n";
	// A read from a socket, which Node's pipes are, ends after default_socket_timeout without a line.
	while ( ! feof( STDIN ) ) {
		fgets( STDIN );
	}
} finally {
	$candid_site->remove();
}
