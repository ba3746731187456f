<?php
/**
 * What the theme supports, and the one place where it hooks into WordPress.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

/** Connects every part of the theme to WordPress. */
function register_hooks(): void {
	add_action( 'after_setup_theme', __NAMESPACE__ . '\set_up' );
	add_action( 'init', __NAMESPACE__ . '\register_products' );
	add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_assets' );
	add_action( 'pre_get_posts', __NAMESPACE__ . '\show_every_product' );
	add_filter( 'body_class', __NAMESPACE__ . '\add_tone_class' );
	add_filter( 'emoji_svg_url', '__return_false' );
	remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
	add_filter( 'excerpt_more', fn(): string => ' …' );
	foreach ( array( 'contact', 'letter', 'sign_in', 'password', 'order' ) as $form ) {
		$take = array( 'order' => __NAMESPACE__ . '\take_order' )[ $form ] ?? __NAMESPACE__ . '\take_message';
		add_action( "admin_post_ovenbird_{$form}", $take );
		add_action( "admin_post_nopriv_ovenbird_{$form}", $take );
	}
}

/** Declares what the theme does with WordPress' own features. */
function set_up(): void {
	add_theme_support( 'title-tag' );
	add_theme_support( 'post-thumbnails' );
	add_theme_support( 'html5', array( 'search-form', 'comment-form', 'comment-list', 'style', 'script' ) );
	add_theme_support( 'align-wide' );
	add_theme_support( 'responsive-embeds' );
	add_theme_support( 'editor-styles' );
	add_editor_style( array( 'assets/css/base.css', 'assets/css/prose.css' ) );
	register_nav_menus(
		array(
			'main'   => __( 'Main menu', 'ovenbird' ),
			'footer' => __( 'Footer menu', 'ovenbird' ),
		)
	);
}

/** The shop is small: the list shows all of it, in its own order. */
function show_every_product( \WP_Query $query ): void {
	if ( ! is_admin() && $query->is_main_query() && $query->is_post_type_archive( PRODUCT ) ) {
		$query->set( 'posts_per_page', 100 );
		$query->set( 'orderby', 'menu_order' );
		$query->set( 'order', 'ASC' );
	}
}

/** Gives a product page the colour of its photographs. */
function add_tone_class( array $classes ): array {
	if ( is_singular( PRODUCT ) ) {
		$classes[] = 'tone-' . sanitize_html_class( product( (int) get_the_ID() )['tone'] );
	}
	return $classes;
}
