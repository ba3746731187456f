<?php
/**
 * Styles and scripts. A page loads only what it uses; nothing comes from another host.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

/** Enqueues the styles of every page and the scripts of this one. */
function enqueue_assets(): void {
	$version = (string) wp_get_theme()->get( 'Version' );
	foreach ( array( 'base', 'chrome', 'prose', 'home', 'catalogue', 'product', 'forms', 'checkout' ) as $sheet ) {
		wp_enqueue_style( "ovenbird-{$sheet}", get_theme_file_uri( "assets/css/{$sheet}.css" ), array(), $version );
	}

	$scripts = array( 'basket', 'menu' );
	if ( is_post_type_archive( PRODUCT ) ) {
		array_push( $scripts, 'catalogue', 'quick-look', 'rating' );
	}
	if ( is_front_page() ) {
		array_push( $scripts, 'quick-look', 'rating' );
	}
	if ( is_singular( PRODUCT ) ) {
		array_push( $scripts, 'carousel', 'tabs', 'quick-look', 'rating', 'size-guide' );
	}
	if ( is_page( 'checkout' ) ) {
		$scripts[] = 'checkout';
	}
	if ( is_page( 'contact' ) ) {
		$scripts[] = 'contact';
	}
	if ( is_page( array( 'account', 'sign-in' ) ) ) {
		$scripts[] = 'reveal-password';
	}
	foreach ( $scripts as $script ) {
		wp_enqueue_script(
			"ovenbird-{$script}",
			get_theme_file_uri( "assets/js/{$script}.js" ),
			array(),
			$version,
			array(
				'strategy'  => 'defer',
				'in_footer' => false,
			)
		);
	}
	if ( is_singular() && comments_open() ) {
		wp_enqueue_script( 'comment-reply' );
	}
}

/** Hands the scripts of the page what they show, as data and not as code. */
function print_products( array $products ): void {
	$data = wp_json_encode( $products, JSON_HEX_TAG | JSON_HEX_AMP );
	wp_print_inline_script_tag(
		is_string( $data ) ? $data : '[]',
		array(
			'id'   => 'ovenbird-products',
			'type' => 'application/json',
		)
	);
}
