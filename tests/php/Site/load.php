<?php
/**
 * Loads WordPress for the throw-away site named by CANDID_SITE (see Throwaway_Site). Stands in for wp-config.php, so that
 * the core folder stays untouched.
 *
 * @package Candid
 */

// What WordPress expects to be global when this file is included from inside a function, as PHPUnit does.
global $wp, $wpdb, $wp_rewrite, $wp_query, $wp_the_query, $table_prefix, $shortcode_tags, $wp_theme_directories, $current_site, $current_blog, $wp_version, $wp_filter, $pagenow, $allowedposttags, $allowedtags, $allowedentitynames, $wp_roles, $wp_object_cache, $phpmailer, $wp_scripts, $wp_styles, $post_default_title;

$candid_site_facts = (array) json_decode( (string) file_get_contents( ( $_SERVER['CANDID_SITE'] ?? getenv( 'CANDID_SITE' ) ) . '/site.json' ), true );
$table_prefix      = $candid_site_facts['prefix'];

$_SERVER['HTTP_HOST']       = $_SERVER['HTTP_HOST'] ?? $candid_site_facts['host'];
$_SERVER['REQUEST_METHOD']  = $_SERVER['REQUEST_METHOD'] ?? 'GET';
$_SERVER['SERVER_PROTOCOL'] = $_SERVER['SERVER_PROTOCOL'] ?? 'HTTP/1.1';
$_SERVER['REQUEST_URI']     = $_SERVER['REQUEST_URI'] ?? '/';
$_SERVER['SERVER_NAME']     = $_SERVER['SERVER_NAME'] ?? '127.0.0.1';

foreach ( $candid_site_facts['constants'] as $candid_name => $candid_value ) {
	defined( $candid_name ) || define( $candid_name, $candid_value );
}
require_once ABSPATH . 'wp-settings.php';
