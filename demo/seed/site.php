<?php
/**
 * The site around the content: theme, options, menus, and the editor the tests write with.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Candid\Demo;

/** Content with SVG and iframes may be written only by somebody with unfiltered_html. */
function act_as_administrator(): void {
	$administrators = get_users(
		array(
			'role'    => 'administrator',
			'number'  => 1,
			'orderby' => 'ID',
			'fields'  => 'ID',
		)
	);
	if ( array() === $administrators ) {
		throw new \RuntimeException( 'The site has no administrator; finish the installation of WordPress first.' );
	}
	wp_set_current_user( (int) $administrators[0] );
}

/**
 * Copies the theme into the site. A theme folder that is a link is left alone: somebody works on it.
 *
 * @throws \RuntimeException When a file cannot be written.
 */
function install_theme( string $source, string $slug ): void {
	$target = get_theme_root() . "/{$slug}";
	if ( is_link( $target ) ) {
		return;
	}
	$entries = new \RecursiveIteratorIterator(
		new \RecursiveDirectoryIterator( $source, \FilesystemIterator::SKIP_DOTS ),
		\RecursiveIteratorIterator::SELF_FIRST
	);
	wp_mkdir_p( $target );
	foreach ( $entries as $entry ) {
		$copy = $target . substr( $entry->getPathname(), strlen( $source ) );
		if ( $entry->isDir() ? ! wp_mkdir_p( $copy ) : ! copy( $entry->getPathname(), $copy ) ) {
			throw new \RuntimeException( "{$copy} could not be written; make wp-content/themes writable." );
		}
	}
	wp_clean_themes_cache();
}

/** Switches to the shop's theme and makes its post type known to this very request. */
function activate_theme( string $slug ): void {
	if ( ! wp_get_theme( $slug )->exists() ) {
		throw new \RuntimeException( "The theme {$slug} could not be read after it was copied." );
	}
	if ( get_stylesheet() !== $slug ) {
		switch_theme( $slug );
	}
	if ( ! function_exists( 'Ovenbird\register_products' ) ) {
		require_once get_theme_root( $slug ) . "/{$slug}/functions.php";
	}
	if ( ! post_type_exists( \Ovenbird\PRODUCT ) ) {
		\Ovenbird\register_products();
	}
}

/** @param array<string, int> $pages Page ids by slug. */
function set_options( array $site, array $pages ): void {
	global $wp_rewrite;
	$options = array(
		'blogname'                    => $site['title'],
		'blogdescription'             => $site['tagline'],
		'show_on_front'               => 'page',
		'page_on_front'               => $pages[ $site['front_page'] ],
		'page_for_posts'              => $pages[ $site['posts_page'] ],
		'wp_page_for_privacy_policy'  => $pages[ $site['policy_page'] ],
		'show_avatars'                => '0',
		'comment_previously_approved' => '',
	);
	foreach ( $options as $name => $value ) {
		update_option( $name, $value );
	}
	$wp_rewrite->set_permalink_structure( '/journal/%postname%/' );
}

/**
 * Makes the menus anew, so that they always hold just what site.json says.
 *
 * @param array<string, string[]> $menus Page slugs by place; "shop" is the product list.
 * @param array<string, int>      $pages Page ids by slug.
 */
function put_menus( array $menus, array $pages ): void {
	$places = array();
	foreach ( $menus as $place => $slugs ) {
		$menu = wp_get_nav_menu_object( "Ovenbird {$place}" );
		$id   = $menu instanceof \WP_Term ? $menu->term_id : wp_create_nav_menu( "Ovenbird {$place}" );
		if ( is_wp_error( $id ) ) {
			throw new \RuntimeException( "Menu {$place}: " . $id->get_error_message() );
		}
		foreach ( (array) wp_get_nav_menu_items( $id, array( 'post_status' => 'any' ) ) as $item ) {
			wp_delete_post( $item->ID, true );
		}
		foreach ( $slugs as $slug ) {
			wp_update_nav_menu_item( $id, 0, menu_item( $slug, $pages ) );
		}
		$places[ $place ] = $id;
	}
	set_theme_mod( 'nav_menu_locations', $places );
}

/** @param array<string, int> $pages Page ids by slug. */
function menu_item( string $slug, array $pages ): array {
	if ( 'shop' === $slug ) {
		return array(
			'menu-item-type'   => 'post_type_archive',
			'menu-item-object' => \Ovenbird\PRODUCT,
			'menu-item-title'  => 'Shop',
			'menu-item-status' => 'publish',
		);
	}
	return array(
		'menu-item-type'      => 'post_type',
		'menu-item-object'    => 'page',
		'menu-item-object-id' => $pages[ $slug ],
		'menu-item-title'     => array( 'visit' => 'Visit', 'contact' => 'Contact' )[ $slug ] ?? '',
		'menu-item-status'    => 'publish',
	);
}

/** The editor: may write pages and insert the privacy statement, may not manage the site. */
function put_editor( array $editor ): void {
	if ( username_exists( $editor['login'] ) ) {
		return;
	}
	$id = wp_insert_user(
		array(
			'user_login'   => $editor['login'],
			'user_pass'    => $editor['password'],
			'user_email'   => $editor['email'],
			'display_name' => $editor['name'],
			'role'         => 'editor',
		)
	);
	if ( is_wp_error( $id ) ) {
		throw new \RuntimeException( "User {$editor['login']}: " . $id->get_error_message() );
	}
}
