<?php
/**
 * The head of every page.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

?><!doctype html>
<html <?php language_attributes(); ?>>
<head>
	<meta charset="<?php bloginfo( 'charset' ); ?>">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<meta name="theme-color" content="#191a33">
	<link rel="preload" as="font" type="font/woff2" crossorigin href="<?php echo esc_url( get_theme_file_uri( 'assets/fonts/hanken-grotesk.woff2' ) ); ?>">
	<?php wp_head(); ?>
</head>
<body <?php body_class(); ?>>
<?php wp_body_open(); ?>
<a class="skip" href="#main"><?php esc_html_e( 'Skip to content', 'ovenbird' ); ?></a>
<aside class="notice-bar" aria-label="<?php esc_attr_e( 'About this shop', 'ovenbird' ); ?>"><?php esc_html_e( 'Ovenbird is a made-up shop. Look around and fill in the forms: nothing is sold.', 'ovenbird' ); ?></aside>
<header class="top">
	<a class="brand" href="<?php echo esc_url( home_url( '/' ) ); ?>">
		<?php echo \Ovenbird\mark(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a constant SVG of this theme. ?>
		<span><?php echo esc_html( strtolower( (string) get_bloginfo( 'name' ) ) ); ?></span>
	</a>
	<button class="menu-button" type="button" aria-expanded="false" aria-controls="main-menu">
		<span class="bars" aria-hidden="true"></span><?php esc_html_e( 'Menu', 'ovenbird' ); ?>
	</button>
	<nav id="main-menu" class="main-menu" aria-label="<?php esc_attr_e( 'Main', 'ovenbird' ); ?>">
		<?php
		wp_nav_menu(
			array(
				'theme_location' => 'main',
				'container'      => false,
				'fallback_cb'    => false,
				'depth'          => 1,
			)
		);
		?>
	</nav>
	<div class="top-tools">
		<a href="<?php echo esc_url( home_url( '/account/' ) ); ?>"><?php esc_html_e( 'Account', 'ovenbird' ); ?></a>
		<a class="basket-link" href="<?php echo esc_url( home_url( '/checkout/' ) ); ?>">
			<?php esc_html_e( 'Basket', 'ovenbird' ); ?>
			<span class="basket-count" data-basket-count aria-live="polite">0</span>
		</a>
	</div>
</header>
<main id="main">
