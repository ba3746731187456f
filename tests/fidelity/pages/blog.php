<?php
/**
 * A blog with real posts in a default theme; loaded inside the throw-away WordPress by wordpress.php.
 *
 * @package Candid
 */

declare(strict_types=1);

/**
 * The default themes that WordPress has here, newest first.
 *
 * @return list<string>
 */
function candid_blog_themes(): array {
	$years  = array( 'twentytwentyfive', 'twentytwentyfour', 'twentytwentythree', 'twentytwentytwo', 'twentytwentyone' );
	$themes = array_filter( $years, static fn( string $name ): bool => wp_get_theme( $name )->exists() );
	return array_slice( array_values( $themes ), 0, 3 );
}

/** Blocks of a post, as the editor writes them. */
function candid_blog_blocks( string $picture ): string {
	$column = '<!-- wp:column --><div class="wp-block-column"><!-- wp:heading {"level":3} --><h3 class="wp-block-heading">%s</h3><!-- /wp:heading --><!-- wp:paragraph --><p>%s</p><!-- /wp:paragraph --></div><!-- /wp:column -->';
	return '<!-- wp:paragraph {"dropCap":true} --><p class="has-drop-cap">Salt is thrown into the kiln when the cones have fallen. It turns to vapor at once, and where the vapor meets the clay it leaves the skin of an orange.</p><!-- /wp:paragraph -->'
		. '<!-- wp:image {"sizeSlug":"large"} --><figure class="wp-block-image size-large"><img src="' . $picture . '" alt="A bowl on a shelf"/><figcaption class="wp-element-caption">The first bowl of the spring firing</figcaption></figure><!-- /wp:image -->'
		. '<!-- wp:columns --><div class="wp-block-columns">' . sprintf( $column, 'Clay', 'Stoneware from the pit behind the church, aged two winters under wet cloth.' ) . sprintf( $column, 'Glaze', 'Ash of apple wood, feldspar, and a little iron for the color of honey.' ) . sprintf( $column, 'Fire', 'Eleven hours up, two hours of salt, and a day to cool with the door bricked.' ) . '</div><!-- /wp:columns -->'
		. '<!-- wp:quote --><blockquote class="wp-block-quote"><!-- wp:paragraph --><p>A pot that is afraid of the fire never holds water.</p><!-- /wp:paragraph --><cite>Old saying of the valley</cite></blockquote><!-- /wp:quote -->'
		. '<!-- wp:table {"className":"is-style-stripes"} --><figure class="wp-block-table is-style-stripes"><table><thead><tr><th>Cone</th><th>Color</th><th>Use</th></tr></thead><tbody><tr><td>04</td><td>Orange</td><td>Tiles</td></tr><tr><td>6</td><td>Yellow</td><td>Mugs</td></tr><tr><td>10</td><td>White</td><td>Jars</td></tr></tbody></table></figure><!-- /wp:table -->'
		. '<!-- wp:list --><ul class="wp-block-list"><!-- wp:list-item --><li>Wedge until the bubbles are gone</li><!-- /wp:list-item --><!-- wp:list-item --><li>Throw on the slow wheel</li><!-- /wp:list-item --></ul><!-- /wp:list -->'
		. '<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/shop/">See the pots</a></div><!-- /wp:button --></div><!-- /wp:buttons -->'
		. '<!-- wp:details --><details class="wp-block-details"><summary>How long does a firing take?</summary><!-- wp:paragraph --><p>Three days from the first match to the last warm brick.</p><!-- /wp:paragraph --></details><!-- /wp:details -->';
}

/**
 * Makes this theme and its blog the site; posts are written once.
 *
 * @return string Path of the post with comments.
 */
function candid_blog( string $theme ): string {
	global $wp_rewrite;
	switch_theme( $theme );
	update_option( 'show_on_front', 'posts' );
	update_option( 'posts_per_page', '6' );
	update_option( 'show_avatars', '0' );
	$wp_rewrite->set_permalink_structure( '/%postname%/' );
	flush_rewrite_rules();
	$known = get_page_by_path( 'salt-and-fire', OBJECT, 'post' );
	if ( ! $known ) {
		$picture  = content_url( 'themes/ovenbird/assets/images/market-bowl-1.webp' );
		$category = (int) wp_insert_term( 'Kiln', 'category', array( 'slug' => 'kiln', 'description' => 'All that goes through the fire' ) )['term_id'];
		foreach ( array( 'Ash from the orchard', 'A glaze for the winter', 'What the wheel teaches', 'Six jars for the market', 'The glaze that ran away', 'Salt and fire' ) as $n => $title ) {
			$id = wp_insert_post(
				array(
					'post_title'    => $title,
					'post_name'     => sanitize_title( $title ),
					'post_status'   => 'publish',
					'post_date'     => sprintf( '2026-03-%02d 09:00:00', 4 + $n * 3 ),
					'post_category' => array( $category ),
					'tags_input'    => array( 'clay', 'glaze' ),
					'post_content'  => candid_blog_blocks( $picture ),
				)
			);
		}
		$parent = 0;
		foreach ( array( 'Mara Ferro' => 'Which wood do you burn at the end?', 'Tomas Lind' => 'Apple, when the orchard is pruned. It burns long and clean.', 'Ines Voss' => 'We tried it with cherry, and the jars came out nearly black.' ) as $author => $comment ) {
			$parent = (int) wp_insert_comment( array( 'comment_post_ID' => $id, 'comment_author' => $author, 'comment_content' => $comment, 'comment_approved' => 1, 'comment_parent' => $parent, 'comment_date' => '2026-03-21 10:00:00' ) );
		}
	}
	return '/salt-and-fire/';
}
