<?php
/**
 * The home page.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

get_header();
$ovenbird_products = products();
?>
<section class="hero">
	<div class="hero-image"><?php theme_image( 'hero.webp', __( 'A cobalt jug, a white bowl of lemons and a tall tomato-red vase', 'ovenbird' ), 1360, 765, 'eager' ); ?></div>
	<div class="hero-words">
		<h1><?php esc_html_e( 'Thrown slowly, used daily.', 'ovenbird' ); ?></h1>
		<p><?php esc_html_e( 'Stoneware for tables, kitchens and window sills. Made by three people and one kiln in Saltmere.', 'ovenbird' ); ?></p>
		<p><a class="button" href="<?php echo esc_url( (string) get_post_type_archive_link( PRODUCT ) ); ?>"><?php esc_html_e( 'See the shop', 'ovenbird' ); ?></a></p>
	</div>
</section>

<section class="band" aria-labelledby="new-title">
	<div class="band-head">
		<h2 id="new-title"><?php esc_html_e( 'Out of the kiln this week', 'ovenbird' ); ?></h2>
		<a href="<?php echo esc_url( (string) get_post_type_archive_link( PRODUCT ) ); ?>"><?php esc_html_e( 'All twelve pieces', 'ovenbird' ); ?></a>
	</div>
	<ul class="tiles four">
		<?php array_map( __NAMESPACE__ . '\product_tile', array_slice( $ovenbird_products, 0, 4 ) ); ?>
	</ul>
</section>

<section class="story">
	<div class="story-image"><?php theme_image( 'story.webp', __( 'Four pots in a row, from raw clay to finished glaze', 'ovenbird' ), 900, 900 ); ?></div>
	<div class="story-words">
		<?php
		the_post();
		the_content();
		?>
	</div>
</section>

<section class="shelves" aria-labelledby="shelves-title">
	<h2 id="shelves-title"><?php esc_html_e( 'Four shelves', 'ovenbird' ); ?></h2>
	<ul>
		<?php foreach ( shelves() as $ovenbird_shelf => $ovenbird_name ) : ?>
			<?php $ovenbird_count = count( array_filter( $ovenbird_products, fn( array $product ): bool => $product['shelf'] === $ovenbird_shelf ) ); ?>
			<li class="shelf-<?php echo esc_attr( $ovenbird_shelf ); ?>">
				<a href="<?php echo esc_url( add_query_arg( 'shelf', $ovenbird_shelf, (string) get_post_type_archive_link( PRODUCT ) ) ); ?>">
					<strong><?php echo esc_html( $ovenbird_name ); ?></strong>
					<?php
					/* translators: %d: number of pieces */
					echo esc_html( sprintf( _n( '%d piece', '%d pieces', $ovenbird_count, 'ovenbird' ), $ovenbird_count ) );
					?>
				</a>
			</li>
		<?php endforeach; ?>
	</ul>
</section>

<?php
foreach ( get_posts( array( 'numberposts' => 1 ) ) as $ovenbird_post ) :
	?>
	<section class="teaser">
		<p class="eyebrow"><?php esc_html_e( 'From the journal', 'ovenbird' ); ?></p>
		<h2><a href="<?php echo esc_url( (string) get_permalink( $ovenbird_post ) ); ?>"><?php echo esc_html( get_the_title( $ovenbird_post ) ); ?></a></h2>
		<p><?php echo esc_html( get_the_excerpt( $ovenbird_post ) ); ?></p>
	</section>
	<?php
endforeach;
get_template_part( 'template-parts/quick-look' );
print_products( $ovenbird_products );
get_footer();
