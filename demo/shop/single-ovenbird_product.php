<?php
/**
 * One product: carousel, what it is, tabs, and what goes well with it.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

get_header();
the_post();
$ovenbird_product  = product( (int) get_the_ID() );
$ovenbird_products = products();
$ovenbird_others   = array_slice( array_values( array_filter( $ovenbird_products, fn( array $other ): bool => $other['id'] !== $ovenbird_product['id'] && $other['shelf'] === $ovenbird_product['shelf'] ) ), 0, 3 );
?>
<article class="product">
	<section class="carousel tone-<?php echo esc_attr( $ovenbird_product['tone'] ); ?>" data-carousel aria-roledescription="carousel" aria-label="<?php esc_attr_e( 'Photographs', 'ovenbird' ); ?>">
		<div class="carousel-track" data-carousel-track>
			<?php foreach ( array_keys( $ovenbird_product['images'] ) as $ovenbird_index ) : ?>
				<figure class="carousel-slide" data-carousel-slide aria-roledescription="slide"><?php product_image( $ovenbird_product, $ovenbird_index, 0 === $ovenbird_index ? 'eager' : 'lazy' ); ?></figure>
			<?php endforeach; ?>
		</div>
		<?php if ( count( $ovenbird_product['images'] ) > 1 ) : ?>
		<div class="carousel-bar">
			<button type="button" data-carousel-back><span aria-hidden="true">←</span><span class="hidden"><?php esc_html_e( 'Previous photograph', 'ovenbird' ); ?></span></button>
			<span data-carousel-count aria-live="polite">1 / <?php echo count( $ovenbird_product['images'] ); ?></span>
			<button type="button" data-carousel-on><span aria-hidden="true">→</span><span class="hidden"><?php esc_html_e( 'Next photograph', 'ovenbird' ); ?></span></button>
			<button type="button" class="carousel-play" data-carousel-play aria-pressed="false"><?php esc_html_e( 'Play', 'ovenbird' ); ?></button>
		</div>
		<div class="carousel-thumbs">
			<?php foreach ( $ovenbird_product['images'] as $ovenbird_index => $ovenbird_image ) : ?>
				<button type="button" data-carousel-to="<?php echo (int) $ovenbird_index; ?>">
					<img src="<?php echo esc_url( $ovenbird_image['url'] ); ?>" alt="" width="96" height="96">
					<span class="hidden">
						<?php
						/* translators: %d: number of the photograph */
						echo esc_html( sprintf( __( 'Photograph %d', 'ovenbird' ), $ovenbird_index + 1 ) );
						?>
					</span>
				</button>
			<?php endforeach; ?>
		</div>
		<?php endif; ?>
	</section>
	<div class="product-words">
		<p class="eyebrow"><?php echo esc_html( $ovenbird_product['shelf_name'] ); ?></p>
		<h1><?php the_title(); ?></h1>
		<p class="product-line"><?php echo esc_html( $ovenbird_product['line'] ); ?></p>
		<p class="product-rating"><ob-rating value="<?php echo esc_attr( (string) $ovenbird_product['rating'] ); ?>"></ob-rating></p>
		<p class="product-price" data-price><?php echo esc_html( price( $ovenbird_product['price'] ) ); ?></p>
		<form class="add" data-add="<?php echo esc_attr( $ovenbird_product['slug'] ); ?>">
			<label for="count"><?php esc_html_e( 'How many', 'ovenbird' ); ?></label>
			<div class="row">
				<input id="count" name="count" type="number" min="1" max="<?php echo (int) max( 1, $ovenbird_product['stock'] ); ?>" value="1" inputmode="numeric">
				<button class="button" type="submit"><?php esc_html_e( 'Add to basket', 'ovenbird' ); ?></button>
			</div>
			<p class="add-note" role="status" data-add-note></p>
		</form>
		<p class="stock">
			<?php
			/* translators: %d: number of pieces */
			echo esc_html( sprintf( _n( '%d on the shelf, sent within two days.', '%d on the shelf, sent within two days.', $ovenbird_product['stock'], 'ovenbird' ), $ovenbird_product['stock'] ) );
			?>
		</p>
		<?php get_template_part( 'template-parts/tabs', null, array( 'product' => $ovenbird_product ) ); ?>
		<details>
			<summary><?php esc_html_e( 'Delivery', 'ovenbird' ); ?></summary>
			<p><?php esc_html_e( 'Post takes three to five days and costs £4.50. A courier comes the next working day for £9.50. Collecting from the workshop is free, and the kettle is on.', 'ovenbird' ); ?></p>
		</details>
		<details>
			<summary><?php esc_html_e( 'If it arrives broken', 'ovenbird' ); ?></summary>
			<p><?php esc_html_e( 'Send us a photograph within two weeks and we throw you another. No need to send the pieces back; plant something in them.', 'ovenbird' ); ?></p>
		</details>
	</div>
</article>
<?php if ( array() !== $ovenbird_others ) : ?>
	<section class="band" aria-labelledby="others-title">
		<div class="band-head"><h2 id="others-title"><?php esc_html_e( 'On the same shelf', 'ovenbird' ); ?></h2></div>
		<ul class="tiles three"><?php array_map( __NAMESPACE__ . '\product_tile', $ovenbird_others ); ?></ul>
	</section>
	<?php
endif;
get_template_part( 'template-parts/quick-look' );
print_products( $ovenbird_products );
get_footer();
