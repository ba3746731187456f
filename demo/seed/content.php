<?php
/**
 * Posts, pages, products: found by their slug, made or brought up to date.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Candid\Demo;

/**
 * Makes or updates one post and returns its id.
 *
 * @param array<string, mixed> $more Further fields of wp_insert_post().
 * @throws \RuntimeException When WordPress refuses it.
 */
function put_post( string $type, string $slug, string $title, string $content, array $more = array() ): int {
	$found  = get_posts(
		array(
			'post_type'   => $type,
			'name'        => $slug,
			'post_status' => array( 'publish', 'draft', 'private', 'pending' ),
			'numberposts' => 1,
			'fields'      => 'ids',
		)
	);
	$fields = array(
		'ID'             => $found[0] ?? 0,
		'post_type'      => $type,
		'post_name'      => $slug,
		'post_title'     => $title,
		'post_content'   => localise_links( $content ),
		'post_status'    => 'publish',
		'comment_status' => 'closed',
		'ping_status'    => 'closed',
	);
	$id     = wp_insert_post( wp_slash( array_merge( $fields, $more ) ), true );
	if ( is_wp_error( $id ) ) {
		throw new \RuntimeException( "{$type} {$slug}: " . $id->get_error_message() );
	}
	return $id;
}

/** Links in content start at the root of the site, wherever that is (Playground has a scope path). */
function localise_links( string $content ): string {
	return str_replace( 'href="/', 'href="' . esc_url( home_url( '/' ) ), $content );
}

/** Makes or updates a product of products.json. */
function put_product( array $product, int $index ): void {
	$paragraphs = array_map(
		fn( string $text ): string => "<!-- wp:paragraph -->\n<p>{$text}</p>\n<!-- /wp:paragraph -->",
		$product['text']
	);
	$id         = put_post(
		\Ovenbird\PRODUCT,
		$product['slug'],
		$product['name'],
		implode( "\n\n", $paragraphs ),
		array(
			'post_excerpt' => $product['line'],
			'menu_order'   => $index,
		)
	);
	foreach ( array( 'price', 'shelf', 'tone', 'size', 'care', 'rating', 'stock' ) as $field ) {
		update_post_meta( $id, "ovenbird_{$field}", wp_slash( $product[ $field ] ) );
	}

	$gallery = array();
	foreach ( $product['images'] as $number => $alt ) {
		$gallery[] = put_image( $product['slug'] . '-' . ( $number + 1 ) . '.webp', $alt, $id );
	}
	update_post_meta( $id, 'ovenbird_gallery', array_values( array_filter( $gallery ) ) );
	if ( 0 !== $gallery[0] ) {
		set_post_thumbnail( $id, $gallery[0] );
	}
}

/** Makes or updates the long article, with one comment under it. */
function put_article( array $article, string $content, array $comment ): void {
	$id    = put_post(
		'post',
		$article['slug'],
		$article['title'],
		$content,
		array(
			'post_excerpt'   => $article['excerpt'],
			'post_date'      => $article['date'],
			'comment_status' => 'open',
		)
	);
	$image = put_image( $article['image'], $article['image_alt'], $id );
	if ( 0 !== $image ) {
		set_post_thumbnail( $id, $image );
	}
	if ( 0 === (int) get_comments_number( $id ) ) {
		wp_insert_comment(
			array(
				'comment_post_ID'      => $id,
				'comment_author'       => $comment['author'],
				'comment_author_email' => $comment['email'],
				'comment_content'      => $comment['text'],
				'comment_approved'     => 1,
			)
		);
	}
}

/** Takes away what WordPress puts into a new site, unless somebody has changed it. */
function remove_samples(): void {
	foreach ( array( array( 'post', 'hello-world' ), array( 'page', 'sample-page' ) ) as list( $type, $slug ) ) {
		$post = get_page_by_path( $slug, OBJECT, $type );
		if ( $post instanceof \WP_Post && $post->post_date === $post->post_modified ) {
			wp_delete_post( $post->ID, true );
		}
	}
}
