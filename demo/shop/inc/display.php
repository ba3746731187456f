<?php
/**
 * Small pieces of the page that more than one template shows.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

/** Prints a product as a tile of the list. Scripts render the same markup in catalogue.js. */
function product_tile( array $product ): void {
	get_template_part( 'template-parts/tile', null, array( 'product' => $product ) );
}

/** Prints an image of the theme that is decoration or illustration, not a product. */
function theme_image( string $file, string $alt, int $width, int $height, string $loading = 'lazy' ): void {
	printf(
		'<img src="%s" alt="%s" width="%d" height="%d" loading="%s" decoding="async">',
		esc_url( get_theme_file_uri( "assets/images/{$file}" ) ),
		esc_attr( $alt ),
		(int) $width,
		(int) $height,
		esc_attr( $loading )
	);
}

/** The shop's mark: a dome nest with a door, which is what an ovenbird builds. */
function mark(): string {
	return '<svg class="mark" viewBox="0 0 40 40" width="34" height="34" aria-hidden="true" focusable="false">'
		. '<path fill="currentColor" d="M20 5C10.6 5 4 12.4 4 22.2V33a2 2 0 0 0 2 2h9.5v-9.4c0-3.6 2.2-6.4 5.4-6.4s5.4 2.8 5.4 6.4V35H34a2 2 0 0 0 2-2V22.2C36 12.4 29.4 5 20 5Z"/>'
		. '<circle fill="currentColor" cx="20.9" cy="28.2" r="2.6"/></svg>';
}

/** A stand-in so that the page keeps its shape when a product has no photograph. */
function product_image( array $product, int $index = 0, string $loading = 'lazy' ): void {
	$image = $product['images'][ $index ] ?? null;
	if ( null === $image ) {
		echo '<span class="no-image" aria-hidden="true"></span>';
		return;
	}
	printf(
		'<img src="%s" alt="%s" width="640" height="640" loading="%s" decoding="async">',
		esc_url( $image['url'] ),
		esc_attr( $image['alt'] ),
		esc_attr( $loading )
	);
}
