<?php
/**
 * Visit the workshop, with the opening hours in a frame of the same site.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

get_header();
the_post();
?>
<article class="visit">
	<div class="page-head wide"><h1><?php the_title(); ?></h1></div>
	<div class="visit-columns">
		<div class="prose"><?php the_content(); ?></div>
		<iframe class="hours" title="<?php esc_attr_e( 'Opening hours', 'ovenbird' ); ?>" src="<?php echo esc_url( get_theme_file_uri( 'assets/hours.html' ) ); ?>" width="420" height="430" loading="lazy"></iframe>
	</div>
</article>
<?php
get_footer();
