<?php
/**
 * Lists: the journal and what a search found.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

get_header();
?>
<div class="page-head">
	<h1>
		<?php
		if ( is_search() ) {
			/* translators: %s: what was searched for */
			echo esc_html( sprintf( __( 'Found for “%s”', 'ovenbird' ), get_search_query( false ) ) );
		} else {
			esc_html_e( 'Journal', 'ovenbird' );
		}
		?>
	</h1>
	<?php if ( ! have_posts() ) : ?>
		<p><?php esc_html_e( 'Nothing. Try a shorter word, or have a look around the shop.', 'ovenbird' ); ?></p>
	<?php endif; ?>
</div>
<ul class="entries">
	<?php
	while ( have_posts() ) :
		the_post();
		?>
		<li>
			<a href="<?php the_permalink(); ?>">
				<?php the_post_thumbnail( 'full' ); ?>
				<span><strong><?php the_title(); ?></strong><?php echo esc_html( get_the_excerpt() ); ?></span>
			</a>
		</li>
	<?php endwhile; ?>
</ul>
<?php
the_posts_pagination();
get_footer();
