<?php
/**
 * Products: a post type of our own with a few plain fields.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

const PRODUCT = 'ovenbird_product';

/** The four shelves of the shop, in the order they are shown. */
function shelves(): array {
	return array(
		'table'   => __( 'For the table', 'ovenbird' ),
		'kitchen' => __( 'For the kitchen', 'ovenbird' ),
		'sill'    => __( 'For the sill', 'ovenbird' ),
		'light'   => __( 'Light', 'ovenbird' ),
	);
}

/** Registers the post type and its fields. Prices are whole pence. */
function register_products(): void {
	register_post_type(
		PRODUCT,
		array(
			'labels'       => array(
				'name'          => __( 'Products', 'ovenbird' ),
				'singular_name' => __( 'Product', 'ovenbird' ),
				'add_new_item'  => __( 'Add product', 'ovenbird' ),
				'edit_item'     => __( 'Edit product', 'ovenbird' ),
			),
			'public'       => true,
			'has_archive'  => 'shop',
			'rewrite'      => array(
				'slug'       => 'shop',
				'with_front' => false,
			),
			'menu_icon'    => 'dashicons-store',
			'show_in_rest' => true,
			'supports'     => array( 'title', 'editor', 'excerpt', 'thumbnail', 'page-attributes', 'custom-fields' ),
		)
	);

	$fields = array(
		'ovenbird_price'  => 'integer',
		'ovenbird_shelf'  => 'string',
		'ovenbird_tone'   => 'string',
		'ovenbird_size'   => 'string',
		'ovenbird_care'   => 'string',
		'ovenbird_rating' => 'number',
		'ovenbird_stock'  => 'integer',
	);
	foreach ( $fields as $field => $type ) {
		register_post_meta(
			PRODUCT,
			$field,
			array(
				'type'         => $type,
				'single'       => true,
				'show_in_rest' => true,
			)
		);
	}
	register_post_meta(
		PRODUCT,
		'ovenbird_gallery',
		array(
			'type'         => 'array',
			'single'       => true,
			'show_in_rest' => array(
				'schema' => array(
					'type'  => 'array',
					'items' => array( 'type' => 'integer' ),
				),
			),
		)
	);
}

/** One product as the templates and the scripts use it. Price in pence, rating of five. */
function product( int $id ): array {
	$images = array();
	foreach ( (array) get_post_meta( $id, 'ovenbird_gallery', true ) as $attachment ) {
		$url = wp_get_attachment_url( (int) $attachment );
		if ( is_string( $url ) ) {
			$images[] = array(
				'url' => $url,
				'alt' => (string) get_post_meta( (int) $attachment, '_wp_attachment_image_alt', true ),
			);
		}
	}
	$shelf = (string) get_post_meta( $id, 'ovenbird_shelf', true );

	return array(
		'id'         => $id,
		'slug'       => (string) get_post_field( 'post_name', $id ),
		'name'       => html_entity_decode( get_the_title( $id ), ENT_QUOTES ),
		'line'       => (string) get_post_field( 'post_excerpt', $id ),
		'url'        => (string) get_permalink( $id ),
		'price'      => (int) get_post_meta( $id, 'ovenbird_price', true ),
		'shelf'      => $shelf,
		'shelf_name' => shelves()[ $shelf ] ?? '',
		'tone'       => (string) get_post_meta( $id, 'ovenbird_tone', true ),
		'size'       => (string) get_post_meta( $id, 'ovenbird_size', true ),
		'care'       => (string) get_post_meta( $id, 'ovenbird_care', true ),
		'rating'     => (float) get_post_meta( $id, 'ovenbird_rating', true ),
		'stock'      => (int) get_post_meta( $id, 'ovenbird_stock', true ),
		'images'     => $images,
	);
}

/** Every product in the order of the shop. */
function products(): array {
	$ids = get_posts(
		array(
			'post_type'   => PRODUCT,
			'numberposts' => 100,
			'orderby'     => 'menu_order',
			'order'       => 'ASC',
			'fields'      => 'ids',
		)
	);
	return array_map( __NAMESPACE__ . '\product', $ids );
}

/** A price as people read it: £28 or £28.50. */
function price( int $pence ): string {
	return '£' . ( 0 === $pence % 100 ? (string) intdiv( $pence, 100 ) : number_format( $pence / 100, 2 ) );
}
