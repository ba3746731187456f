<?php
/**
 * A plain page.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

get_header();
the_post();
?>
<article class="page-plain">
	<div class="page-head"><h1><?php the_title(); ?></h1></div>
	<div class="prose"><?php the_content(); ?></div>
</article>
<?php
get_footer();
