<?php
/**
 * Pictures: copied from the theme into the media library once.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Candid\Demo;

/**
 * Puts a picture of the theme's folder into the media library and returns its id, 0 when there is no
 * such picture. No smaller sizes are cut: the files are small already and PHP in a browser is slow.
 */
function put_image( string $file, string $alt, int $parent ): int {
	$source = get_theme_file_path( "assets/images/{$file}" );
	if ( ! is_file( $source ) ) {
		return 0;
	}
	$bytes = (string) file_get_contents( $source );
	$hash  = md5( $bytes );
	$found = get_posts(
		array(
			'post_type'   => 'attachment',
			'post_status' => 'inherit',
			'numberposts' => 1,
			'fields'      => 'ids',
			'meta_key'    => '_ovenbird_source',
			'meta_value'  => $file,
		)
	);
	$id    = $found[0] ?? 0;
	if ( 0 !== $id && get_post_meta( $id, '_ovenbird_hash', true ) !== $hash ) {
		// Drawn anew since: the old one would stay in the library for ever.
		wp_delete_attachment( $id, true );
		$id = 0;
	}
	if ( 0 === $id ) {
		$id = import_image( $file, $bytes, $parent );
		update_post_meta( $id, '_ovenbird_source', $file );
		update_post_meta( $id, '_ovenbird_hash', $hash );
	}
	update_post_meta( $id, '_wp_attachment_image_alt', wp_slash( $alt ) );
	return $id;
}

/**
 * Writes the file into uploads and registers it.
 *
 * @throws \RuntimeException When the uploads folder cannot be written.
 */
function import_image( string $file, string $bytes, int $parent ): int {
	$written = wp_upload_bits( $file, null, $bytes );
	if ( false !== $written['error'] ) {
		throw new \RuntimeException( "{$file}: {$written['error']}" );
	}
	$id   = wp_insert_attachment(
		array(
			'post_mime_type' => 'image/webp',
			'post_title'     => pathinfo( $file, PATHINFO_FILENAME ),
			'post_status'    => 'inherit',
		),
		$written['file'],
		$parent,
		true
	);
	$size = getimagesize( $written['file'] );
	if ( is_wp_error( $id ) || false === $size ) {
		throw new \RuntimeException( "{$file} could not be added to the media library." );
	}
	wp_update_attachment_metadata(
		$id,
		array(
			'width'    => $size[0],
			'height'   => $size[1],
			'file'     => _wp_relative_upload_path( $written['file'] ),
			'filesize' => strlen( $bytes ),
			'sizes'    => array(),
		)
	);
	return $id;
}
