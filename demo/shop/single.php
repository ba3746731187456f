<?php
/**
 * An article of the journal.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

get_header();
the_post();
?>
<article class="article">
	<header class="page-head">
		<p class="eyebrow"><?php echo esc_html( (string) get_the_date() ); ?> · <?php esc_html_e( 'Journal', 'ovenbird' ); ?></p>
		<h1><?php the_title(); ?></h1>
		<p><?php echo esc_html( get_the_excerpt() ); ?></p>
	</header>
	<?php if ( has_post_thumbnail() ) : ?>
		<figure class="article-image"><?php the_post_thumbnail( 'full' ); ?></figure>
	<?php endif; ?>
	<div class="prose"><?php the_content(); ?></div>
	<div class="comments prose"><?php comments_template(); ?></div>
</article>
<?php
get_footer();
